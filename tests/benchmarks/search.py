"""`make bench`: a page of search among very many published articles, beside bare SQL.

ARTICLES says how many. One in ten has its whole text published, as few publishers allow it. The
bare SQL asks the same index for the same words and facets: it ranks all that it finds, as one would
write it, and counts by the same five facets.
"""

import datetime as dt
import os
import random
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

from django.utils import timezone

from tests.benchmarks.desks import a_place
from tests.benchmarks.measuring import tell, tell_all
from tests.benchmarks.pages import Text, texts

MANY: Final = int(os.environ.get("ARTICLES", "100000"))
BASE: Final = 4_000
LEAD: Final = 300
FIRST: Final = 1_000_000
"""Below it are the numbers of what was there before."""
OF_AN_EDITION: Final = 100
AT_ONCE: Final = 2_000
ROUNDS: Final = 5
MOST_OF_BARE: Final = 3.0
_FILLED: Final = (
    *("portal_curatedlist", "portal_edition", "portal_editionentry", "portal_editionentrytheme"),
    *("portal_editionentrytext", "portal_editionentrydocument"),
)
_INDEX: Final = """
INSERT INTO portal_searchrow (entry_id, kind, article_number, publisher, published_on, year, themes,
    documents, heads, words, has_text)
SELECT entry.id, 'article', entry.id, entry.publisher, entry.published_on,
    extract(year FROM entry.published_on),
    ARRAY(SELECT slug FROM portal_editionentrytheme WHERE entry_id = entry.id),
    ARRAY(SELECT document_number FROM portal_editionentrydocument WHERE entry_id = entry.id),
    base.heads, CASE WHEN entry.has_full_text THEN base.words ELSE base.short END,
    entry.has_full_text
FROM portal_editionentry entry JOIN base ON base.id = (entry.id - 1000000) %% %s
WHERE entry.id > 1000000 ORDER BY entry.id
"""
_BARE: Final = """
WITH found AS MATERIALIZED (
    SELECT * FROM portal_searchrow WHERE words @@ %(words)s::tsquery {facet} LIMIT 10001
)
SELECT (SELECT array_agg(entry_id) FROM (
        SELECT entry_id FROM found ORDER BY ts_rank_cd(words, %(words)s::tsquery, 1) DESC LIMIT 20
    ) best),
    (SELECT json_agg(one) FROM (
        (SELECT kind::text, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC LIMIT 12)
        UNION ALL (SELECT publisher, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC LIMIT 12)
        UNION ALL (SELECT year::text, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC LIMIT 12)
        UNION ALL (SELECT unnest(themes), count(*) FROM found GROUP BY 1 ORDER BY 2 DESC LIMIT 12)
        UNION ALL (SELECT unnest(documents)::text, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC
            LIMIT 12)
    ) one)
"""
Asked = tuple[str, dict[str, str]]


def main() -> None:
    with a_place():
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        run()
    tell_all()


