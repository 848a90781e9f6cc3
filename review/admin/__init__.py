"""The review in the admin."""

from review.admin import desk, organisations, talk, tasks

__all__ = ["desk", "organisations", "talk", "tasks"]
