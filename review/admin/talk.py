"""The addresses of what people say to each other and are told. There is no list to change."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin.generic import AnyAdmin
from review.models import Comment, Notice
from review.views import comments, notices


class OnlyPages(AnyAdmin):
    """A model whose own screens are not for the admin: rows come and go by actions only."""

    pages: dict[str, tuple[str, Callable[..., HttpResponse]]] = {}

    def has_module_permission(self, _request: HttpRequest) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return [
            path(route, self.admin_site.admin_view(view), name=name)
            for name, (route, view) in self.pages.items()
        ]

    def get_model_perms(self, _request: HttpRequest) -> dict[str, Any]:
        return {}


@admin.register(Comment)
class CommentAdmin(OnlyPages):
    pages = {
        "review_comment": ("<int:task_id>/", comments.add_comment),
        "review_people": ("people/", comments.people_offered),
    }


@admin.register(Notice)
class NoticeAdmin(OnlyPages):
    pages = {
        "review_notices": ("", notices.show_notices),
        "review_notices_read": ("read/", notices.read_notices),
        "review_notices_mail": ("mail/", notices.choose_mail_of_notices),
    }
