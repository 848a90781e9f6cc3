"""Articles to review: how far each is, and the way to its page."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.paging import CappedPaginator
from review.forms import ArticlesForm
from review.models import ExtractedTask
from review.queries import chosen_articles

ON_A_PAGE = 50


def choose(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    form = ArticlesForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    articles = chosen_articles(
        said.get("stage", ""), said.get("words", ""), said.get("theme"), said.get("publisher")
    )
    rest = request.GET.copy()
    rest.pop("page", None)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Articles to review"),
        "form": form,
        "page": CappedPaginator(articles, ON_A_PAGE).get_page(request.GET.get("page")),
        "rest": rest.urlencode(),
        "opts": ExtractedTask._meta,
    }
    return TemplateResponse(request, "review/articles.html", context)
