"""One's last decisions, each to be taken back: a page, and for a key only its list."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.generic import person
from review.models import ExtractedTask
from review.queries.undo import last_decisions


def show(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("review.decide_extractedtask"):
        raise PermissionDenied
    context = {"decisions": last_decisions(person(request))}
    if request.headers.get("HX-Request") == "true":
        return TemplateResponse(request, "review/undo_list.html", context)
    about = {"title": _("My last decisions"), "opts": ExtractedTask._meta}
    return TemplateResponse(
        request, "review/undo.html", {**admin.site.each_context(request), **about, **context}
    )
