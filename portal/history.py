"""Who changed a row, and from where: the context that every event row points at."""

from typing import Any

import pghistory.middleware
from django.http import HttpRequest


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_context(request) | {"address": request.META.get("REMOTE_ADDR")}
