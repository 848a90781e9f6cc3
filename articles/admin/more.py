"""Pages of one row that show more than its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles.admin.generic import AnyAdmin

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class WithMore(AnyAdmin):
    def more(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        """Give what the template of one row is told besides the row; its number may be nonsense."""
        raise NotImplementedError

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = self.more(request, object_id) | (extra_context or {})
        return super().change_view(request, object_id, form_url, context)
