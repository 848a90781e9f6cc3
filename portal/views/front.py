"""The front page, and what says who we are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.queries import editions as published
from portal.queries.documents import published_documents
from portal.views.serving import public

ON_THE_FRONT_PAGE = 7
SHOWN_OF_AN_EDITION = 5
TASKS = 4
DOCUMENTS = 7


@public
def home(request: HttpRequest) -> HttpResponse:
    editions = list(published.standing_editions()[:ON_THE_FRONT_PAGE])
    return render(
        request,
        "portal/home.html",
        {
            "newest": editions[0] if editions else None,
            "others": editions[1:],
            "first_entries": published.first_entries(editions, most=SHOWN_OF_AN_EDITION),
            "themes": published.themes_of(editions),
            "tasks": published.newest_tasks()[:TASKS],
            "documents": published_documents().order_by("-pk")[:DOCUMENTS],
        },
    )


@public
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {"section": "about"})
