"""Keeping the index of search by what is published."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Max

from portal.models import EditionEntry, SearchRow, SearchWord
from portal.queries.corrections import as_it_stands
from portal.queries.editions import newest_entries
from portal.queries.indexed import missing_entries, rows_against_permission
from portal.queries.texts import shown_bodies
from portal.searching.contents import Content, content_of, known_of

AT_ONCE = 200
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('portal_searchrow'))"


@transaction.atomic
def index_articles(numbers: Iterable[int]) -> None:
    """Have what readers find of these articles be what their newest entries say.

    Called at the end of whatever publishes, corrects or withdraws. One at a time, each looking only
    when it is its turn: else of two with the same article the one that looked first might write
    last.
    """
    asked = sorted(set(numbers))
    _wait_for_our_turn()
    for start in range(0, len(asked), AT_ONCE):
        _index(asked[start : start + AT_ONCE])


def index_edition(edition_id: int) -> None:
    entries = EditionEntry.objects.filter(edition=edition_id)
    index_articles(entries.values_list("article_number", flat=True))


def follow_permissions() -> None:
    """Have articles found by their whole texts for as long as publishers let readers have them.

    Some at a time, so that nobody waits long to publish. Two at once do no work twice.
    """
    while _follow_some():
        pass


@transaction.atomic
def _follow_some() -> int:
    _wait_for_our_turn()
    rows = rows_against_permission().values_list("article_number", flat=True)
    numbers = list(rows[:AT_ONCE])
    _index(numbers)
    return len(numbers)


def index_what_is_missing() -> int:
    """Index what is published and not in the index; say how many articles that were."""
    numbers = sorted(set(missing_entries().values_list("article_number", flat=True)))
    for start in range(0, len(numbers), AT_ONCE):
        index_articles(numbers[start : start + AT_ONCE])
    return len(numbers)


def index_everything() -> int:
    """Make the index anew, some articles at a time, so that nobody waits long to publish."""
    newest = EditionEntry.objects.aggregate(newest=Max("article_number"))["newest"]
    last, count = 0, 0
    SearchWord.objects.all().delete()
    while newest and last < newest:
        numbers = _numbers_above(last)
        index_articles(numbers)
        last, count = numbers[-1], count + len(numbers)
    return count


def _numbers_above(last: int) -> list[int]:
    entries = EditionEntry.objects.filter(article_number__gt=last).order_by("article_number")
    return list(entries.values_list("article_number", flat=True).distinct()[:AT_ONCE])


def _wait_for_our_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def _index(numbers: list[int]) -> None:
    SearchRow.objects.filter(article_number__in=numbers).delete()
    entries = newest_entries().filter(article_number__in=numbers).order_by("pk")
    standing = [as_it_stands(entry) for entry in entries]
    bodies = shown_bodies(entry.pk for entry in standing)
    contents = [(entry, content_of(entry, bodies.get(entry.pk, ""))) for entry in standing]
    SearchRow.objects.bulk_create(
        [_row(entry, content, has_text=entry.pk in bodies) for entry, content in contents]
    )
    _learn([content for _entry, content in contents])


def _row(entry: EditionEntry, content: Content, *, has_text: bool) -> SearchRow:
    return SearchRow(
        entry=entry,
        kind=entry.kind,
        article_number=entry.article_number,
        publisher=entry.publisher,
        published_on=entry.published_on,
        year=entry.published_on.year if entry.published_on else None,
        themes=[theme.slug for theme in entry.themes.all()],
        documents=[document.document_number for document in known_of(entry)],
        heads=content.heads,
        words=content.words,
        has_text=has_text,
    )


def _learn(contents: list[Content]) -> None:
    """Count the words. What was withdrawn is not forgotten: it is proposed only if it is found."""
    counted = sum((content.vocabulary for content in contents), Counter[tuple[str, str]]())
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO portal_searchword (written, plain, times)
            SELECT * FROM unnest(%s::varchar[], %s::varchar[], %s::bigint[])
            ON CONFLICT (written) DO UPDATE SET times = portal_searchword.times + excluded.times""",
            [
                [written for written, _plain in counted],
                [plain for _written, plain in counted],
                list(counted.values()),
            ],
        )
