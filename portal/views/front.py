"""The front page, and what says who we are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.queries import editions as published
from portal.views.serving import public

ON_THE_FRONT_PAGE = 7
SHOWN_OF_AN_EDITION = 4


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
        },
    )


@public
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {"section": "about"})
