"""What people did about tasks goes along to the article's new text, or to new findings in it.

A task that any person had a hand in is theirs: it moves with its words, swallows what the finder
makes of them now, and waits for somebody to look where the words are gone. All others are the
finder's own: they stand as long as it finds them, and says the same of them. What people have cut
otherwise does not come back as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.changes import Change, How, What
from articles.finding import Findings
from articles.finding.results import Task
from articles.models import ArticleText, OfficialDocument
from review.actions.articles import BY_A_PERSON
from review.actions.finding import make_tasks, surroundings, wordings_of
from review.actions.organisations import body_key, by_key
from review.actions.unmasking import end_seeded_errors
from review.actions.versions import Wording, as_saved, wording_of
from review.anchoring import Anchoring
from review.models import ExtractedTask
from review.places import SAME_PLACE, Span, met, overlap
from review.queries import not_retired, touched
from review.queries.reshaping import reshaped_away

MOVING = ["text_id", "start", "end", "quote", "heading", "marker", "rule", "confidence"]
MOVE = """
    UPDATE review_extractedtask AS task
    SET text_id = now.text_id, "start" = now."start", "end" = now."end", quote = now.quote,
        heading = now.heading, marker = now.marker, rule = now.rule, confidence = now.confidence
    FROM unnest(
        %s::bigint[], %s::bigint[], %s::int[], %s::int[], %s::text[], %s::text[], %s::text[],
        %s::text[], %s::float[]
    ) AS now (id, text_id, "start", "end", quote, heading, marker, rule, confidence)
    WHERE task.id = now.id
"""


def on_text_saved(
    text: ArticleText, findings: Findings, previous: ArticleText | None = None, **_kwargs: Any
) -> list[Change]:
    if previous is None:
        make_tasks(text, findings.tasks)
        return []
    end_seeded_errors(text.article_id)
    return carry_over(text, findings.tasks, previous)


@dataclass(slots=True, eq=False)
class _Found:
    """What the finder says now. `is_new` as long as no standing task is it."""

    task: Task
    wording: Wording
    is_new: bool = True

    @property
    def place(self) -> Span:
        return self.task.start, self.task.end


@dataclass(slots=True, eq=False)
class _Standing:
    """A task, the place of its words in the new text, and what the finder found there."""

    task: ExtractedTask
    is_touched: bool
    place: Span | None = None
    found: _Found | None = None
    stays: bool = True
    gives_way: bool = False
    """The finder made it of a place that is a task of people's now."""

    @property
    def wording(self) -> Wording:
        assert self.task.version is not None  # noqa: S101  (every task has its first version)
        return wording_of(self.task.version)

    def had_lost_its_place(self, text: ArticleText, previous: ArticleText) -> bool:
        return self.is_touched and self.task.text_id not in {text.pk, previous.pk}

    @property
    def is_found_in_its_place(self) -> bool:
        return self.found is not None and self.found.place == self.place

    @property
    def is_found_as_it_was(self) -> bool:
        return (
            self.found is not None
            and self.is_found_in_its_place
            and self.found.wording == self.wording
        )


def carry_over(text: ArticleText, found: Sequence[Task], previous: ArticleText) -> list[Change]:
    """Move, retire and make tasks, and say what changed. The caller has locked the article."""
    now = _found(text, found)
    standing = _held(text)
    _place(standing, text)
    placed = [one for one in standing if one.had_lost_its_place(text, previous) and one.place]
    _give_way(standing, placed)
    _meet(standing, now)
    _leave_reshaped(now, text)
    changes = sorted(_changes(standing, now, placed, previous), key=lambda told: told[0])
    gone = [one.task.pk for one in standing if not one.stays]
    ExtractedTask.objects.filter(pk__in=gone).update(state=ExtractedTask.State.RETIRED)
    _move(text, (one for one in standing if one.stays and one.place))
    make_tasks(text, [each.task for each in now if each.is_new])
    return [change for _at, change in changes]


def _found(text: ArticleText, found: Sequence[Task]) -> list[_Found]:
    """Word what was found as it would be saved. Bodies are only looked up: none is made yet."""
    names = {name for task in found for name in (*task.responsible, *task.participating)}
    keys = {body_key(name) for name in names} - {""}
    known = by_key(keys)
    return [
        _Found(task, wording if _bodies(wording) - known.keys() else as_saved(wording, known))
        for task, wording in zip(found, wordings_of(text, found), strict=True)
    ]


def _bodies(wording: Wording) -> set[str]:
    return {body_key(name) for name in (*wording.responsible, *wording.participating)} - {""}


def _held(text: ArticleText) -> list[_Standing]:
    """Lock the tasks of the article, and read what is said of them only then. People's go first."""
    tasks = not_retired(ExtractedTask.objects.filter(article=text.article_id)).order_by("pk")
    list(tasks.select_for_update(no_key=True).values_list("pk"))
    theirs = set(touched(tasks).values_list("pk", flat=True))
    rows = tasks.select_related("version").prefetch_related("version__bodies", "version__documents")
    standing = [_Standing(task, task.pk in theirs) for task in rows]
    return sorted(standing, key=lambda one: not one.is_touched)


