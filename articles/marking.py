"""A text as HTML, line by line, with places in it marked: themes, citations, tasks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.vietnamese import paragraphs


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the body to be marked.

    `kind` is what it is ("theme", "citation", "task") and `name` a modifier of it ("focus"): both
    become CSS classes, `mark-task` and `mark-task-focus`. `id` is where links lead to; several
    marks may share one. `link` is where the words themselves lead to.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    id: str | None = None
    title: str = ""
    link: str = ""

    @property
    def classes(self) -> tuple[str, ...]:
        kind = f"mark-{self.kind}"
        return (kind, f"{kind}-{self.name}") if self.name else (kind,)


@dataclass(frozen=True, slots=True)
class Paragraph:
    html: SafeString
    is_heading: bool
    start: int
    end: int


def marked_paragraphs(
    body: str, marks: Iterable[Mark], headings: Iterable[Sequence[int]] = ()
) -> list[Paragraph]:
    """Give each line of the body as safe HTML; its text content is the line, word for word.

    Where marks overlap, the text is cut into pieces, and each piece carries the classes of all
    marks on it. Every piece says in `data-mark` which marks it belongs to, by id, and the first
    piece of a mark can be linked to. Marks may cross lines; what lies outside the body is left out.
    """
    all_marks, heads = _Sweep(marks), _Sweep(Mark(span[0], span[1], "head") for span in headings)
    anchored: set[str] = set()
    return [
        Paragraph(
            html=_line(body, start, end, all_marks.over(start, end), anchored),
            is_heading=bool(heads.over(start, end)),
            start=start,
            end=end,
        )
        for start, end in paragraphs(body)
    ]


class _Sweep:
    """Marks that touch a span, for spans asked in the order of the text."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._coming = sorted(marks, key=lambda mark: (-mark.start, mark.end))
        self._open: list[Mark] = []

    def over(self, start: int, end: int) -> list[Mark]:
        while self._coming and self._coming[-1].start < end:
            self._open.append(self._coming.pop())
        self._open = [mark for mark in self._open if mark.end > max(start, mark.start)]
        return list(self._open)


def _line(body: str, start: int, end: int, marks: list[Mark], anchored: set[str]) -> SafeString:
    sweep = _Sweep(marks)
    return format_html_join(
        "",
        "{}",
        (
            (_piece(body[first:last], sweep.over(first, last), anchored),)
            for first, last in _cuts(start, end, marks)
        ),
    )


def _cuts(start: int, end: int, marks: list[Mark]) -> Iterator[tuple[int, int]]:
    places = {place for mark in marks for place in (mark.start, mark.end) if start < place < end}
    edges = sorted({start, end} | places)
    return pairwise(edges)


def _piece(text: str, marks: list[Mark], anchored: set[str]) -> SafeString:
    if not marks:
        return conditional_escape(text)
    ids = list(dict.fromkeys(mark.id for mark in marks if mark.id))
    new = [name for name in ids if name not in anchored]
    anchored.update(new)
    titles = dict.fromkeys(mark.title for mark in marks if mark.title)
    linking = next((mark for mark in marks if mark.link), None)
    attributes = {
        "class": " ".join(dict.fromkeys(["mark", *(c for mark in marks for c in mark.classes)])),
        "id": new[0] if new else "",
        "data-mark": " ".join(ids),
        "title": " · ".join(titles),
    }
    return format_html(
        "{}<mark{}>{}</mark>",
        # An element has one id; further marks that begin here are reached by an empty one.
        format_html_join("", '<span id="{}"></span>', ((name,) for name in new[1:])),
        format_html_join(
            "", ' {}="{}"', ((name, value) for name, value in attributes.items() if value)
        ),
        _linked(text, linking, new) if linking else text,
    )


def _linked(text: str, mark: Mark, new: list[str]) -> SafeString:
    """Link the words. Only the first piece of a mark is a stop for the Tab key."""
    further = mark.id is not None and mark.id not in new
    stop = mark_safe(' tabindex="-1"') if further else ""
    return format_html('<a href="{}"{}>{}</a>', mark.link, stop, text)
