"""What was published on a theme."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.paging import newest_first
from portal.queries import editions as published
from portal.views.serving import public


@public
def themes(request: HttpRequest) -> HttpResponse:
    context = {"themes": published.published_themes(), "section": "themes"}
    return render(request, "portal/themes.html", context)


@public
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    found = published.published_theme(slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return redirect("theme", found.slug)  # not for ever: a merge may be undone
    page = newest_first(published.entries_on(found), request)
    context = {
        "name": found.name,
        "slug": found.slug,
        "page": page,
        "entries": published.as_printed(page.rows),
    }
    return render(request, "portal/theme.html", context)
