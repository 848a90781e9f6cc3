"""The panel in which a task is given other words, split, or merged with a neighbour."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from articles.asked import number
from articles.models import ArticleText
from review.cards import Card, Cut, Step
from review.cutting import Unit, cut_moved, end_moved, likely_cut, start_moved
from review.models import ExtractedTask
from review.places import CONTEXT, Span
from review.queries.reshaping import neighbours

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

STEPS: "list[tuple[_StrPromise, Unit, bool]]" = [
    (gettext_lazy("a sentence earlier"), Unit.SENTENCE, False),
    (gettext_lazy("a word earlier"), Unit.WORD, False),
    (gettext_lazy("a word later"), Unit.WORD, True),
    (gettext_lazy("a sentence later"), Unit.SENTENCE, True),
]


def cut_for(card: Card, text: ArticleText, asked: QueryDict) -> Cut:
    """Show the task with the edges and the cut that are asked for, and the ways to others."""
    task, body = card.task, text.body
    start, end = _asked_place(task, body, asked)
    at = number(asked.get("at"))
    if at is None or not task.start < at < task.end:
        at = likely_cut(body, (task.start, task.end))
    now = {"cut": task.pk, "start": start, "end": end} | ({"at": at} if at else {})

    def steps(name: str, moved: Callable[[Unit, bool], int | None]) -> list[Step]:
        return [
            Step(label, f"{name}-{place}", "" if to is None else urlencode(now | {name: to}))
            for place, (label, unit, later) in enumerate(STEPS)
            for to in [moved(unit, later)]
        ]

    whole = task.start, task.end
    return Cut(
        start=start,
        end=end,
        before=body[max(0, start - CONTEXT) : start],
        words=body[start:end],
        after=body[end : end + CONTEXT],
        is_moved=(start, end) != whole,
        begins=steps("start", lambda unit, on: start_moved(body, (start, end), unit, later=on)),
        ends=steps("end", lambda unit, on: end_moved(body, (start, end), unit, later=on)),
        at=at,
        first=body[task.start : at].rstrip() if at else "",
        second=body[at : task.end].lstrip() if at else "",
        cuts=steps(
            "at", lambda unit, on: cut_moved(body, whole, at, unit, later=on) if at else None
        ),
        neighbours=[one for one in neighbours(task) if one],
    )


def _asked_place(task: ExtractedTask, body: str, asked: QueryDict) -> Span:
    start, end = number(asked.get("start")), number(asked.get("end"))
    if start is None or end is None or not start < end <= len(body):
        return task.start, task.end
    return start, end
