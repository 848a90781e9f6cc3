"""Notices about what other apps know: they say what such a notice tells, `review` does not know.

Like any notice they are rows of the transaction that they tell of, unread once, and go out by mail.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from review.models import Notice


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a notice says by now, in the reader's language."""

    words: str
    address: str
    subject: str
    """What it is about."""


Speaker = Callable[[Sequence["Notice"]], dict[int, Spoken]]
"""Puts notices of a kind into words, by their numbers, with one query for all."""

_SPEAKERS: Final[dict[str, Speaker]] = {}


def speaks(kind: str, speaker: Speaker) -> None:
    """Let a kind of notice be put into words by another app."""
    _SPEAKERS[kind] = speaker


def spoken(notices: Sequence["Notice"]) -> dict[int, Spoken]:
    """Put the notices of other apps into words. What nobody speaks for any more is left out."""
    found: dict[int, Spoken] = {}
    for kind, speaker in _SPEAKERS.items():
        of_kind = [notice for notice in notices if notice.kind == kind]
        if of_kind:
            found |= speaker(of_kind)
    return found
