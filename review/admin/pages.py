"""Pages beside, or instead of, the admin's own of a model."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from articles.admin.generic import AnyAdmin


class MorePages(AnyAdmin):
    """`pages` tells of each name its route and its view."""

    pages: dict[str, tuple[str, Callable[..., HttpResponseBase]]] = {}

    def get_urls(self) -> list[URLPattern]:
        return [*self.own_urls(), *super().get_urls()]

    def own_urls(self) -> list[URLPattern]:
        return [
            path(route, self.admin_site.admin_view(view), name=name)
            for name, (route, view) in self.pages.items()
        ]


class OnlyPages(MorePages):
    """A model whose own screens are not for the admin: rows come and go by actions only."""

    def has_module_permission(self, _request: HttpRequest) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return self.own_urls()

    def get_model_perms(self, _request: HttpRequest) -> dict[str, Any]:
        return {}
