"""Tasks: what a text says is to be done, by whom, by when."""

from collections.abc import Sequence
from datetime import date

from articles.finding.due import due_of_cell, due_within
from articles.finding.found import Found
from articles.finding.particulars import parties_in_cells, parties_named, whose_tasks
from articles.finding.responsible import Parties
from articles.finding.results import Task
from articles.finding.squeezed import Squeezed
from articles.finding.walking import Walk
from articles.vietnamese import same_word

__all__ = ["find_tasks", "tasks_and_headings"]


def find_tasks(
    body: str,
    headings: Sequence[tuple[int, int]] = (),
    published_on: date | None = None,
    *,
    squeezed: Squeezed | None = None,
) -> tuple[Task, ...]:
    """All tasks in the order of the text; none overlaps another.

    `squeezed` is the body's, where the caller has it already.
    """
    return tasks_and_headings(body, headings, published_on, squeezed=squeezed)[0]


def tasks_and_headings(
    body: str,
    headings: Sequence[tuple[int, int]] = (),
    published_on: date | None = None,
    *,
    squeezed: Squeezed | None = None,
) -> tuple[tuple[Task, ...], tuple[tuple[int, int], ...]]:
    """As `find_tasks`, and the lines that were found to be headings; see `Findings`."""
    squeezed = squeezed or Squeezed(same_word(body))
    walk = Walk(body, squeezed, headings, published_on)
    found = list(walk.read())
    parents = _parents(found)
    tasks = tuple(
        _task(body, squeezed.text, each, published_on)
        for each in found
        if not (each.block.is_item and id(each.block) in parents)
    )
    lines = {
        (block.start, block.end)
        for block in [*walk.turns, *(each.heading for each in found if each.heading)]
        if not block.is_item
    }
    return tasks, tuple(sorted(lines - {(start, end) for start, end in headings}))


def _parents(found: Sequence[Found]) -> set[int]:
    """Items with sub-items that are tasks are not tasks themselves."""
    return {id(above) for each in found for above in each.block.above()}


def _task(body: str, text: str, found: Found, published_on: date | None) -> Task:
    heading, parties = found.heading, found.parties
    due = due_within(body, found.start, found.end, published_on)
    if found.block.cells:
        parties = parties_in_cells(body, text, found.block.cells)
    for start, end in found.block.cells:
        due = due or due_of_cell(body, start, end, published_on)
    for start, end in found.particulars:
        due = due or due_within(body, start, end, published_on)
        below = parties_named(body, text, start, end)
        parties = Parties(
            parties.responsible or below.responsible,
            parties.participating or below.participating,
        )
    leading = tuple(name for name in parties.responsible if name not in parties.participating)
    for above in [heading, *heading.above()] if heading else ():
        leading = leading or whose_tasks(body, text, above.start, above.end)
    return Task(
        found.start,
        found.end,
        " ".join(body[heading.start : heading.end].split()) if heading else None,
        found.block.marker,
        leading,
        parties.participating,
        due.words if due else None,
        due.first if due else None,
        due.last if due else None,
        found.verdict.rule,
        found.verdict.confidence,
    )
