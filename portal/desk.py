"""The desk: Django's own admin under our name, opening on what waits for the person."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class DeskSite(AdminSite):
    site_header = _("Duyệt")
    site_title = _("Duyệt")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        from portal.admin.everything import search_everything

        own = path("tim-kiem/", self.admin_view(search_everything), name="everything")
        return [own, *super().get_urls()]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        from portal.queries.today import waiting_for

        today = {"waiting": waiting_for(cast("AbstractUser", request.user))}
        return super().index(request, today | (extra_context or {}))


class DeskAdminConfig(AdminConfig):
    default_site = "portal.desk.DeskSite"
