"""The page of a growing list: what it looks out for, what is offered to it, what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles import asked
from articles.admin.fields import DocumentWidget, PublisherWidget, ThemesField
from articles.admin.generic import person
from articles.admin.refusals import told
from articles.models import Article
from portal.actions.growing import (
    Filter,
    Offered,
    look_out,
    offer_again,
    refuse,
    stop_looking_out,
    take_in,
)
from portal.models import CuratedList
from portal.models.growing import Growth
from portal.queries.growing import proposed_articles, proposed_tasks, refused_proposals
from review.models import ExtractedTask

if TYPE_CHECKING:
    GrowthModelForm = forms.ModelForm[Growth]
else:
    GrowthModelForm = forms.ModelForm

SHOWN = 20
MOST_AT_ONCE = 2 * SHOWN


class FilterForm(GrowthModelForm):
    themes = ThemesField(admin.site, required=False, help_text=gettext_lazy("One of them."))

    class Meta:
        model = Growth
        fields = [
            "wants",
            "words",
            "themes",
            "publisher",
            "document",
            "published_from",
            "published_until",
        ]
        labels = {"words": gettext_lazy("Words to look for")}
        widgets = {
            "words": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "publisher": PublisherWidget(Growth._meta.get_field("publisher"), admin.site),
            "document": DocumentWidget(Growth._meta.get_field("document"), admin.site),
            "published_from": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "published_until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }

    def asked(self) -> Filter:
        return Filter(**self.cleaned_data)

    def _post_clean(self) -> None:
        """Leave the row itself alone: the action makes it, and its rules stand there."""


@require_http_methods(["GET", "HEAD", "POST"])
def growing(request: HttpRequest, number: int) -> HttpResponse:
    if not person(request).has_perm("portal.view_curatedlist"):
        raise PermissionDenied
    curated_list = get_object_or_404(CuratedList.objects.select_related("growth"), pk=number)
    growth: Growth | None = getattr(curated_list, "growth", None)
    form = FilterForm(request.POST if "save" in request.POST else None, instance=growth)
    if request.method == "POST" and _done(request, curated_list, form):
        return HttpResponseRedirect(reverse("admin:portal_curatedlist_growing", args=[number]))
    return render(
        request,
        "admin/portal/curatedlist/growing.html",
        {
            **admin.site.each_context(request),
            **_offered_now(growth),
            "title": _("New for the list: %(list)s") % {"list": curated_list},
            "opts": CuratedList._meta,
            "curated_list": curated_list,
            "growth": growth,
            "form": form,
            "media": form.media,
            "refused": refused_proposals(curated_list)[:SHOWN],
            "can_change": person(request).has_perm("portal.change_curatedlist"),
        },
    )


def _offered_now(growth: Growth | None) -> dict[str, Any]:
    if growth is None:
        return {"articles": [], "tasks": [], "more": False}
    articles = list(proposed_articles(growth)[: SHOWN + 1])
    tasks = list(proposed_tasks(growth)[: SHOWN + 1])
    more = max(len(articles), len(tasks)) > SHOWN
    return {"articles": articles[:SHOWN], "tasks": tasks[:SHOWN], "more": more}


def _done(request: HttpRequest, curated_list: CuratedList, form: FilterForm) -> bool:
    """Do what was asked for and tell of it; say whether to begin the page anew."""
    somebody = person(request)

    def act() -> str:
        if "save" in request.POST:
            look_out(somebody, curated_list, form.asked())
            return _("Saved. What fits and is not in the list is offered below.")
        if "stop" in request.POST:
            stop_looking_out(somebody, curated_list)
            return _("Nothing more is offered to this list.")
        if "again" in request.POST:
            offer_again(somebody, curated_list, asked.number(request.POST["again"]) or 0)
            return _("It is offered again.")
        if "refuse" in request.POST:
            count = refuse(somebody, curated_list, _ticked(request))
            words = ngettext("%(number)d refused.", "%(number)d refused.", count)
            return words % {"number": count}
        seen = asked.number(request.POST.get("seen")) or 0
        take_in(somebody, curated_list, _ticked(request), expected=seen)
        return _("Taken in, at the end of the list.")

    if "save" in request.POST and not form.is_valid():
        return False
    return told(request, act) or "save" not in request.POST


def _ticked(request: HttpRequest) -> Offered:
    def numbers(name: str) -> list[int]:
        said = request.POST.getlist(name)[:MOST_AT_ONCE]
        return [number for number in map(asked.number, said) if number]

    tasks = ExtractedTask.objects.select_related("article", "version")
    return Offered(
        articles=list(Article.objects.filter(pk__in=numbers("article")).order_by("-created_at")),
        tasks=list(tasks.filter(pk__in=numbers("task")).order_by("-pk")),
    )
