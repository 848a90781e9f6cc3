"""Correcting an edition: which part, what is right and why, and a look before readers see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.generic import person
from articles.asked import number as asked_number
from articles.refusal import Refused
from portal.actions import correct_edition
from portal.actions.correcting import corrected_words
from portal.actions.withdrawing import public_reason
from portal.models import Edition, EditionCorrection, EditionEntry
from portal.queries.corrections import approved_words, parts_of, standing_words

IN_GENERAL = "general"
"""The choice of no part: a remark on the whole."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be corrected, as the address or the form says."""

    edition: Edition
    entry: EditionEntry | None
    choice: str
    """Empty where it has still to be made."""

    @property
    def field(self) -> str:
        return "" if self.choice == IN_GENERAL else self.choice


def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Ask which part; then what is right; then show it; then do it."""
    if not request.user.has_perm("portal.correct_edition"):
        raise PermissionDenied
    asked = _asked(request, get_object_or_404(Edition, pk=number))
    context: dict[str, Any] = {"step": "part", "parts": parts_of(asked.edition, asked.entry)}
    if asked.choice:
        context = _what_it_says(asked) | {"step": "words"}
    if request.method == "POST" and asked.choice:
        typed = {name: request.POST.get(name, "") for name in ("said", "says", "reason")}
        context |= typed
        try:
            if "confirm" in request.POST:
                return _done(request, asked, typed)
            if "change" not in request.POST:
                context |= {"correction": _shown(asked, typed), "step": "look"}
        except Refused as refusal:
            context["refusal"] = str(refusal)
    return _page(request, asked, context)


def _asked(request: HttpRequest, edition: Edition) -> Asked:
    said = request.POST if request.method == "POST" else request.GET
    entry = None
    if place := asked_number(said.get("entry")):
        entry = get_object_or_404(edition.entries, pk=place)
    choice = said.get("part", "")
    return Asked(
        edition, entry, choice if choice in {IN_GENERAL, *parts_of(edition, entry)} else ""
    )


def _what_it_says(asked: Asked) -> dict[str, Any]:
    if not asked.field:
        return {"said": "", "says": ""}
    said = standing_words(asked.edition, asked.entry, asked.field)
    found: dict[str, Any] = {
        "said": said,
        "says": said,
        "name": EditionCorrection.Field(asked.field).label,
    }
    if asked.entry and asked.field in EditionCorrection.APPROVED:
        approved = approved_words(asked.entry, asked.field)
        words = approved.words if approved else said
        found |= {"says": words, "only_approved": True, "nothing_new": words == said}
    return found


def _shown(asked: Asked, typed: dict[str, str]) -> EditionCorrection:
    """Give the correction as readers would see it, which nobody has saved."""
    return EditionCorrection(
        edition=asked.edition,
        entry=asked.entry,
        field=asked.field,
        said=typed["said"],
        says=corrected_words(asked.edition, asked.entry, asked.field, typed["says"]),
        reason=public_reason(typed["reason"]),
        corrected_at=timezone.now(),
    )


def _done(request: HttpRequest, asked: Asked, typed: dict[str, str]) -> HttpResponse:
    correct_edition(
        person(request),
        asked.edition,
        entry=asked.entry,
        field=asked.field,
        expected=typed["said"],
        says=typed["says"],
        reason=typed["reason"],
    )
    messages.success(request, _("The correction is published, with its date and reason."))
    return HttpResponseRedirect(reverse("admin:portal_edition_change", args=[asked.edition.pk]))


def _page(request: HttpRequest, asked: Asked, context: dict[str, Any]) -> HttpResponse:
    context |= admin.site.each_context(request) | {
        "title": _("Correct an edition"),
        "opts": Edition._meta,
        "asked": asked,
        "edition": asked.edition,
        "in_general": IN_GENERAL,
    }
    return render(request, "admin/portal/edition/correct.html", context)
