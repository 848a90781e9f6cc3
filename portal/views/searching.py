"""Searching what was published, and proposals while one types."""

from http import HTTPStatus
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles import asked as addresses
from portal.models import SearchRow
from portal.queries.facets import named
from portal.queries.hits import hits
from portal.queries.searching import MOST_FOUND, SIZE, Found, count, find
from portal.queries.suggesting import suggestions
from portal.queries.trying import tries
from portal.searching.asking import LONGEST, Asked, read
from portal.views.search_filters import SearchFilters
from portal.views.serving import public


class Link(NamedTuple):
    name: str
    address: str
    number: int = 0


class Facet(NamedTuple):
    name: str
    values: list[Link]


@public
def search(request: HttpRequest) -> HttpResponse:
    filters = SearchFilters(request.GET, SearchRow.objects.all())
    context: dict[str, Any] = {"section": "search", "typed": request.GET.get("q", "")}
    if not filters.is_valid():  # type: ignore[no-untyped-call]
        context |= {"typed": context["typed"][:LONGEST], "wrong": _wrong(filters)}
        return render(request, "portal/search.html", context, status=HTTPStatus.BAD_REQUEST)
    asked = read(filters.form.cleaned_data["q"])
    context |= {"typed": asked.text, "asked": asked}
    if not asked.terms and (asked.text or not filters.facets):
        return render(request, "portal/search.html", context | {"says_nothing": asked.text})
    page = _page(request)
    rows = filters.qs
    found = find(asked, rows, page=page)
    if page > max(found.pages, 1):
        raise Http404
    context |= {
        "found": found,
        "most": MOST_FOUND,
        "hits": hits(found.entries, asked),
        "narrowed": _narrowed(filters),
        "facets": _facets(filters, found),
        "tries": [] if found.number else _tries(filters, asked),
        "kept": filters.facets,
        "page": page,
        "first": SIZE * (page - 1) + 1,
        "last": SIZE * (page - 1) + len(found.entries),
        "newer": _address(filters, page=page - 1) if page > 1 else "",
        "older": _address(filters, page=page + 1) if page < found.pages else "",
        "is_cut": page == found.pages and found.number > SIZE * found.pages,
    }
    return render(request, "portal/search.html", context)


@public
def suggest(request: HttpRequest) -> HttpResponse:
    proposed = suggestions(request.GET.get("q", "")[:LONGEST])
    labels = {"theme": _("Theme"), "article": _("Article")}
    rows = [{**one._asdict(), "kind": labels[one.kind]} for one in proposed]
    return JsonResponse({"suggestions": rows}, json_dumps_params={"ensure_ascii": False})


def _page(request: HttpRequest) -> int:
    asked = addresses.number(request.GET.get("page", "1"))
    if not asked:
        raise Http404
    return asked


def _wrong(filters: SearchFilters) -> list[str]:
    errors = filters.form.errors
    told = []
    if len(filters.data.get("q", "")) > LONGEST:
        told.append(_("Please use at most %(most)d letters.") % {"most": LONGEST})
    elif "q" in errors:
        told.append(_("There are signs in it that no text has. Please type the words anew."))
    if errors.keys() - {"q"}:
        told.append(_("What the results are narrowed to makes no sense."))
    return told


def _address(filters: SearchFilters, **changed: Any) -> str:
    """Give this search with other values; those that are empty are left out."""
    asked = {"q": filters.data.get("q", "").strip(), **filters.facets, **changed}
    return f"{reverse('search')}?{urlencode({name: said for name, said in asked.items() if said})}"


def _narrowed(filters: SearchFilters) -> list[Link]:
    """Give what the results are narrowed to, each with the address without it."""
    return [
        Link(filters.name_of(facet, value), _address(filters, **{facet: ""}))
        for facet, value in filters.facets.items()
    ]


def _facets(filters: SearchFilters, found: Found) -> list[Facet]:
    """Give what the results may be narrowed to further."""
    labels = {
        "kind": _("Kind"),
        "theme": _("Themes"),
        "document": _("Official documents"),
        "publisher": _("Publisher"),
        "year": _("Year"),
    }
    values = named(found.facets)
    return [
        Facet(
            label,
            [
                Link(one.name, _address(filters, **{facet: one.asked}), one.number)
                for one in values[facet]
            ],
        )
        for facet, label in labels.items()
        if facet not in filters.facets and any(one.number < found.number for one in values[facet])
    ]


def _tries(filters: SearchFilters, asked: Asked) -> list[Link]:
    """Give what finds something where this search finds nothing."""
    everything = SearchRow.objects.all()
    without = dict.fromkeys(filters.facets, "")
    found = []
    if filters.facets and (number := count(asked, everything)):
        found.append(Link(_("The same words, in everything"), _address(filters, **without), number))
    narrowed = tries(asked, filters.qs)
    for one in narrowed or tries(asked, everything):
        changed = {} if narrowed else without
        found.append(Link(one.name, _address(filters, q=one.typed, **changed), one.number))
    return found
