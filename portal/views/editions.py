"""Lists and their editions; what differs between two of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.asked import number
from portal import exports
from portal.comparing import compare
from portal.models import Edition
from portal.paging import newest_first
from portal.queries import editions as published
from portal.views.serving import public
from portal.views.withdrawn import edition_context, withdrawn


@public
def lists(request: HttpRequest) -> HttpResponse:
    """Show the newest edition of each list, of a theme and a year where the address says so."""
    slug, asked = request.GET.get("theme", ""), request.GET.get("year", "")
    theme = published.published_theme(slug) if slug else None
    years, year = published.years_published(), number(asked)
    if (slug and theme is None) or (asked and year not in years):
        raise Http404
    editions = published.editions_narrowed(theme, year)
    context = {
        "page": newest_first(editions, request),
        "themes": published.published_themes(),
        "years": years,
        "theme": theme,
        "year": year,
        "section": "lists",
    }
    return render(request, "portal/lists.html", context)


@public
def newest_edition(request: HttpRequest, slug: str) -> HttpResponse:
    edition = published.newest_edition(slug)
    if edition is None:
        return withdrawn(request, published.editions_of(slug).first())
    return _edition(request, edition)


@public
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Return the lasting address of one edition."""
    found = get_object_or_404(published.editions_of(slug), number=number)
    if hasattr(found, "withdrawal"):
        return withdrawn(request, found)
    return _edition(request, found)


@public
def compared(request: HttpRequest, slug: str, number: int, other: int) -> HttpResponse:
    """Show what changed from one edition to a later one."""
    if number < other:
        return redirect("compared", slug, other, number, permanent=True)
    both = published.editions_of(slug).filter(number__in={number, other})
    found = list(both.order_by("number"))
    if len(found) != 2:  # noqa: PLR2004
        raise Http404
    old, new = found
    for each in found:
        if hasattr(each, "withdrawal"):
            return withdrawn(request, each)
    before, after = map(published.printed_entries, found)
    comparison = compare(old, before, new, after)
    context = {"old": old, "new": new, "comparison": comparison}
    return render(request, "portal/compared.html", context)


def _edition(request: HttpRequest, shown: Edition) -> HttpResponse:
    context = edition_context(shown) | {
        "entries": published.printed_entries(shown),
        "forms": {form: exports.FORMS[form].name for form in exports.FORMS},
    }
    return render(request, "portal/edition.html", context)
