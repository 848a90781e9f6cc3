"""What notices about publishing say. They are kept and shown where all notices are, in `review`."""

from collections.abc import Sequence
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.models import ScheduledPublication
from review.announced import Spoken, speaks
from review.models import Notice

AT_A_SET_TIME: Final = "scheduled"


def _speak(notices: Sequence[Notice]) -> dict[int, Spoken]:
    publications = ScheduledPublication.objects.select_related("curated_list", "edition")
    found = publications.in_bulk([notice.about for notice in notices])
    return {notice.pk: _spoken(found[notice.about]) for notice in notices if notice.about in found}


def _spoken(publication: ScheduledPublication) -> Spoken:
    title = publication.curated_list.title
    when = date_format(localtime(publication.due_at), "SHORT_DATETIME_FORMAT")
    if publication.edition is not None:
        said = {"when": when, "number": publication.edition.number}
        words = _("Published at the time that was set, %(when)s, as edition %(number)d.") % said
        address = reverse("admin:portal_edition_change", args=[publication.edition.pk])
        return Spoken(words, address, title)
    why = " ".join(filter(None, [publication.get_problem_display(), publication.detail]))
    words = _("Not published at the time that was set, %(when)s. %(why)s") % {
        "when": when,
        "why": why,
    }
    address = reverse("admin:portal_curatedlist_preview", args=[publication.curated_list_id])
    return Spoken(words, address, title)


speaks(AT_A_SET_TIME, _speak)
