"""Where the acceptance set is: its articles, their labels, and the scorer."""

import os
from pathlib import Path

ACCEPTANCE = Path(
    os.environ.get("ACCEPTANCE_DIR", Path(__file__).resolve().parents[2] / "shared" / "acceptance")
)
