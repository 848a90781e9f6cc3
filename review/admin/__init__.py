"""The review in the admin."""

from review.admin import desk, organisations, tasks

__all__ = ["desk", "organisations", "tasks"]
