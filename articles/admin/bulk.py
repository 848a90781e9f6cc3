"""What can be done to many articles at once. Each asks first, on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.articles import take_down_articles
from articles.actions.themes import Tagged, tag_articles, untag_articles
from articles.admin.fields import ThemesField
from articles.admin.forms import ReasonForm
from articles.admin.generic import AnyAdmin, person
from articles.models import Article
from articles.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

MOST_AT_ONCE = 10_000
MOST_NAMED = 10


class BulkActions(AnyAdmin):
    @admin.action(
        description=gettext_lazy("Add themes to the selected articles"), permissions=["change"]
    )
    def add_themes(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse | None:
        def add(form: forms.Form) -> str:
            tagged = tag_articles(person(request), queryset, form.cleaned_data["themes"])
            return _told(_("Themes were added to %(articles)s."), tagged)

        return self._ask(request, queryset, self._themes_form(request), add, _("Add themes"))

    @admin.action(
        description=gettext_lazy("Remove themes from the selected articles"),
        permissions=["change"],
    )
    def remove_themes(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        def remove(form: forms.Form) -> str:
            tagged = untag_articles(person(request), queryset, form.cleaned_data["themes"])
            return _told(_("Themes were removed from %(articles)s."), tagged)

        return self._ask(request, queryset, self._themes_form(request), remove, _("Remove themes"))

    @admin.action(
        description=gettext_lazy("Take down the selected articles"), permissions=["take_down"]
    )
    def take_down(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse | None:
        def take_down(form: forms.Form) -> str:
            number = len(queryset)
            down = take_down_articles(person(request), queryset, form.cleaned_data["reason"])
            return _told(_("%(articles)s taken down."), Tagged(down, number - down))

        form = ReasonForm(_typed(request))
        return self._ask(request, queryset, form, take_down, _("Take down"))

    def _themes_form(self, request: HttpRequest) -> forms.Form:
        form = forms.Form(_typed(request))
        form.fields["themes"] = ThemesField(self.admin_site)
        return form

    def _ask(
        self,
        request: HttpRequest,
        queryset: QuerySet[Article],
        form: forms.Form,
        act: Callable[[forms.Form], str],
        title: str,
    ) -> HttpResponse | None:
        number = queryset.order_by()[: MOST_AT_ONCE + 1].count()
        if number > MOST_AT_ONCE:
            message = _("At most %(most)s articles at once.") % {"most": MOST_AT_ONCE}
            self.message_user(request, message, messages.ERROR)
            return None
        if form.is_bound and form.is_valid():
            try:
                self.message_user(request, act(form), messages.SUCCESS)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return None
        context: dict[str, Any] = self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
            "articles": queryset[:MOST_NAMED],
            "number": number,
            "more": max(number - MOST_NAMED, 0),
            "carried": _carried(request),
        }
        return TemplateResponse(request, "admin/articles/article/bulk.html", context)


def _typed(request: HttpRequest) -> Any:
    return request.POST if "asked" in request.POST else None


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What tells Django the action and the articles again when the page is sent."""
    names = ["action", "index", "select_across", ACTION_CHECKBOX_NAME]
    return [(name, value) for name in names for value in request.POST.getlist(name)]


def _told(sentence: str, tagged: Tagged) -> str:
    articles = ngettext("%(number)s article", "%(number)s articles", tagged.changed)
    told = sentence % {"articles": articles % {"number": tagged.changed}}
    if not tagged.unchanged:
        return told
    before = ngettext(
        "%(number)s was like that before.", "%(number)s were like that before.", tagged.unchanged
    )
    return f"{told} {before % {'number': tagged.unchanged}}"
