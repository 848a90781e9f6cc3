"""Tasks, decisions and labels out of the desk and back in; `docs/exchange.md` is the contract."""