def run() -> None:
    from django.test.utils import setup_test_environment

    setup_test_environment()
    started = time.perf_counter()
    fill(MANY)
    print(f"{MANY:,} published articles, filled in {time.perf_counter() - started:.0f} s")
    asked = questions()
    bare = measured([bare_sql(*one) for one in asked])
    page = measured([whole_page(*one) for one in asked])
    for name, times in (("bare SQL", bare), ("the page of search", page)):
        middle, most = times[len(times) // 2], times[len(times) * 19 // 20]
        print(f"{name}: {1000 * middle:.0f} ms in the middle, 19 of 20 within {1000 * most:.0f} ms")
    place = len(page) * 19 // 20
    tell("times the bare SQL, 19 of 20", page[place] / bare[place], MOST_OF_BARE)


def fill(many: int) -> None:
    """Have so many published articles, faster than the guards would let them in one by one."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for table in _FILLED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        with transaction.atomic():
            make_base(cursor)
            make_editions(-(-many // OF_AN_EDITION))
            for start in range(1, many + 1, AT_ONCE):
                make_entries(range(start, min(many + 1, start + AT_ONCE)))
            cursor.execute(_INDEX, [BASE])
        for table in _FILLED:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE")


def make_editions(count: int) -> None:
    from portal.models import CuratedList, Edition
    from portal.people.models import User

    one, other = (User.objects.create(username=name) for name in ("one", "other"))
    lists = CuratedList.objects.bulk_create(
        CuratedList(title=f"Danh mục {n}", slug=f"danh-muc-{n}") for n in range(count)
    )
    Edition.objects.bulk_create(
        Edition(
            pk=n,
            curated_list=made,
            number=1,
            title=made.title,
            slug=made.slug,
            entries_count=OF_AN_EDITION,
            submitted_by=one,
            published_by=other,
            published_at=timezone.now(),
        )
        for n, made in enumerate(lists, FIRST)
    )


def make_entries(numbers: Iterable[int]) -> None:
    from portal.models import (
        EditionEntry,
        EditionEntryDocument,
        EditionEntryText,
        EditionEntryTheme,
    )

    base = texts_of_base()
    publisher = publisher_that_allows()
    entries = EditionEntry.objects.bulk_create(
        EditionEntry(
            pk=FIRST + n,
            edition_id=FIRST + (n - 1) // OF_AN_EDITION,
            position=n,
            kind=EditionEntry.Kind.ARTICLE,
            article_number=FIRST + n,
            title=f"{base[n % BASE].title[:400]} ({n})",
            lead=base[n % BASE].body[:LEAD],
            publisher=f"Báo {n % 40}",
            published_on=dt.date(2005, 1, 1) + dt.timedelta(n * 7919 % 7000),
            has_full_text=n % 10 == 0,
        )
        for n in numbers
    )
    EditionEntryTheme.objects.bulk_create(
        EditionEntryTheme(entry=entry, name=f"Chủ đề {n}", slug=f"chu-de-{n}", sort_key=str(n))
        for entry in entries
        for n in {entry.pk * k**3 % 60 for k in (1, 2, 3)}
    )
    EditionEntryDocument.objects.bulk_create(
        EditionEntryDocument(
            entry=entry, position=n, document_number=n, slug=f"van-ban-{n}", name=f"{n}-NQ/TU"
        )
        for entry in entries
        for n in {entry.pk * k % 5000 for k in (1, 2)}
    )
    EditionEntryText.objects.bulk_create(
        EditionEntryText(
            entry=entry, publisher_number=publisher, body=base[(entry.pk - FIRST) % BASE].body
        )
        for entry in entries
        if entry.has_full_text
    )


@cache
def texts_of_base() -> list[Text]:
    return texts(BASE)


@cache
def publisher_that_allows() -> int:
    from articles.models import Publisher

    made = Publisher.objects.create(name="Báo", key="báo", sort_key="b", full_text_allowed=True)
    return made.pk


def make_base(cursor: Any) -> None:
    from portal.searching.words import vector

    cursor.execute(
        "CREATE TEMPORARY TABLE base (id int, title text, lead text, body text, heads tsvector,"
        " words tsvector, short tsvector) ON COMMIT DROP"
    )
    for number, text in enumerate(texts_of_base()):
        title, lead, body = text.title[:400], text.body[:LEAD], text.body
        short = [(title, "A"), (lead, "B")]
        row = [number, title, lead, body, vector(short[:1])]
        row += [vector([*short, (body, "D")]), vector(short)]
        cursor.execute("INSERT INTO base VALUES (%s, %s, %s, %s, %s, %s, %s)", row)


def questions() -> list[Asked]:
    """Give what people might ask: rare and common words, with and without marks, and narrowed."""
    from articles.vietnamese import for_search

    chance = random.Random(1)
    asked: list[Asked] = [
        (typed, {})
        for typed in (
            "đảng",
            "cán bộ",
            "nghị quyết",
            "nghi quyet dang bo",
            '"chi bộ"',
            "xã or huyện",
        )
    ]
    for text in chance.sample(texts(BASE), 60):
        words = [word for word in text.title.split() if word.isalpha()] or ["đảng", "bộ"]
        start = chance.randrange(max(1, len(words) - 3))
        some = " ".join(words[start : start + 3])
        facet = chance.choice(
            [{}, {}, {"year": str(chance.randrange(2006, 2020))}, {"publisher": "Báo 7"}]
        )
        forms = [some, for_search(some), f'"{some}"', f"{some} -{words[0]}", " or ".join(words[:3])]
        asked.append((chance.choice(forms), facet))
    return asked


def bare_sql(typed: str, facets: dict[str, str]) -> Callable[[], object]:
    from django.db import connection

    from portal.searching.asking import read

    facet = "".join(f" AND {name} = %({name})s" for name in facets)
    values = {"words": read(typed).plain(), **facets}

    def ask() -> object:
        with connection.cursor() as cursor:
            cursor.execute(_BARE.format(facet=facet), values)
            return cursor.fetchone()

    return ask


def whole_page(typed: str, facets: dict[str, str]) -> Callable[[], object]:
    from django.test import Client
    from django.urls import reverse

    client, address = Client(), reverse("search")

    def ask() -> object:
        answer = client.get(address, {"q": typed, **facets})
        if answer.status_code != 200:
            raise AssertionError(typed, answer.status_code)
        return answer

    return ask


def measured(works: list[Callable[[], object]]) -> list[float]:
    """Seconds by the clock, each work several times in turn, from the shortest to the longest."""
    taken = []
    for turn in range(1 + ROUNDS):
        for work in works:
            start = time.perf_counter()
            work()
            if turn:  # the first one only warms
                taken.append(time.perf_counter() - start)
    return sorted(taken)


if __name__ == "__main__":
    main()
