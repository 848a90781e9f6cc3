"""What must be true when a fault is over: nothing lost, nothing doubled, nothing left behind."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.db.models import Count, F, Q

from articles.models import Article, ArticleText, ImportItem, ImportJob, Original
from articles.queries.imports import OPEN, counts_of
from review.models import ExtractedTask
from tests.faults.things import Made, Thing, made_of

State, Problem = ImportItem.State, ImportItem.Problem
SHOWN = 5
Placed = tuple[ImportItem, Thing]


def faults_of(orders: Sequence[tuple[ImportJob, Sequence[Thing]]], storage: Path) -> list[str]:
    """Say everything that is wrong with these imports, and with all that is stored."""
    wrong: list[str] = []
    placed: list[Placed] = []
    for job, things in orders:
        rows = list(job.items.select_related("article", "original").order_by("position"))
        wrong += _numbering(job, rows, things)
        placed += _placed(rows, things)
        if counts_of(job).open:
            wrong.append(f"import {job.pk} is counted as open")
    for item, thing in placed:
        wrong += _of_one(item, thing)
    wrong += _articles(placed)
    wrong += _everything()
    wrong += _files(storage)
    return wrong


def _numbering(
    job: ImportJob, rows: Sequence[ImportItem], things: Sequence[Thing]
) -> Iterator[str]:
    expected = len(things) + sum(len(thing.members) for thing in things)
    if len(rows) != expected:
        yield f"import {job.pk} has {len(rows)} items, not {expected}"
    if [row.position for row in rows] != list(range(1, len(rows) + 1)):
        yield f"the positions of import {job.pk} have gaps"
    for bundle in rows:
        places = sorted(row.member for row in rows if row.unpacked_from_id == bundle.pk)  # type: ignore[type-var]
        if places != list(range(bundle.members or 0)):
            yield f"the members of item {bundle.pk} are {places}, and it says {bundle.members}"


def _placed(rows: Sequence[ImportItem], things: Sequence[Thing]) -> Iterator[Placed]:
    """Each row beside the thing it stands for, by its place: names may be forgotten."""
    members = {(row.unpacked_from_id, row.member): row for row in rows if row.unpacked_from_id}
    outer = {row.position: row for row in rows if not row.unpacked_from_id}
    for position, thing in enumerate(things, 1):
        row = outer.get(position)
        if row is None:
            continue
        yield row, thing
        for place, member in enumerate(thing.members):
            if (row.pk, place) in members:
                yield members[row.pk, place], member


def _of_one(item: ImportItem, thing: Thing) -> Iterator[str]:
    what = f"item {item.pk} ({thing.name}, {item.attempts} attempts)"
    if (item.state, item.problem) not in _ends(thing):
        told = item.last_error.strip().splitlines()[-1:] or [""]
        yield f"{what} is {item.state} {item.problem}: {told[0]}"
    if item.leased_until is not None or item.finished_at is None:
        yield f"{what} was ended by half: {item.leased_until}, {item.finished_at}"
    if item.state in (State.IMPORTED, State.DUPLICATE) and item.article is None:
        yield f"{what} is {item.state} without an article"
    if thing.members and (item.original_id or item.members != len(thing.members)):
        yield f"{what} left its bytes behind, or says {item.members} members"
    if thing.problem == Problem.SECRET and (item.original_id or item.name):
        yield f"{what} left something behind"


def _ends(thing: Thing) -> list[tuple[str, str]]:
    if thing.problem:
        return [(State.FAILED, thing.problem)]
    if thing.members:
        return [(State.UNPACKED, "")]
    whole: list[tuple[str, str]] = [(State.IMPORTED, ""), (State.DUPLICATE, "")]
    return [*whole, (State.FAILED, Problem.GAVE_UP)] if thing.poison else whole


def _articles(placed: Iterable[Placed]) -> Iterator[str]:
    """Of everything that says the same, one was imported and the others are its duplicates."""
    same: dict[bytes, list[ImportItem]] = defaultdict(list)
    things: dict[bytes, Thing] = {}
    for item, thing in placed:
        if not thing.problem and not thing.members:
            same[thing.data].append(item)
            things[thing.data] = thing
    for data, items in same.items():
        if things[data].poison and items[0].state == State.FAILED:
            continue
        yield from _one_article(things[data], items, made_of(things[data]))


def _one_article(thing: Thing, items: Sequence[ImportItem], made: Made) -> Iterator[str]:
    what = f"{thing.name} (items {[item.pk for item in items]})"
    states = Counter(item.state for item in items)
    if states != Counter({State.IMPORTED: 1, State.DUPLICATE: len(items) - 1}) - Counter():
        yield f"{what} ended as {dict(states)}"
    articles = list(Article.objects.filter(content_sha256=made.sha256).select_related("text"))
    if len(articles) != 1:
        yield f"{what} made {len(articles)} articles"
        return
    (article,) = articles
    if any(item.article_id != article.pk for item in items):
        yield f"{what} leads to other articles than {article.pk}"
    if article.text is None:
        yield f"article {article.pk} has no text"
        return
    found = (article.text.mentions.count(), article.text.citations.count())
    found_tasks = ExtractedTask.objects.filter(text=article.text).count()
    if (*found, found_tasks) != (made.mentions, made.citations, made.tasks):
        yield f"article {article.pk} has {found} and {found_tasks} tasks, not {made}"


def _everything() -> Iterator[str]:
    """Whatever round it is from."""
    still = ImportItem.objects.filter(Q(state__in=OPEN) | Q(leased_until__isnull=False))
    for item in still[:SHOWN]:
        yield f"item {item.pk} is {item.state}, leased until {item.leased_until}"
    imported = ImportItem.objects.filter(state=State.IMPORTED).aggregate(
        items=Count("pk"), articles=Count("article", distinct=True)
    )
    articles = Article.objects.count()
    if {*imported.values(), articles} != {articles}:
        yield f"{articles} articles, and {imported} imported"
    texts = ArticleText.objects.count()
    if texts != articles:
        yield f"{articles} articles and {texts} texts"
    backwards = ImportItem.objects.filter(finished_at__lt=F("started_at")).count()
    if backwards:
        yield f"{backwards} items ended before they began"


def _files(storage: Path) -> Iterator[str]:
    """Compare what is on the disk with what the rows say, byte for byte."""
    rows = {str(row.file): row for row in Original.objects.all()}
    found = {str(path.relative_to(storage)): path for path in storage.rglob("*") if path.is_file()}
    for name in sorted(found.keys() - rows.keys())[:SHOWN]:
        yield f"the file {name} ({found[name].stat().st_size} bytes) has no row"
    for name in sorted(rows.keys() - found.keys())[:SHOWN]:
        yield f"original {rows[name].pk} ({rows[name].name}) has no file"
    for name in rows.keys() & found.keys():
        if hashlib.sha256(found[name].read_bytes()).hexdigest() != rows[name].sha256:
            yield f"the file of original {rows[name].pk} is not what came in"
    needed = Original.objects.filter(articles=None, items=None)
    for original in needed[:SHOWN]:
        yield f"original {original.pk} ({original.name}) belongs to nothing"
