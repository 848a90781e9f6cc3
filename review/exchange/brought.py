"""What a file says of a task, checked field by field: what the desk makes of it comes after."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _

SHA256: Final = re.compile(r"[0-9a-f]{64}")
LONGEST_WORDS: Final = 20_000
VERDICTS: Final = ("approve", "reject", "unsure")
THEME_VERDICTS: Final = ("confirmed", "removed")


class Unreadable(Exception):  # noqa: N818  (an answer to whoever sent the file, not an error)
    """This row says something that cannot be; `str()` says what, in words for a person."""


@dataclass(frozen=True, slots=True)
class SaidThen:
    """A decision as it stands on the record that came in."""

    person: str
    verdict: str
    reason: str
    settles: bool
    made_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class WordedThen:
    """A wording as it came in."""

    wording: str
    responsible: tuple[str, ...]
    taking_part: tuple[str, ...]
    due: str
    due_from: date | None
    due_to: date | None
    documents: tuple[str, ...] | None = None
    """Their keys; None where the file does not say."""
    written_by: str | None = None
    written_at: datetime | None = None
    decisions: tuple[SaidThen, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentThen:
    """A comment as it stands on the record that came in, and the number of the wording it is on."""

    wording: int
    person: str
    words: str
    about: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class ThemeThen:
    """What somebody said of a theme of the article, as it came in."""

    name: str
    verdict: str
    person: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Brought:
    """A task as it came in: where it stands, what it says, and, if it is sealed, its record."""

    article_sha256: str
    text_sha256: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    wordings: tuple[WordedThen, ...]
    line_sha256: str
    sealed: bool = False
    found: dict[str, Any] = field(default_factory=dict)
    """What the finder said of the place; of a sealed line only."""
    found_at: datetime | None = None
    comments: tuple[CommentThen, ...] = ()
    themes: tuple[ThemeThen, ...] = ()


def brought(line: dict[str, Any], line_sha256: str, *, sealed: bool) -> Brought:
    """Check a line of the schema; raise `Unreadable` with the name of the field that is wrong."""
    article, text, place = (_object(line, name) for name in ("article", "text", "place"))
    wordings = tuple(_wording(each) for each in _list(line, "wordings"))
    if not wordings:
        raise Unreadable(_("“wordings” is empty."))
    return Brought(
        article_sha256=_hash(article, "sha256"),
        text_sha256=_hash(text, "sha256"),
        start=_number(place, "start"),
        end=_number(place, "end"),
        quote=_text(place, "quote", needed=True),
        before=_text(place, "before"),
        after=_text(place, "after"),
        wordings=wordings,
        line_sha256=line_sha256,
        sealed=sealed,
        found={
            "heading": _text(line, "heading")[:1000],
            "marker": _text(line, "marker")[:60],
            "rule": _text(line, "rule")[:60],
            "confidence": _share(line, "confidence"),
        }
        if sealed
        else {},
        found_at=_moment(line, "found_at") if sealed else None,
        comments=tuple(map(_comment, _list(line, "comments"))) if sealed else (),
        themes=tuple(map(_theme, _list(article, "themes_said"))) if sealed else (),
    )


def _wording(said: Any) -> WordedThen:
    if not isinstance(said, dict):
        raise Unreadable(_("“wordings” must hold objects."))
    return WordedThen(
        wording=_text(said, "wording", needed=True),
        responsible=_names(said, "responsible"),
        taking_part=_names(said, "taking_part"),
        due=_text(said, "due")[:200],
        due_from=_day(said, "due_from"),
        due_to=_day(said, "due_to"),
        documents=tuple(_text(_of(each), "key", needed=True) for each in _list(said, "documents")),
        written_by=_text(said, "written_by") or None,
        written_at=_moment(said, "written_at"),
        decisions=tuple(_decision(_of(each)) for each in _list(said, "decisions")),
    )


def _decision(said: dict[str, Any]) -> SaidThen:
    return SaidThen(
        person=_text(said, "person", needed=True),
        verdict=_verdict(said, VERDICTS),
        reason=_text(said, "reason"),
        settles=said.get("settles") is True,
        made_at=_made_at(said),
        withdrawn_at=_moment(said, "withdrawn_at"),
    )


def _comment(said: Any) -> CommentThen:
    said = _of(said)
    return CommentThen(
        wording=_number(said, "wording"),
        person=_text(said, "person", needed=True),
        words=_text(said, "words", needed=True),
        about=_text(said, "about"),
        made_at=_made_at(said),
    )


def _theme(said: Any) -> ThemeThen:
    said = _of(said)
    return ThemeThen(
        name=_text(said, "name", needed=True),
        verdict=_verdict(said, THEME_VERDICTS),
        person=_text(said, "person", needed=True),
        made_at=_made_at(said),
    )


def _verdict(said: dict[str, Any], known: Container[str]) -> str:
    verdict = _text(said, "verdict", needed=True)
    if verdict not in known:
        raise Unreadable(_("There is no verdict “%(verdict)s”.") % {"verdict": verdict})
    return verdict


def _made_at(said: dict[str, Any]) -> datetime:
    made_at = _moment(said, "made_at")
    if made_at is None:
        raise Unreadable(_("“made_at” is missing."))
    return made_at


def _of(said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise Unreadable(_("An object is needed where there is none."))
    return said


def _object(said: dict[str, Any], name: str) -> dict[str, Any]:
    value = said.get(name)
    if not isinstance(value, dict):
        raise _missing(name)
    return value


def _list(said: dict[str, Any], name: str) -> list[Any]:
    value = said.get(name)
    if not isinstance(value, list):
        raise _missing(name)
    return value


def _text(said: dict[str, Any], name: str, *, needed: bool = False) -> str:
    value = said.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise _missing(name)
    if len(value) > LONGEST_WORDS or "\0" in value:
        raise Unreadable(_("“%(field)s” is too long or damaged.") % {"field": name})
    return value


def _names(said: dict[str, Any], name: str) -> tuple[str, ...]:
    names = _list(said, name)
    if not all(isinstance(each, str) and "\0" not in each for each in names):
        raise _missing(name)
    return tuple(names)


def _hash(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not SHA256.fullmatch(value):
        raise Unreadable(_("“%(field)s” is no SHA-256.") % {"field": name})
    return value


def _number(said: dict[str, Any], name: str) -> int:
    value = said.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise Unreadable(_("“%(field)s” is no place in a text.") % {"field": name})
    return value


def _share(said: dict[str, Any], name: str) -> float:
    value = said.get(name)
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Unreadable(_("“%(field)s” must be from 0 to 1.") % {"field": name})
    return float(value)


def _day(said: dict[str, Any], name: str) -> date | None:
    value = _text(said, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise Unreadable(_("“%(field)s” is no date.") % {"field": name}) from None


def _moment(said: dict[str, Any], name: str) -> datetime | None:
    value = _text(said, name)
    try:
        moment = datetime.fromisoformat(value) if value else None
    except ValueError:
        raise Unreadable(_("“%(field)s” is no time.") % {"field": name}) from None
    if moment and moment.tzinfo is None:
        raise Unreadable(_("“%(field)s” is no time.") % {"field": name})
    return moment


def _missing(name: str) -> Unreadable:
    return Unreadable(_("“%(field)s” is missing, or is of the wrong kind.") % {"field": name})
