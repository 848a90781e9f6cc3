"""Who changed a row, and from where: the context that every event row points at."""

from typing import Any

import pghistory.middleware
from django.conf import settings
from django.http import HttpRequest


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_context(request) | {"address": _address(request)}


def _address(request: HttpRequest) -> str | None:
    """Believe only the proxy of our own: the last address of the header is what it wrote."""
    forwarded: str = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    address: str | None = request.META.get("REMOTE_ADDR")
    return address
