"""An edition as rows: one for each entry, each of which can stand alone."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.exports.corrections import lines
from portal.exports.taken import Taken
from portal.terms import terms

Cell = str | int | date | None


def headings() -> list[str]:
    return [
        _("No."),
        _("Section"),
        _("Kind"),
        _("Wording"),
        pgettext("is to do it", "Who"),
        _("With"),
        _("By when"),
        _("Title"),
        _("Publisher"),
        _("Author"),
        _("Date"),
        _("Address"),
        _("Documents cited"),
        _("Themes"),
        _("The editor’s note"),
        _("Corrections"),
        _("List"),
        _("Edition"),
        _("Published on"),
        _("Address of the edition"),
        _("Terms of use"),
    ]


def rows(taken: Taken) -> Iterator[list[Cell]]:
    edition = taken.edition
    of_edition: list[Cell] = [
        edition.title,
        edition.number,
        timezone.localdate(edition.published_at),
        taken.address,
        terms(),
    ]
    of_the_whole = list(edition.corrections.filter(entry=None))
    for printed in taken.entries:
        entry = printed.entry
        yield [
            entry.position,
            entry.section,
            entry.get_kind_display(),
            entry.wording,
            "; ".join(entry.responsible),
            "; ".join(entry.taking_part),
            entry.due,
            entry.title,
            entry.publisher,
            entry.author,
            entry.published_on,
            entry.source_url,
            "; ".join(entry.documents),
            "; ".join(theme.name for theme in printed.themes),
            entry.note,
            "\n".join(lines([*printed.corrections, *of_the_whole])),
            *of_edition,
        ]
