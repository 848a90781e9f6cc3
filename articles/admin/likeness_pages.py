"""The pages on which editors say of two articles that are alike: one, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.actions.likeness import (
    against_stepping_aside,
    keep_apart,
    merge_articles,
    offer_again,
    split_article,
)
from articles.admin.generic import AnyAdmin, person
from articles.admin.refusals import told
from articles.asked import number
from articles.likeness.differing import differences
from articles.models import Article, Likeness
from articles.queries.likeness import (
    kept_apart_from,
    merged_with,
    offers,
    offers_counted,
    offers_of,
    with_texts,
)

if TYPE_CHECKING:
    from django.http import HttpRequest

ON_A_PAGE = 20


class LikenessPages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("alike/", wrap(self.alike_view), name="articles_article_alike"),
            path("alike/<int:pair>/", wrap(self.compare_view), name="articles_article_compare"),
            path("<int:number>/split/", wrap(self.split_view), name="articles_article_split"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"alike": offers_counted()}
        return super().changelist_view(request, context | (extra_context or {}))

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
                "alike": [(likeness, likeness.other_than(obj)) for likeness in offers_of(obj)],
                "kept_apart": [(each, each.other_than(obj)) for each in kept_apart_from(obj)],
                "merged": merged_with(obj),
                "can_merge": self.has_change_permission(request, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def alike_view(self, request: HttpRequest) -> HttpResponse:
        """Show all pairs that are offered, the newest first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._decide(request, number(request.POST.get("pair")) or 0)
            return redirect(request.get_full_path())
        before = number(request.GET.get("before"))
        rows = offers().filter(pk__lt=before) if before else offers()
        asked = list(rows[: ON_A_PAGE + 1])
        shown = asked[:ON_A_PAGE]
        return self._likeness_page(
            request,
            "alike",
            title=_("The same article twice?"),
            pairs=shown,
            before=before,
            older=shown[-1].pk if len(asked) > len(shown) else None,
            can_merge=self.has_change_permission(request),
        )

    def compare_view(self, request: HttpRequest, pair: int) -> HttpResponse:
        """Show two articles side by side, and in which words they differ."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        likeness = with_texts().filter(pk=pair).first()
        if likeness is None:
            self.message_user(request, _("These articles are not offered as one any more."))
            return redirect("admin:articles_article_alike")
        if request.method == "POST":
            stays = self._decide(request, pair)
            return redirect(_address(stays) if stays else request.path)
        sides = [likeness.first, likeness.second]
        state, may = likeness.state, self.has_change_permission(request)
        is_open = may and state == Likeness.State.OFFERED and _all_at_the_desk(sides)
        against = [against_stepping_aside(side) if is_open else [] for side in sides]
        return self._likeness_page(
            request,
            "compare",
            title=_("Compare two articles"),
            likeness=likeness,
            # One may stay where nothing speaks against the other's stepping aside.
            sides=[
                (side, own, is_open and not of_other)
                for side, own, of_other in zip(sides, against, reversed(against), strict=True)
            ],
            rows=differences(*(side.text.body if side.text else "" for side in sides)),
            can_merge=is_open,
            can_offer=may and state == Likeness.State.KEPT_APART,
        )

    def split_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        article: Article | None = self.get_object(request, str(number))
        if article is None:
            raise Http404

        def split() -> str:
            split_article(person(request), article)
            return _("“%(article)s” is at the desk again.") % {"article": article}

        told(request, split)
        return redirect(_address(article))

    def _decide(self, request: HttpRequest, pair: int) -> Article | None:
        """Do what the button says; give the article that stays for both, if there is one now."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        said, editor, stayed = request.POST, person(request), []

        def merge() -> str:
            aside, stays = merge_articles(editor, pair, number(said.get("stays")))
            stayed.append(stays)
            return _("“%(aside)s” was merged into “%(stays)s”. This can be undone on its page.") % {
                "aside": aside,
                "stays": stays,
            }

        def keep() -> str:
            keep_apart(editor, pair)
            return _("Noted: they are two articles. You will not be asked again.")

        def offer() -> str:
            offer_again(editor, pair)
            return _("They are offered as one again.")

        acts = {"merge": merge, "keep_apart": keep, "offer_again": offer}
        act = acts.get(said.get("act", ""))
        if act:
            told(request, act)
        back = number(said.get("back"))
        if not stayed and back:
            return Article.objects.filter(pk=back).first()
        return stayed[0] if stayed else None

    def _likeness_page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)


def _all_at_the_desk(articles: list[Article]) -> bool:
    return all(article.state == Article.State.ACTIVE for article in articles)


def _address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
