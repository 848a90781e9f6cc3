"""An article, as far as it was published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.queries import editions as published
from portal.queries.texts import shown_text
from portal.views.serving import public
from portal.views.withdrawn import withdrawn


@public
def article(request: HttpRequest, number: int) -> HttpResponse:
    found = published.published_article(number)
    if found is None:
        return withdrawn(request, published.withdrawn_edition_with(number))
    text = shown_text(found.itself.entry) if found.itself else None
    return render(request, "portal/article.html", {"article": found, "text": text})
