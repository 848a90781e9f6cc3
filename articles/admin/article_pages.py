"""The page of an article below its form, and the pages that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.actions.articles import put_back_article, take_down_articles
from articles.actions.erasing import erase_article
from articles.admin.forms import EraseForm, ReasonForm
from articles.admin.generic import AnyAdmin, person
from articles.admin.reasons import why_dropped
from articles.admin.refusals import told
from articles.models import Article
from articles.queries.articles import hanging_on
from articles.queries.evidence import evidence_of
from articles.refusal import Refused
from articles.signals import what_erasing_leaves

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

    from articles.queries.articles import Gone


class ArticlePages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        pages: dict[str, Callable[..., HttpResponseBase]] = {
            "original": self.original_view,
            "take_down": self.take_down_view,
            "put_back": self.put_back_view,
            "erase": self.erase_view,
        }
        return [
            path(
                f"<int:number>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(view),
                name=f"articles_article_{name}",
            )
            for name, view in pages.items()
        ] + super().get_urls()

    def has_take_down_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.take_down_article")

    def has_erase_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.erase_article")

    def render_change_form(  # noqa: PLR0913, PLR0917  (Django's own arguments)
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        if obj is not None:
            context |= {
                "evidence": evidence_of(obj),
                "dropped": why_dropped(obj.text) if obj.text else [],
                "can_take_down": self.has_take_down_permission(request),
                "can_erase": self.has_erase_permission(request),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def original_view(self, request: HttpRequest, number: int) -> HttpResponseBase:
        """Hand the original over as a file to keep: what is in it is never shown by the browser."""
        article = self._found(request, number)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        original = article.original
        try:
            file = original.file.open("rb")
        except FileNotFoundError:
            self.message_user(request, _("The original cannot be found."), messages.ERROR)
            return redirect(self._address(article))
        name = " ".join(original.name.split()) or original.sha256
        return FileResponse(
            file,
            as_attachment=True,
            filename=name,
            content_type="application/octet-stream",
            headers={"X-Content-Type-Options": "nosniff"},
        )

    def take_down_view(self, request: HttpRequest, number: int) -> HttpResponse:
        article = self._found(request, number)
        if not self.has_take_down_permission(request):
            raise PermissionDenied

        def take_down(reason: str) -> None:
            take_down_articles(person(request), [article], reason)
            self.message_user(request, _("The article was taken down."), messages.SUCCESS)

        form = ReasonForm(request.POST or None)
        if form.is_bound and _done(form, take_down):
            return redirect(self._address(article))
        return self._question(request, article, form, "take_down", title=_("Take down"))

    def put_back_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._found(request, number)
        if not self.has_take_down_permission(request):
            raise PermissionDenied

        def put_back() -> str:
            put_back_article(person(request), article)
            return _("The article was put back.")

        told(request, put_back)
        return redirect(self._address(article))

    def erase_view(self, request: HttpRequest, number: int) -> HttpResponse:
        article = self._found(request, number)
        if not self.has_erase_permission(request):
            raise PermissionDenied

        def erase(reason: str) -> None:
            erase_article(person(request), article, reason)
            message = _("Article %(number)s was erased for good.") % {"number": number}
            self.message_user(request, message, messages.SUCCESS)

        form = EraseForm(request.POST or None, number=number)
        if form.is_bound and _done(form, erase):
            return redirect("admin:articles_article_changelist")
        context = {"gone": _named(hanging_on(article)), "left": _left(article)}
        return self._question(request, article, form, "erase", title=_("Erase for good"), **context)

    def _question(
        self, request: HttpRequest, article: Article, form: Form, name: str, **context: Any
    ) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "original": article,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)

    def _found(self, request: HttpRequest, number: int) -> Article:
        article: Article | None = self.get_object(request, str(number))
        if article is None:
            raise Http404
        return article

    def _address(self, article: Article) -> str:
        return reverse("admin:articles_article_change", args=[article.pk])


def _done(form: Form, act: Callable[[str], None]) -> bool:
    """Act for the reason that was given; a refusal becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data["reason"])
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _left(article: Article) -> list[str]:
    told: list[tuple[Any, Any]] = what_erasing_leaves.send(sender=Article, article=article)
    return [sentence for _receiver, sentences in told for sentence in sentences]


def _named(gone: Gone) -> list[tuple[str, int]]:
    return sorted(
        (str(model._meta.verbose_name_plural), len(numbers))
        for model, numbers in gone.items()
        if numbers
    )
