"""An article's page line by line: what is in its text, and what was left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.actions.renewing import state_of
from articles.actions.texts import put_back_paragraph, take_out_paragraph
from articles.admin.generic import AnyAdmin, person
from articles.admin.reasons import LABELS
from articles.admin.told import summed_up
from articles.asked import number as asked_number
from articles.changes import What
from articles.reading.amending import Line, lines_of
from articles.refusal import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

    from articles.models import Article


class ParagraphPages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.paragraphs_view)
        return [
            path("<int:number>/paragraphs/", view, name="articles_article_paragraphs"),
            *super().get_urls(),
        ]

    def paragraphs_view(self, request: HttpRequest, number: int) -> HttpResponse:
        article: Article | None = self.get_object(request, str(number))
        if article is None or article.text is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        lines = lines_of(state_of(article.text))
        if request.method == "POST":
            return redirect(_address(article) + self._change(request, article, lines))
        context = self.admin_site.each_context(request) | {
            "title": _("Line by line"),
            "opts": self.opts,
            "original": article,
            "text": article.text,
            "lines": [(line, LABELS[line.reason] if line.reason else "") for line in lines],
            "texts": article.texts.select_related("created_by").defer("body", "search", "dropped"),
            "can_change": self.has_change_permission(request, article)
            and article.state == article.State.ACTIVE,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/paragraphs.html", context)

    def _change(self, request: HttpRequest, article: Article, lines: list[Line]) -> str:
        """Take out or put back what was sent; give the part of the page to come back to."""
        seen = asked_number(request.POST.get("text"))
        start = asked_number(request.POST.get("take_out"))
        left = asked_number(request.POST.get("put_back"))
        if seen is None or (start is None) == (left is None):
            raise Http404
        try:
            if start is not None:
                changes = take_out_paragraph(person(request), article, seen, start)
                done = _("The paragraph was taken out of the text.")
            else:
                changes = put_back_paragraph(person(request), article, seen, left or 0)
                done = _("The paragraph was put back into the text.")
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return ""
        further = summed_up(changes, without=What.PARAGRAPH)
        told = _("%(done)s What changed with it: %(further)s.") if further else "%(done)s"
        self.message_user(request, told % {"done": done, "further": further}, messages.SUCCESS)
        wanted = [line.place == (left if line.reason else start) for line in lines]
        return f"#line-{wanted.index(True) + 1}"  # lines keep their order, wherever they count


def _address(article: Article) -> str:
    return reverse("admin:articles_article_paragraphs", args=[article.pk])
