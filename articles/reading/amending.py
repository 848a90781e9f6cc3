"""Taking a paragraph out of a read text, and putting one back. Pure: a text in, the next one out.

What people said of a paragraph is kept by its letters (`paragraph_key`), so that it holds in a
later reading of the same original, wherever the paragraph stands there.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from articles.reading.draft import Draft, Dropped, Reason, Span
from articles.reading.lines import letters
from articles.reading.publishers import without_dateline


@dataclass(frozen=True, slots=True)
class TextState:
    """What an article's text is at one time: the part of a draft that people may change."""

    body: str
    lead: str
    headings: tuple[Span, ...]
    dropped: tuple[Dropped, ...]

    @classmethod
    def of(cls, draft: Draft) -> "TextState":
        return cls(draft.body, draft.lead, draft.headings, draft.dropped)

    def paragraph_at(self, start: int) -> Span | None:
        """Give the paragraph or heading that begins at `start`, or None where none does."""
        if not 0 <= start < len(self.body) or (start and self.body[start - 1] != "\n"):
            return None
        end = self.body.find("\n", start)
        return Span(start, len(self.body) if end < 0 else end)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: in the text, or left out for a reason."""

    text: str
    place: int
    """Where it begins in the body; for one that was left out, its number among those."""
    reason: Reason | None = None
    heading: bool = False


def lines_of(state: TextState) -> list[Line]:
    """Give all lines in the order of the page."""
    headings = {heading.start for heading in state.headings}
    left = iter([Line(d.text, n, d.reason) for n, d in enumerate(state.dropped)])
    waiting = next(left, None)
    lines: list[Line] = []
    start = 0
    for text in state.body.split("\n"):
        while waiting and state.dropped[waiting.place].offset <= start:
            lines.append(waiting)
            waiting = next(left, None)
        lines.append(Line(text, start, heading=start in headings))
        start += len(text) + 1
    return [*lines, *([waiting] if waiting else []), *left]


def paragraph_key(text: str) -> str:
    """Give the same 64 hexadecimal digits for paragraphs with the same letters and digits."""
    return hashlib.sha256(letters(text).encode()).hexdigest()


def take_out(state: TextState, start: int) -> TextState:
    """Move the paragraph that begins at `start` to what was dropped.

    Raises ValueError where no paragraph begins, or where it is the only one.
    """
    span = state.paragraph_at(start)
    if span is None or span == (0, len(state.body)):
        raise ValueError("no paragraph that could be taken out begins here")
    text = state.body[span.start : span.end]
    length = len(text) + 1
    body = (
        state.body[: span.start] + state.body[span.end + 1 :]
        if span.end < len(state.body)
        else state.body[: span.start - 1]
    )
    place = bisect_right([dropped.offset for dropped in state.dropped], span.start)
    before, after = state.dropped[:place], state.dropped[place:]
    headings = tuple(
        heading if heading.start < span.start else _moved(heading, -length)
        for heading in state.headings
        if heading.start != span.start
    )
    return TextState(
        body=body,
        lead=_lead_of(body, headings),
        headings=headings,
        dropped=(
            *before,
            Dropped(text, Reason.EDITOR, span.start, heading=span in state.headings),
            *(replace(left, offset=left.offset - length) for left in after),
        ),
    )


def put_back(state: TextState, number: int) -> TextState:
    """Put what was dropped under this number (from 0) back where it stood, as a paragraph.

    Raises IndexError where there is no such number.
    """
    if number < 0:
        raise IndexError(number)
    dropped = state.dropped[number]
    text = dropped.text.replace("\n", " ")
    length = len(text) + 1
    if dropped.offset < len(state.body):
        start = dropped.offset
        body = f"{state.body[:start]}{text}\n{state.body[start:]}"
    else:
        start = len(state.body) + 1
        body = f"{state.body}\n{text}"
    own = (Span(start, start + len(text)),) if dropped.heading else ()
    headings = (
        *(heading for heading in state.headings if heading.start < start),
        *own,
        *(_moved(heading, length) for heading in state.headings if heading.start >= start),
    )
    return TextState(
        body=body,
        lead=_lead_of(body, headings),
        headings=headings,
        dropped=(
            *state.dropped[:number],
            *(replace(left, offset=left.offset + length) for left in state.dropped[number + 1 :]),
        ),
    )


def amend(state: TextState, wanted: Mapping[str, bool]) -> TextState:
    """Do what people said of paragraphs: by `paragraph_key`, whether each belongs to the body.

    A text is never emptied: its last paragraph stays whatever was said of it.
    """
    if not wanted:
        return state
    for number in reversed(range(len(state.dropped))):
        if wanted.get(paragraph_key(state.dropped[number].text)):
            state = put_back(state, number)
    for start in reversed(_starts(state.body)):
        span = state.paragraph_at(start)
        if span is None or span == (0, len(state.body)):
            continue
        if wanted.get(paragraph_key(state.body[span.start : span.end])) is False:
            state = take_out(state, start)
    return state


def _starts(body: str) -> Sequence[int]:
    return [0, *(place + 1 for place, sign in enumerate(body) if sign == "\n")]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _lead_of(body: str, headings: Sequence[Span]) -> str:
    """Give the first paragraph without its dateline, as reading does."""
    starts = {heading.start for heading in headings}
    for start in _starts(body):
        if start not in starts:
            return without_dateline(body[start:].split("\n", 1)[0])
    return ""
