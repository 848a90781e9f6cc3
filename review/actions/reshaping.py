"""Tasks cut otherwise: split in two, merged with a neighbour, given more words or fewer.

The place of a task never changes within a text: decisions are on exact words. So the tasks that
were are retired, with all that was said of them, and new ones stand there, worded by the person.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.finding.due import due_within
from articles.history import by
from articles.models import ArticleText
from articles.refusal import Refused, require
from review.actions.articles import BY_A_PERSON
from review.actions.holding import hold, hold_text
from review.actions.telling import tell_voided
from review.actions.unmasking import unmasked
from review.actions.versions import Wording, wording_of, write_version
from review.cutting import are_whole_words, trimmed
from review.models import ExtractedTask, ReshapedTask, Reshaping
from review.places import Span
from review.queries import standing_at
from review.queries.reshaping import neighbours

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

How = Reshaping.How
Side = ReshapedTask.Side
State = ExtractedTask.State
LONGEST = 10_000


@transaction.atomic
def split_task(
    person: "AbstractUser", task_id: int, version_id: int, at: int
) -> list[ExtractedTask]:
    """Make two tasks of one; the second begins at this character of the text."""
    require(person, "review.decide_extractedtask")
    text, task = _held(task_id, version_id)
    parts = [trimmed(text.body, task.start, at), trimmed(text.body, at, task.end)]
    if not task.start < at < task.end or any(start >= end for start, end in parts):
        raise Refused(_("Choose a place within the words of the task."))
    now = [(place, _wording(text, place, [task])) for place in parts]
    return _reshape(person, text, How.SPLIT, [task], now)


@transaction.atomic
def merge_tasks(
    person: "AbstractUser", task_id: int, version_id: int, other_id: int, other_version_id: int
) -> ExtractedTask:
    """Make one task of two that stand next to each other, and of the words between them."""
    require(person, "review.decide_extractedtask")
    versions = {task_id: version_id, other_id: other_version_id}
    text = hold_text(_text_of(task_id))
    tasks = sorted(
        (hold(pk, versions[pk]) for pk in sorted(versions)), key=lambda task: (task.start, task.pk)
    )
    if task_id == other_id or neighbours(tasks[0])[1] != tasks[1]:
        raise Refused(_("Only tasks that stand next to each other become one."))
    tasks = [unmasked(task) for task in tasks]
    place = tasks[0].start, max(task.end for task in tasks)
    [merged] = _reshape(person, text, How.MERGED, tasks, [(place, _wording(text, place, tasks))])
    return merged


@transaction.atomic
def move_boundary(
    person: "AbstractUser", task_id: int, version_id: int, start: int, end: int
) -> ExtractedTask:
    """Give a task more of the words around it, or fewer."""
    require(person, "review.decide_extractedtask")
    text, task = _held(task_id, version_id)
    place = trimmed(text.body, start, end) if 0 <= start < end <= len(text.body) else (0, 0)
    if place == (task.start, task.end):
        raise Refused(_("Nothing was changed."))
    if place[0] >= task.end or place[1] <= task.start:
        raise Refused(_("Some of its words have to stay. For other words, add another task."))
    [moved] = _reshape(person, text, How.MOVED, [task], [(place, _wording(text, place, [task]))])
    return moved


def _held(task_id: int, version_id: int) -> tuple[ArticleText, ExtractedTask]:
    """Lock the article, then the task."""
    return hold_text(_text_of(task_id)), unmasked(hold(task_id, version_id))


def _text_of(task_id: int) -> int:
    return ExtractedTask.objects.values_list("text_id", flat=True).get(pk=task_id)


def _reshape(
    person: "AbstractUser",
    text: ArticleText,
    how: How,
    were: Sequence[ExtractedTask],
    now: Sequence[tuple[Span, Wording]],
) -> list[ExtractedTask]:
    for (start, end), _said in now:
        _refuse_place(text, start, end, were)
    with by(person):
        reshaping = Reshaping.objects.create(text=text, how=how, reshaped_by_id=person.pk)
        for task in were:
            tell_voided(task, by=person)
            _note(reshaping, task, Side.WAS)
            task.state = State.RETIRED
            task.save(update_fields=["state"])
        became = [_task(person, text, place, said, were[0]) for place, said in now]
        for task in became:
            _note(reshaping, task, Side.BECAME)
    return became


def _note(reshaping: Reshaping, task: ExtractedTask, side: Side) -> None:
    ReshapedTask.objects.create(
        reshaping=reshaping, task=task, side=side, start=task.start, end=task.end
    )


def _refuse_place(text: ArticleText, start: int, end: int, were: Sequence[ExtractedTask]) -> None:
    if not are_whole_words(text.body, start, end):
        raise Refused(_("This cuts through a word."))
    if end - start > LONGEST:
        raise Refused(_("These are too many words for one task."))
    own = [task.pk for task in were]
    if standing_at(text, start, end).exclude(pk__in=own).exists():
        raise Refused(_("These words are a task already."))


def _task(
    person: "AbstractUser", text: ArticleText, place: Span, said: Wording, was: ExtractedTask
) -> ExtractedTask:
    start, end = place
    task = ExtractedTask.objects.create(
        article_id=text.article_id,
        text=text,
        start=start,
        end=end,
        quote=text.body[start:end],
        heading=was.heading,
        marker=was.marker if start <= was.start else "",
        rule=BY_A_PERSON,
        confidence=1,
    )
    write_version(task, 1, said, writer_id=person.pk)
    return task


# -- What the new tasks say ------------------------------------------------------------------------


def _wording(text: ArticleText, place: Span, were: Sequence[ExtractedTask]) -> Wording:
    """Say what the tasks said, as far as it is in the words that are left.

    Whatever did not stand in their own words (a body from a heading, a day that somebody looked
    up) stays with each of the new ones.
    """
    said = [_kept(text, place, task) for task in were]
    own = [one.wording for one, task in zip(said, were, strict=True) if one.wording != task.quote]
    words = text.body[place[0] : place[1]]
    return replace(
        _dated(text, place, said),
        wording="\n".join(one.wording for one in said) if own and _is_all(place, were) else words,
        responsible=tuple(dict.fromkeys(name for one in said for name in one.responsible)),
        participating=tuple(dict.fromkeys(name for one in said for name in one.participating)),
        documents=frozenset().union(*(one.documents for one in said)),
    )


def _is_all(place: Span, were: Sequence[ExtractedTask]) -> bool:
    """Nothing of what the tasks quoted is left out, so that people's wordings of it still hold."""
    return all(place[0] <= task.start and task.end <= place[1] for task in were)


