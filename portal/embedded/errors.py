"""What can go wrong, in words that say what to do."""

INSTEAD = "install PostgreSQL and Redis, and set DATABASE_URL and CELERY_BROKER_URL."


class EmbeddedError(RuntimeError):
    """The embedded servers cannot be had; the message says what to do."""
