"""Lists, their editions, and what stands in these."""

from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from portal.api import parameters as given
from portal.api.cursors import by_position, downwards
from portal.api.narrowing import on_days, on_the_theme, said_editions, said_entries
from portal.api.operations import Asked, Operation
from portal.api.problems import Problem, not_found
from portal.api.shapes import Said, Shapes, moment, page_of
from portal.models import Edition, EditionEntry
from portal.queries import editions as published

SLUG: Final = given.word("slug", _("The slug of the list."), "neu-guong-o-co-so")
NUMBER: Final = given.number("number", _("The number of the edition."), 3)
OF_LIST: Final = given.word("list", _("Only editions of this list, by its slug."), SLUG.example)
SINCE: Final = given.since(_("Only editions that were published on this day or later."))
UNTIL: Final = given.until(_("Only editions that were published on this day or earlier."))


def _lists(request: HttpRequest, asked: Asked) -> Said:
    rows = said_editions(_narrowed(published.standing_editions(), asked))
    return page_of(request, downwards("lists", rows, asked), Shapes(request).of_list)


def _one_list(request: HttpRequest, asked: Asked) -> Said:
    newest = published.newest_edition(asked["slug"])
    if newest is None:
        raise gone(request, published.editions_of(asked["slug"]).first())
    return Shapes(request).of_list(newest)


def _editions(request: HttpRequest, asked: Asked) -> Said:
    rows = said_editions(_narrowed(Edition.objects.filter(withdrawal=None), asked))
    if slug := asked.get("list"):
        rows = rows.filter(slug=slug)
    return page_of(request, downwards("editions", rows, asked), Shapes(request).of_edition)


def _one_edition(request: HttpRequest, asked: Asked) -> Said:
    return Shapes(request).of_edition(_edition(request, asked))


def _entries(request: HttpRequest, asked: Asked) -> Said:
    edition = _edition(request, asked)
    rows = said_entries(edition.entries.all())
    if kind := asked.get("kind"):
        rows = rows.filter(kind=kind)
    shapes = Shapes(request)
    page = by_position("entries", rows, asked)
    return page_of(request, page, lambda entry: shapes.of_entry(entry, edition))


def _narrowed(rows: QuerySet[Edition], asked: Asked) -> QuerySet[Edition]:
    rows = on_days(rows, asked, "published_at__date")
    if slug := asked.get("theme"):
        on_it = on_the_theme(EditionEntry.objects.all(), slug)
        rows = rows.filter(Exists(on_it.filter(edition=OuterRef("pk"))))
    return rows


def _edition(request: HttpRequest, asked: Asked) -> Edition:
    found = published.editions_of(asked["slug"]).filter(number=asked["number"]).first()
    if found is None or hasattr(found, "withdrawal"):
        raise gone(request, found)
    return found


def gone(request: HttpRequest, withdrawn: Edition | None) -> Problem:
    """Say why it is not there (any more)."""
    if withdrawn is None:
        return not_found()
    return Problem(
        "withdrawn",
        _now("Please do not rely on it."),
        reason=withdrawn.withdrawal.reason,
        withdrawn_at=moment(withdrawn.withdrawal.withdrawn_at),
        page=Shapes(request).at("edition", withdrawn.slug, withdrawn.number),
    )


OPERATIONS: Final = (
    Operation(
        "lists",
        "/lists",
        _("Every list with its newest edition, the newest first."),
        "ListPage",
        _lists,
        in_query=(given.THEME, SINCE, UNTIL, *given.PAGING),
    ),
    Operation(
        "list",
        "/lists/{slug}",
        _("One list with its newest edition."),
        "List",
        _one_list,
        in_path=(SLUG,),
        may_be_withdrawn=True,
    ),
    Operation(
        "editions",
        "/editions",
        _("Every edition that was not withdrawn, the newest first."),
        "EditionPage",
        _editions,
        in_query=(OF_LIST, given.THEME, SINCE, UNTIL, *given.PAGING),
    ),
    Operation(
        "edition",
        "/lists/{slug}/editions/{number}",
        _("One edition, which never changes."),
        "Edition",
        _one_edition,
        in_path=(SLUG, NUMBER),
        may_be_withdrawn=True,
    ),
    Operation(
        "entries",
        "/lists/{slug}/editions/{number}/entries",
        _("What stands in an edition, in its order."),
        "EntryPage",
        _entries,
        in_path=(SLUG, NUMBER),
        in_query=(given.KIND, *given.PAGING),
        may_be_withdrawn=True,
    ),
)