def _kept(text: ArticleText, place: Span, task: ExtractedTask) -> Wording:
    if task.version is None:
        raise ValueError(task)
    said, words = wording_of(task.version), text.body[place[0] : place[1]]

    def stays(printed: str) -> bool:
        return printed in words or printed not in task.quote

    cited_before = _cited(text, (task.start, task.end))
    kept = replace(
        said,
        responsible=tuple(filter(stays, said.responsible)),
        participating=tuple(filter(stays, said.participating)),
        documents=said.documents - cited_before | _cited(text, place),
    )
    return kept if stays(said.due) else replace(kept, due="", due_from=None, due_to=None)


def _cited(text: ArticleText, place: Span) -> frozenset[int]:
    cited = text.citations.filter(start__gte=place[0], end__lte=place[1]).exclude(document=None)
    return frozenset(pk for pk in cited.values_list("document_id", flat=True) if pk)


def _dated(text: ArticleText, place: Span, said: Sequence[Wording]) -> Wording:
    """Give the first day that was said; or else the one that stands in the words."""
    for one in said:
        if one.due or one.due_from or one.due_to:
            return one
    found = due_within(text.body, *place, text.article.published_on)
    if found is None:
        return said[0]
    return replace(said[0], due=found.words[:200], due_from=found.first, due_to=found.last)
