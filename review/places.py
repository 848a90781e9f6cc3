"""Where words stand in a text. Pure."""

import re
from dataclasses import dataclass

CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the text, with a few words on either side to tell it from others."""

    start: int
    end: int
    before: str
    after: str


def places_of(body: str, words: str) -> list[Place]:
    """Find the words; white space may differ, since copying from a page changes it."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    return [
        Place(
            start=found.start(),
            end=found.end(),
            before=body[max(0, found.start() - CONTEXT) : found.start()],
            after=body[found.end() : found.end() + CONTEXT],
        )
        for found in re.finditer(r"\s+".join(parts), body)
    ]
