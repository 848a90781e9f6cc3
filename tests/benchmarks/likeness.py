"""`make bench`: what finding articles that are alike costs, with many articles there.

A text is signed beside what it takes to split it into words. Likely articles are looked for beside
the floor: one look into the same index for one key.
"""

import os
import tempfile
import time
from collections.abc import Callable, Sequence

import django

from articles.likeness.grams import measure, words_of
from articles.likeness.signatures import Keys, sign
from tests.benchmarks.measuring import side_by_side, tell, tell_all
from tests.benchmarks.pages import texts

ARTICLES = int(os.environ.get("ARTICLES", "100000"))
TEXTS = 400
ROUNDS = 5
COMMON = 8  # keys that every article has: boilerplate
MOST_TIMES_WORDS = 6.0
MOST_TIMES_FLOOR = 40.0  # it looks for 64 keys, and at the signatures of what it finds
MOST_SLOWER = 1.5


def main() -> None:
    bodies = [text.body for text in texts(TEXTS)]
    signing(bodies)
    with tempfile.TemporaryDirectory(prefix="duyet-bench-") as folder:
        os.environ.update(VAR_DIR=folder, DEMO="true", DJANGO_SETTINGS_MODULE="portal.settings")
        django.setup()
        looking([sign(body) for body in bodies])
    tell_all()


def signing(bodies: Sequence[str]) -> None:
    words, signed, compared = side_by_side(
        bodies, words_of, sign, lambda body: measure(body, bodies[0])
    )
    print(
        f"texts of {sum(map(len, bodies)) / len(bodies):,.0f} characters: {1 / signed:,.0f} signed "
        f"a second ({1000 * signed:.2f} ms), two compared in {1000 * compared:.2f} ms"
    )
    tell("times what splitting into words takes", signed / words, MOST_TIMES_WORDS)


def looking(signatures: Sequence[Keys]) -> None:
    from django.core.management import call_command

    from articles.queries.likeness import likely_alike

    call_command("migrate", verbosity=0)
    fill(signatures, copies=1)
    few, kept_few = least(signatures, lambda keys: likely_alike({0: keys})), least(signatures, keep)
    fill(signatures, copies=ARTICLES // len(signatures))
    floor = least(signatures, one_key)
    many, kept_many = (
        least(signatures, lambda keys: likely_alike({0: keys})),
        least(signatures, keep),
    )
    print(
        f"likely articles: {1000 * few:.2f} ms with {len(signatures)} articles there, "
        f"{1000 * many:.2f} ms with {ARTICLES:,}; one look into the index {1000 * floor:.2f} ms"
    )
    print(f"keys of an article kept in {1000 * kept_few:.2f} ms, then in {1000 * kept_many:.2f} ms")
    tell("times one look into the index", many / floor, MOST_TIMES_FLOOR)
    tell("times as long with many articles", many / few, MOST_SLOWER)
    tell("times as long to keep with many articles", kept_many / kept_few, MOST_SLOWER)


def fill(signatures: Sequence[Keys], *, copies: int) -> None:
    """Have so many articles of each: of its keys one in twenty is the same, and some are common."""
    from django.db import connection

    numbers = [number for number, keys in enumerate(signatures) for _key in keys]
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_signaturekey")
        cursor.execute(
            """
            INSERT INTO articles_signaturekey (key, article_number)
            SELECT CASE WHEN hashint8extended(key, -copy) %% 20 = 0 THEN key
                    ELSE hashint8extended(key, copy) END,
                1 + number + copy * 1000000
            FROM unnest(%s::bigint[], %s::bigint[]) AS own (key, number),
                generate_series(1, %s) AS copy
            ON CONFLICT DO NOTHING
            """,
            [[key for keys in signatures for key in keys], numbers, copies],
        )
        cursor.execute(
            """
            INSERT INTO articles_signaturekey (key, article_number)
            SELECT key, 1 + number + copy * 1000000
            FROM unnest(%s::bigint[]) AS common (key), generate_series(0, %s) AS number,
                generate_series(1, %s) AS copy
            ON CONFLICT DO NOTHING
            """,
            [[keys[0] for keys in signatures[:COMMON]], len(signatures) - 1, copies],
        )
        cursor.execute("VACUUM ANALYZE articles_signaturekey")


def keep(keys: Keys) -> None:
    """As the database does for a new signature, but for waiting for the disk."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO off")
        cursor.execute(
            "INSERT INTO articles_signaturekey (key, article_number)"
            " SELECT DISTINCT hashint8extended(unnest(%s::bigint[]), %s), %s",
            [keys, time.perf_counter_ns(), time.perf_counter_ns()],
        )


def one_key(keys: Keys) -> None:
    from articles.models import SignatureKey

    SignatureKey.objects.filter(key=keys[-1]).exists()


def least(signatures: Sequence[Keys], work: Callable[[Keys], object]) -> float:
    """Seconds by the clock for one signature: most of the work is PostgreSQL's."""
    rounds = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        for keys in signatures[:100]:
            work(keys)
        rounds.append((time.perf_counter() - start) / 100)
    return min(rounds)


if __name__ == "__main__":
    main()