def _place(standing: Sequence[_Standing], text: ArticleText) -> None:
    """Find the words of each. In a place that two would have, whoever had a later text stands."""
    texts = _texts_of((one.task for one in standing), text)
    anchorings = _anchorings(texts, text)
    taken: dict[Span, _Standing] = {}
    for one in sorted(
        standing, key=lambda one: (not one.is_touched, -texts[one.task.text_id].number)
    ):
        place = anchorings[one.task.text_id].place(one.task.start, one.task.end)
        if place and place not in taken:
            one.place = place
            taken[place] = one
        elif place and not one.is_touched:
            one.gives_way = taken[place].is_touched


def _texts_of(tasks: Iterable[ExtractedTask], text: ArticleText) -> dict[int, ArticleText]:
    older = {task.text_id for task in tasks} - {text.pk}
    return {text.pk: text} | ArticleText.objects.in_bulk(older)


def _anchorings(texts: dict[int, ArticleText], text: ArticleText) -> dict[int, Anchoring]:
    return {pk: Anchoring(old.body, text.body) for pk, old in texts.items()}


def _give_way(standing: Sequence[_Standing], placed: Sequence[_Standing]) -> None:
    """Take what the finder made of half of such a place for the task, as if a person placed it."""
    places = [one.place for one in placed if one.place]
    for one in standing:
        at = one.place
        if at and not one.is_touched and any(overlap(at, it) >= SAME_PLACE for it in places):
            one.place, one.gives_way = None, True


def _meet(standing: Sequence[_Standing], now: Sequence[_Found]) -> None:
    """Say of each task what the finder makes of its place now, and whether it stays."""
    for place, at in met([one.place for one in standing], [each.place for each in now]):
        standing[place].found = now[at]
    for one in standing:
        one.stays = one.is_touched or one.is_found_as_it_was
        if one.found and one.stays:
            one.found.is_new = False


def _leave_reshaped(now: Sequence[_Found], text: ArticleText) -> None:
    """Pass over what the finder makes of a place that people have cut otherwise."""
    away = list(reshaped_away(text.article_id))
    anchorings = _anchorings(_texts_of(away, text), text) if away else {}
    places = [anchorings[task.text_id].place(task.start, task.end) for task in away]
    for _task, at in met(places, [each.place for each in now]):
        now[at].is_new = False


def _move(text: ArticleText, standing: Iterable[_Standing]) -> None:
    """Write all in one statement; `bulk_update` takes seconds over what this does at once."""
    moved = [one.task for one in standing if _moves(one, text)]
    if moved:
        columns = [[getattr(task, name) for task in moved] for name in ("id", *MOVING)]
        with connection.cursor() as cursor:
            cursor.execute(MOVE, columns)


def _moves(one: _Standing, text: ArticleText) -> bool:
    """Set where the task stands now, and say whether that is anything new."""
    task, (start, end) = one.task, one.place or (0, 0)
    now: dict[str, Any] = {
        "text_id": text.pk, "start": start, "end": end, "quote": text.body[start:end],
    }  # fmt: skip
    if one.found and one.is_found_in_its_place:
        now |= surroundings(one.found.task)
    if task.rule == BY_A_PERSON:
        now |= {"rule": task.rule, "confidence": task.confidence}
    changed = {name: value for name, value in now.items() if getattr(task, name) != value}
    for name, value in changed.items():
        setattr(task, name, value)
    return bool(changed)


def _changes(
    standing: Sequence[_Standing],
    now: Iterable[_Found],
    placed: Sequence[_Standing],
    previous: ArticleText,
) -> Iterator[tuple[int, Change]]:
    """Give each change with the place by which they are told in order."""
    documents = _documents(standing)
    instead = set()
    for one in standing:
        at = one.place[0] if one.place else one.task.start
        if one.is_touched and one.place is None and one.task.text_id == previous.pk:
            yield at, Change(What.TASK, How.UNPLACED, one.task.quote)
        elif one in placed:
            yield at, Change(What.TASK, How.PLACED, one.task.quote)
        elif not one.stays and one.found:
            instead.add(one.found)
            words, was = (_told(said, documents) for said in (one.found.wording, one.wording))
            yield at, Change(What.TASK, How.CHANGED, words, was)
        elif not one.stays and not one.gives_way:
            yield at, Change(What.TASK, How.LOST, one.task.quote)
    for each in now:
        if each.is_new and each not in instead:
            yield each.place[0], Change(What.TASK, How.GAINED, each.wording.wording)


def _documents(standing: Iterable[_Standing]) -> dict[int, OfficialDocument]:
    """Look up the documents that a changed wording cites, before or now."""
    changed = [one for one in standing if one.found and not one.stays]
    cited = [one.wording.documents for one in changed]
    cited += [one.found.wording.documents for one in changed if one.found]
    numbers = frozenset().union(*cited)
    return OfficialDocument.objects.in_bulk(numbers) if numbers else {}


def _told(said: Wording, documents: dict[int, OfficialDocument]) -> str:
    """Say a wording with all that the finder may have changed about it."""
    parts = [
        said.wording,
        "; ".join(said.responsible),
        "; ".join(said.participating),
        said.due,
        "; ".join(sorted(str(documents[number]) for number in said.documents)),
    ]
    return " · ".join(part for part in parts if part)
