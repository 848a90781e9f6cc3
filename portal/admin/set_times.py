"""Setting a time and calling it off: for a list to be published, an edition to be withdrawn."""

from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.admin.refusals import told
from articles.refusal import Refused
from portal.actions import (
    cancel_publication,
    cancel_withdrawal,
    schedule_publication,
    schedule_withdrawal,
)
from portal.models import CuratedList, Edition
from portal.queries.schedules import withdrawal_of


def asked_time(text: str) -> datetime:
    """Give the moment that a form asks for: by the clock of the desk, not of the browser."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        moment = None
    if moment is None:
        raise Refused(_("Give a day and a time of day."))
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _in_words(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


@require_POST
def set_publication(request: HttpRequest, number: int) -> HttpResponse:
    curated_list = get_object_or_404(CuratedList, pk=number)
    typed = request.POST.get("at", "")

    def act() -> str:
        set_time = schedule_publication(
            person(request),
            curated_list,
            at=asked_time(typed),
            expected=request.POST.get("fingerprint", ""),
        )
        return _("It will be published at %(time)s, exactly as it is shown here.") % {
            "time": _in_words(set_time.due_at)
        }

    page = reverse("admin:portal_curatedlist_preview", args=[number])
    done = told(request, act)
    return HttpResponseRedirect(page if done else f"{page}?{urlencode({'at': typed})}")


@require_POST
def cancel_set_publication(request: HttpRequest, number: int) -> HttpResponse:
    curated_list = get_object_or_404(CuratedList, pk=number)

    def act() -> str:
        cancel_publication(person(request), curated_list)
        return _("Called off: it is not published at a set time.")

    told(request, act)
    return HttpResponseRedirect(reverse("admin:portal_curatedlist_preview", args=[number]))


def set_withdrawal(request: HttpRequest, number: int) -> HttpResponse:
    """Ask when and why; say what is set already."""
    if not request.user.has_perm("portal.withdraw_edition"):
        raise PermissionDenied
    edition = get_object_or_404(Edition, pk=number)
    waiting = withdrawal_of(edition)
    typed = {"at": "", "reason": waiting.reason if waiting else ""}
    refusal = ""
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in typed}
        try:
            return _withdrawal_set(request, edition, typed)
        except Refused as refused:
            refusal = str(refused)
    context = admin.site.each_context(request) | {
        "title": _("Withdraw an edition at a set time"),
        "opts": Edition._meta,
        "edition": edition,
        "waiting": waiting,
        "refusal": refusal,
        **typed,
    }
    return render(request, "admin/portal/edition/set_withdrawal.html", context)


def _withdrawal_set(request: HttpRequest, edition: Edition, typed: dict[str, str]) -> HttpResponse:
    waiting = schedule_withdrawal(
        person(request), edition, at=asked_time(typed["at"]), reason=typed["reason"]
    )
    said = _("It will be withdrawn at %(time)s. Readers will see the reason then.")
    messages.success(request, said % {"time": _in_words(waiting.due_at)})
    return HttpResponseRedirect(reverse("admin:portal_edition_change", args=[edition.pk]))


@require_POST
def cancel_set_withdrawal(request: HttpRequest, number: int) -> HttpResponse:
    edition = get_object_or_404(Edition, pk=number)

    def act() -> str:
        cancel_withdrawal(person(request), edition)
        return _("Called off: the edition is not withdrawn at a set time.")

    told(request, act)
    return HttpResponseRedirect(reverse("admin:portal_edition_change", args=[number]))
