"""The page that fills a list: a search over what can stand in it, and adding what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.decorators.http import require_http_methods
from django_filters.filterset import FilterSet

from articles.admin.filters import ArticleFilters
from articles.admin.generic import person
from articles.asked import number as as_number
from articles.models import Article
from articles.queries.counting import Counted, capped
from articles.refusal import Refused
from portal.actions.picking import Added, Kind, Ticked, add_entries
from portal.models import CuratedList, Entry
from portal.models.growing import Growth
from portal.paging import newest_first
from portal.queries.picking import articles_on_offer, entries_of, tasks_on_offer
from portal.searching.asking import LONGEST, Asked, read
from portal.searching.marking import Piece, marked
from review.models import ExtractedTask, VersionOrganisation

if TYPE_CHECKING:
    from django.db.models import QuerySet

Wants = Growth.Wants

LONGEST_PLACE: Final = 90


class WordsForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Words to look for"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "class": "vTextField",
                "lang": "vi",
                "autocomplete": "off",
                "aria-describedby": "picking-words",
            }
        ),
    )
    wants = forms.ChoiceField(
        label=gettext_lazy("What to look for"), choices=Wants.choices, required=False
    )


@dataclass(frozen=True)
class Row:
    article: Article
    task: ExtractedTask | None
    called: list[Piece]
    responsible: str
    value: str
    is_ticked: bool
    place: int | None
    """Where it stands in the list already."""


@dataclass(frozen=True)
class Section:
    kind: Wants
    name: str
    rows: list[Row]
    found: Counted
    first: str
    """The address of the first ones, where these are not."""
    more: str
    """The address of the next ones, where these are not all."""


@dataclass(frozen=True)
class Place:
    """An entry that stands, which others can be put after."""

    entry: Entry
    number: int
    words: str
    is_chosen: bool

    @property
    def value(self) -> str:
        """The value of the box to tick, were it not here."""
        article, task = self.entry.article_id, self.entry.task_id
        return str(Ticked(Kind.TASK, task) if task else Ticked(Kind.ARTICLE, article or 0))


@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest, number: int) -> HttpResponse:
    """Show what can be picked, and add what is ticked; to htmx, give the panel alone."""
    if not person(request).has_perm("portal.change_curatedlist"):
        raise PermissionDenied
    curated_list = get_object_or_404(CuratedList, pk=number)
    is_partial = request.headers.get("HX-Request") == "true"
    below, added = request.GET.get("below", ""), None
    if request.method == "POST":
        below = request.POST.get("below", "")
        added = _added(request, curated_list, below)
        if added.entries:
            below = _next(below, added)
            if not is_partial:
                return HttpResponseRedirect(_address(request, below=below))
        curated_list = get_object_or_404(CuratedList, pk=number)
    places = _places(curated_list, below)
    ticked = [] if added and added.entries else _ticked(request)
    template = "picking_part" if is_partial else "picking"
    return render(
        request,
        f"admin/portal/curatedlist/{template}.html",
        {
            **admin.site.each_context(request),
            **_searched(request, places, ticked),
            "title": _("Search and pick for the list: %(list)s") % {"list": curated_list},
            "opts": CuratedList._meta,
            "curated_list": curated_list,
            "can_add": curated_list.state == CuratedList.State.DRAFT,
            "below": below,
            "places": places,
            "here": request.get_full_path(),
        },
    )


# -- Adding ----------------------------------------------------------------------------------------


def _added(request: HttpRequest, curated_list: CuratedList, below: str) -> Added:
    """Add what is ticked, and tell what became of each."""
    place = as_number(below) or 0 if below else None
    try:
        added = add_entries(person(request), curated_list, _ticked(request), below=place)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return Added()
    for why in added.refused:
        messages.warning(request, why)
    if added.entries:
        count = len(added.entries)
        words = ngettext(
            "%(number)d added, at place %(place)d.",
            "%(number)d added, from place %(place)d on.",
            count,
        )
        said = {"number": count, "place": added.entries[0].position}
        messages.success(request, words % said)
    return added


def _ticked(request: HttpRequest) -> list[Ticked]:
    ticked = []
    for said in request.POST.getlist("pick"):
        kind, _dash, number = said.partition("-")
        if kind in set(Kind) and as_number(number) is not None:
            ticked.append(Ticked(Kind(kind), as_number(number) or 0))
    return ticked


def _next(below: str, added: Added) -> str:
    """Say where to go on: after what was added, unless it stands at the end or under a heading."""
    is_after_one = Entry.objects.filter(pk=as_number(below) or 0, heading="").exists()
    return str(added.entries[-1].pk) if is_after_one else below


def _places(curated_list: CuratedList, below: str) -> list[Place]:
    return [
        Place(entry, number, _words_of(entry, number), str(entry.pk) == below)
        for number, entry in enumerate(entries_of(curated_list), start=1)
    ]


def _words_of(entry: Entry, number: int) -> str:
    thing = entry.task or entry.article
    if thing is None:
        return _("Under the heading “%(heading)s”") % {"heading": entry.heading}
    called = Truncator(_called(thing)).chars(LONGEST_PLACE)
    return _("After %(place)d. %(entry)s") % {"place": number, "entry": called}


# -- Searching -------------------------------------------------------------------------------------


def _searched(request: HttpRequest, places: list[Place], ticked: list[Ticked]) -> dict[str, Any]:
    words = WordsForm(request.GET, label_suffix="")
    filters: FilterSet = ArticleFilters(  # type: ignore[no-untyped-call]
        request.GET, Article.objects.all()
    )
    understood = words.is_valid() and filters.form.is_valid()
    asked = read(words.cleaned_data["q"] if understood else "")
    is_empty = bool(asked.text) and not asked.terms
    sections = []
    if understood and not is_empty:
        wants = words.cleaned_data["wants"] or Wants.BOTH
        among = filters.qs if any(filters.form.cleaned_data.values()) else None
        show = partial(
            _row,
            asked=asked,
            standing={place.value: place.number for place in places},
            ticked=set(map(str, ticked)),
        )
        kinds: list[tuple[Wants, str, Callable[..., QuerySet[Any]]]] = [
            (Wants.ARTICLES, pgettext("of search results", "Articles"), articles_on_offer),
            (Wants.TASKS, _("Tasks"), tasks_on_offer),
        ]
        sections = [
            _section(request, kind, name, find(asked, among), show)
            for kind, name, find in kinds
            if wants in {kind, Wants.BOTH}
        ]
    return {
        "words": words,
        "filters": filters.form,
        "understood": understood,
        "is_empty": is_empty,
        "sections": sections,
    }


def _section(
    request: HttpRequest, kind: Wants, name: str, found: QuerySet[Any], show: Callable[[Any], Row]
) -> Section:
    """Give one page of a kind; its neighbours are of this kind alone."""
    page = newest_first(found, request)
    return Section(
        kind,
        name,
        [show(thing) for thing in page.rows],
        capped(found),
        "" if page.first else _address(request, wants=kind, before=""),
        _address(request, wants=kind, before=page.next) if page.next else "",
    )


def _row(
    thing: Article | ExtractedTask,
    *,
    asked: Asked,
    standing: Mapping[str, int],
    ticked: Collection[str],
) -> Row:
    task = thing if isinstance(thing, ExtractedTask) else None
    value = str(Ticked(Kind.TASK if task else Kind.ARTICLE, thing.pk))
    return Row(
        article=thing.article if isinstance(thing, ExtractedTask) else thing,
        task=task,
        called=marked(_called(thing), asked),
        responsible=_responsible(task) if task else "",
        value=value,
        is_ticked=value in ticked,
        place=standing.get(value),
    )


def _called(thing: Article | ExtractedTask) -> str:
    if isinstance(thing, ExtractedTask):
        return thing.words
    return thing.title


def _responsible(task: ExtractedTask) -> str:
    role = VersionOrganisation.Role.RESPONSIBLE
    return "; ".join(task.version.bodies_as(role)) if task.version else ""


def _address(request: HttpRequest, **changed: object) -> str:
    """Give the address of this search with something else in it."""
    query = request.GET.copy()
    for name, value in changed.items():
        query[name] = str(value)
    return f"{request.path}?{query.urlencode()}"
