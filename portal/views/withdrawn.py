"""What is said where an edition, or all that had an article, was withdrawn."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.models import Edition
from portal.queries import editions as published


def withdrawn(request: HttpRequest, edition: Edition | None) -> HttpResponse:
    if edition is None:
        raise Http404
    context = edition_context(edition)
    return render(request, "portal/withdrawn.html", context, status=HTTPStatus.GONE)


def edition_context(shown: Edition) -> dict[str, Any]:
    """Say of an edition which others there are, and which of them stand."""
    history = list(published.editions_of(shown.slug))
    still = {other.number: other for other in history if not hasattr(other, "withdrawal")}
    standing = next(iter(still.values()), None)
    is_standing = shown.number in still
    return {
        "edition": shown,
        "history": history,
        "standing": standing,
        "newer": standing if standing and standing.number > shown.number else None,
        "comparable": still.keys() - {shown.number} if is_standing else (),
    }
