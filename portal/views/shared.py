"""A list in the making, for whoever was given a link that still holds."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.queries.proofs import proof_of
from portal.sharing import shared


@require_safe
@never_cache
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    found = shared(token)
    if found is None:
        return render(request, "portal/not_shared.html", status=HTTPStatus.GONE)
    proof = proof_of(found.curated_list)
    context = {
        "edition": proof.edition,
        "entries": proof.entries,
        "until": found.until,
        "picture_at": reverse("shared_picture", args=[token, 0]),
    }
    return render(request, "portal/shared.html", context)
