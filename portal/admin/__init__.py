"""The desk's screens for publishing."""

from portal.admin import editions, lists

__all__ = ["editions", "lists"]
