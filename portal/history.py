"""Who changed a row, and from where: the context that every event row points at."""

from typing import Any

import pghistory.middleware
from django.conf import settings
from django.http import HttpRequest


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        where = {"url": request.path, "address": _address(request)}
        if request.path.startswith("/api/"):
            return where  # there is no session; actions say whose token it was
        return super().get_context(request) | where


def _address(request: HttpRequest) -> str | None:
    """Believe only the proxy of our own: the last address of the header is what it wrote."""
    forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    address: str | None = request.META.get("REMOTE_ADDR")
    return address
