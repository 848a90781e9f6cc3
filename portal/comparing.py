"""What one edition of a list says otherwise than another, entry by entry and word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.models import Edition
from portal.queries.printed import PrintedEntry
from review.changes import Change, How, Piece, differing

Key = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """An entry that stands in one of them only, at another place, or with other words."""

    printed: PrintedEntry
    was: int | None
    """Its place in the older edition; None where it is new."""
    now: int | None
    moved: bool = False
    changes: Sequence[Change] = ()


@dataclass(slots=True)
class Comparison:
    head: list[Change] = field(default_factory=list)
    entries: list[Compared] = field(default_factory=list)
    """In the order of the newer edition; then those that are gone."""
    same: int = 0
    """So many entries are as they were."""


def compare(
    old: Edition,
    before: Sequence[PrintedEntry],
    new: Edition,
    after: Sequence[PrintedEntry],
) -> Comparison:
    found = Comparison(head=[*differing(_head(old), _head(new)), *_other_picture(old, new)])
    here, there = {_key(p): p for p in before}, {_key(p): p for p in after}
    stayed = _in_order(list(here), list(there))
    for key, printed in there.items():
        known = here.get(key)
        compared = _compared(known, printed, moved=known is not None and key not in stayed)
        if known and not compared.moved and not compared.changes:
            found.same += 1
        else:
            found.entries.append(compared)
    gone = [printed for key, printed in here.items() if key not in there]
    found.entries += [Compared(printed, printed.entry.position, None) for printed in gone]
    return found


def _compared(known: PrintedEntry | None, printed: PrintedEntry, *, moved: bool) -> Compared:
    if known is None:
        return Compared(printed, None, printed.entry.position)
    changes = differing(_said(known), _said(printed))
    return Compared(printed, known.entry.position, printed.entry.position, moved, changes)


def _key(printed: PrintedEntry) -> Key:
    entry = printed.entry
    return entry.kind, entry.task_number if printed.is_task else entry.article_number


def _in_order(old: list[Key], new: list[Key]) -> set[Key]:
    """Give those that follow each other as they did: what else is in both has been moved."""
    both = set(old) & set(new)
    here, there = ([key for key in keys if key in both] for keys in (old, new))
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    return {key for block in blocks for key in here[block.a : block.a + block.size]}


def _head(edition: Edition) -> dict[str, str]:
    return {
        _("Title"): edition.title,
        _("Introduction"): edition.introduction,
        _("Picture"): edition.picture_alt,
        _("Credit of the picture"): edition.picture_credit,
    }


def _other_picture(old: Edition, new: Edition) -> Iterator[Change]:
    """Tell of another picture that is described in the same words."""
    if old.picture_id != new.picture_id and old.picture_alt == new.picture_alt:
        yield Change(_("Picture"), (Piece(How.NEW, _("another one, described as before")),))


def _said(printed: PrintedEntry) -> dict[str, str]:
    entry = printed.entry
    day = entry.published_on
    return {
        _("Section"): entry.section,
        _("Wording"): entry.wording,
        pgettext("is to do it", "Who"): "; ".join(entry.responsible),
        _("With"): "; ".join(entry.taking_part),
        _("By when"): entry.due,
        _("Title"): entry.title,
        _("Lead"): entry.lead,
        _("Publisher"): entry.publisher,
        _("Author"): entry.author,
        _("Date"): date_format(day, "SHORT_DATE_FORMAT") if day else "",
        _("Address"): entry.source_url,
        _("Documents cited"): "; ".join(entry.documents),
        _("Themes"): "; ".join(theme.name for theme in printed.themes),
        _("The editor’s note"): entry.note,
    }
