"""The proof of a list, as readers would see it, and what can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles import asked
from articles.admin.generic import person
from articles.refusal import Refused
from portal.actions import check_sources, publish_list, send_back, submit_list
from portal.markdown import rendered
from portal.models import CuratedList
from portal.queries.proofs import Proof, proof_of
from portal.queries.schedules import publication_of, would_be_published
from portal.sharing import token_for
from portal.views.pictures import served

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = CuratedList.State


@require_safe
def preview(request: HttpRequest, number: int) -> HttpResponse:
    somebody = person(request)
    if not somebody.has_perm("portal.view_curatedlist"):
        raise PermissionDenied
    curated_list = get_object_or_404(CuratedList.objects.select_related("submitted_by"), pk=number)
    proof = proof_of(curated_list)
    token, until = token_for(curated_list)
    publication = publication_of(curated_list)
    context = {
        "link": request.build_absolute_uri(reverse("shared_preview", args=[token])),
        "until": until,
        "edition": proof.edition,
        "picture_at": reverse("admin:portal_curatedlist_picture", args=[number, 0]),
        "entries": proof.entries,
        "proof": proof,
        "curated_list": curated_list,
        "can": _what_one_may_do(somebody, curated_list, proof),
        "publication": publication,
        "publication_stands": publication and would_be_published(publication, curated_list, proof),
    }
    return render(request, "admin/portal/curatedlist/preview.html", context)


@require_safe
@never_cache
def picture(request: HttpRequest, number: int, width: int) -> HttpResponse:
    """The picture above the list, before readers may see it."""
    if not person(request).has_perm("portal.view_curatedlist"):
        raise PermissionDenied
    curated_list = get_object_or_404(CuratedList.objects.select_related("picture"), pk=number)
    return served(curated_list.picture, width)


@require_POST
def introduction(request: HttpRequest) -> HttpResponse:
    """How the introduction that is being written would read."""
    somebody = person(request)
    if not any(somebody.has_perm(f"portal.{verb}_curatedlist") for verb in ("add", "change")):
        raise PermissionDenied
    return HttpResponse(rendered(request.POST.get("introduction", "")))


def _what_one_may_do(
    somebody: "AbstractUser", curated_list: CuratedList, proof: Proof
) -> dict[str, bool]:
    """Which buttons to offer; the actions decide again."""
    submitted = curated_list.state == State.SUBMITTED
    publishes = submitted and somebody.has_perm("portal.publish_curatedlist")
    return {
        "submit": not submitted
        and not proof.problems
        and somebody.has_perm("portal.submit_curatedlist"),
        "send_back": publishes,
        "call_off": somebody.has_perm("portal.publish_curatedlist"),
        "publish": publishes and not proof.problems and curated_list.submitted_by_id != somebody.pk,
        "change": somebody.has_perm("portal.change_curatedlist"),
    }


@require_POST
def submit(request: HttpRequest, number: int) -> HttpResponse:
    def done(curated_list: CuratedList) -> str:
        submit_list(person(request), curated_list, expected=_seen(request))
        messages.success(request, _("Submitted. Somebody else publishes it."))
        return _preview(number)

    return _do(request, number, done)


@require_POST
def check(request: HttpRequest, number: int) -> HttpResponse:
    def done(curated_list: CuratedList) -> str:
        asked = check_sources(person(request), curated_list)
        words = (
            ngettext(
                "%(number)d source is being asked for. Look again in a moment.",
                "%(number)d sources are being asked for. Look again in a moment.",
                asked,
            )
            if asked
            else _("All sources were asked for within the last hour.")
        )
        messages.success(request, words % {"number": asked})
        return _preview(number)

    return _do(request, number, done)


@require_POST
def send_it_back(request: HttpRequest, number: int) -> HttpResponse:
    def done(curated_list: CuratedList) -> str:
        note = request.POST.get("note", "")
        send_back(person(request), curated_list, note=note, expected=_seen(request))
        messages.success(request, _("Sent back with your note."))
        return reverse("admin:portal_curatedlist_change", args=[number])

    return _do(request, number, done)


@require_POST
def publish(request: HttpRequest, number: int) -> HttpResponse:
    def done(curated_list: CuratedList) -> str:
        fingerprint = request.POST.get("fingerprint", "")
        edition = publish_list(person(request), curated_list, expected=fingerprint)
        messages.success(
            request, _("Edition %(number)d is published.") % {"number": edition.number}
        )
        return reverse("admin:portal_edition_change", args=[edition.pk])

    return _do(request, number, done)


def _do(
    request: HttpRequest, number: int, done: Callable[[CuratedList], str]
) -> HttpResponseRedirect:
    """Do it and go where it says; a refusal is told on the preview."""
    try:
        return HttpResponseRedirect(done(get_object_or_404(CuratedList, pk=number)))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(_preview(number))


def _preview(number: int) -> str:
    return reverse("admin:portal_curatedlist_preview", args=[number])


def _seen(request: HttpRequest) -> int:
    return asked.number(request.POST.get("seen")) or 0
