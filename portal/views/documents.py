"""Official documents: who cites them, and what is to be done under them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from portal.models import EditionEntry
from portal.paging import newest_first
from portal.queries import documents as published
from portal.queries.editions import as_printed
from portal.views.serving import public

Kind = EditionEntry.Kind


@public
def documents(request: HttpRequest) -> HttpResponse:
    page = newest_first(published.published_documents(), request, size=50)
    return render(request, "portal/documents.html", {"page": page, "section": "documents"})


@public
def document(request: HttpRequest, slug: str) -> HttpResponse:
    found = published.published_document(slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return redirect("document", found.slug)  # not for ever: a merge may be undone
    articles = newest_first(published.entries_citing(found, Kind.ARTICLE), request)
    tasks = newest_first(published.entries_citing(found, Kind.TASK), request, asked="tasks_before")
    context = {
        "document": found.newest,
        "articles": articles,
        "citing": as_printed(articles.rows),
        "tasks": tasks,
        "carrying_out": as_printed(tasks.rows),
        "section": "documents",
    }
    return render(request, "portal/document.html", context)
