"""What other systems ask the desk over HTTP (docs/api.md). They call actions and queries."""
