"""What may be asked for, each said once: for reading it, and for those who want to know it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.asked import BIGGEST
from articles.asked import number as number_of_a_row
from portal.api.problems import Problem, not_found
from portal.models import EditionEntry

LONGEST_WORD: Final = 200
MOST_ROWS: Final = 100
ROWS: Final = 20


@dataclass(frozen=True)
class Parameter:
    name: str
    meaning: Promise
    schema: Mapping[str, Any]
    example: Any
    read: Callable[[str], Any]
    """Gives the value, or raises `ValueError` with words that say what is wanted."""


def _number(text: str, least: int, most: int) -> int:
    found = number_of_a_row(text)
    if found is None or not least <= found <= most:
        words = _("A number from %(least)d to %(most)d is wanted here.")
        raise ValueError(words % {"least": least, "most": most})
    return found


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():
        raise ValueError(_("A date is wanted here, like 2021-09-20."))
    return day


def _text(text: str, longest: int) -> str:
    if not text or len(text) > longest or "\0" in text:
        words = _("From 1 to %(most)d letters are wanted here.")
        raise ValueError(words % {"most": longest})
    return text


def _kind(text: str) -> str:
    if text not in EditionEntry.Kind.values:
        words = _("One of these is wanted here: %(names)s.")
        raise ValueError(words % {"names": ", ".join(EditionEntry.Kind.values)})
    return text


_DAY_SCHEMA: Final = {"type": "string", "format": "date"}


def word(name: str, meaning: Promise, example: str, longest: int = LONGEST_WORD) -> Parameter:
    schema = {
        "type": "string",
        "minLength": 1,
        "maxLength": longest,
        "pattern": r"^[^\u0000]+$",
    }
    return Parameter(name, meaning, schema, example, partial(_text, longest=longest))


def number(
    name: str, meaning: Promise, example: int, *, least: int = 0, most: int = BIGGEST
) -> Parameter:
    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Parameter(name, meaning, schema, example, partial(_number, least=least, most=most))


def since(meaning: Promise) -> Parameter:
    return Parameter("from", meaning, _DAY_SCHEMA, "2021-01-01", _day)


def until(meaning: Promise) -> Parameter:
    return Parameter("to", meaning, _DAY_SCHEMA, "2021-12-31", _day)


THEME: Final = word("theme", gettext_lazy("Only what has this theme, by its slug."), "neu-guong")
PUBLISHER: Final = word(
    "publisher", gettext_lazy("Only what this publisher published, by its name."), "Báo Sông Lam"
)
DOCUMENT: Final = word(
    "document",
    gettext_lazy("Only what cites this official document, by its slug."),
    "quy-dinh-08-qdi-tw",
)
KIND: Final = Parameter(
    "kind",
    gettext_lazy("Only articles, or only tasks."),
    {"type": "string", "enum": list(EditionEntry.Kind.values)},
    "task",
    _kind,
)
CURSOR: Final = word(
    "cursor",
    gettext_lazy("Where a page begins. Follow “next”; do not make one up."),
    "WyJhcnRpY2xlcyIsNDJd",
)
LIMIT: Final = number(
    "limit", gettext_lazy("How many there are on a page."), ROWS, least=1, most=MOST_ROWS
)
PAGING: Final = (CURSOR, LIMIT)


def read_query(asked: QueryDict, parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """Read what an address asks behind its question mark, each at most once."""
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, Any] = {}
    for name, values in asked.lists():
        parameter = known.get(name)
        if parameter is None:
            words = _("This address takes: %(names)s.")
            raise Problem(
                "unknown-parameter",
                words % {"names": ", ".join(known) or "–"},
                parameter=name[:LONGEST_WORD],
            )
        if len(values) > 1:
            raise Problem("bad-parameter", _("It is given more than once."), parameter=name)
        try:
            found[name] = parameter.read(values[0])
        except ValueError as error:
            raise Problem("bad-parameter", str(error), parameter=name) from error
    return found


def read_path(asked: Mapping[str, str], parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """Read the parts of an address: one that is not right leads nowhere."""
    try:
        return {parameter.name: parameter.read(asked[parameter.name]) for parameter in parameters}
    except ValueError as error:
        raise not_found() from error
