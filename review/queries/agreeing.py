"""How far people agree, counted by PostgreSQL into the three sums that `review.agreement` needs.

Only independent words count: the first that each person said of a wording, if they never took it
back. Who decides sees no verdict of others before, so these are blind. A lead's settlement is no
vote, and of a seeded error nothing counts. Nor does what whoever asks must not see: a figure that
rests on one task would tell it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from review.agreement import Agreement
from review.periods import Period
from review.queries.blindness import sees_all
from review.queries.progress import rows_of, within

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_WORDS: Final = 10_000
"""The latest of the period: enough for two places behind the point, whatever was said before."""

# As the queue keeps it: who has spoken on the current wording, or wrote it.
_SEEN = """(%(spoke)s::bigint IS NULL OR %(spoke)s = ANY (
    (SELECT said_by FROM review_queuerow WHERE task_id = wording.task_id)::bigint[]
))"""

# Counting, and an offset of nothing, keep the planner from reading whole tables to join them.
_INDEPENDENT = f"""
    {_SEEN} AND NOT said.settles AND 0 = (
        SELECT count(*) FROM review_withdrawal JOIN review_decision back ON back.id = decision_id
        WHERE back.version_id = said.version_id AND back.person_id = said.person_id
    ) AND NOT EXISTS (SELECT 1 FROM review_seedederror WHERE task_id = wording.task_id)
"""  # noqa: S608  (put together from our own words)

_LATEST = """(
    SELECT * FROM review_decision WHERE made_at >= %(starts)s AND made_at < %(ends)s
    ORDER BY made_at DESC LIMIT %(words)s
)"""
_LATEST_WRITTEN = """(
    SELECT * FROM review_taskversion
    WHERE written_by_id IS NOT NULL AND written_at >= %(starts)s AND written_at < %(ends)s
    ORDER BY written_at DESC LIMIT %(words)s
)"""

_VERDICTS = f"""
    WITH units AS MATERIALIZED (
        SELECT wording.task_id, count(*) AS m,
            count(*) FILTER (WHERE verdict = 'approve') AS a,
            count(*) FILTER (WHERE verdict = 'reject') AS r,
            count(*) FILTER (WHERE verdict = 'unsure') AS u
        FROM {_LATEST} said JOIN review_taskversion wording ON wording.id = said.version_id
        WHERE {_INDEPENDENT}
        GROUP BY wording.id HAVING count(*) > 1
    ), told AS (
        SELECT '' AS name, m, a, r, u FROM units
        UNION ALL
        SELECT theme.name, m, a, r, u FROM units
        CROSS JOIN LATERAL (
            SELECT article_id FROM review_extractedtask WHERE id = units.task_id OFFSET 0
        ) task
        JOIN articles_articletheme given ON given.content_object_id = task.article_id
        JOIN articles_theme theme ON theme.id = given.tag_id
    )
    SELECT name, count(*), sum(m)::bigint,
        sum((m * m - a * a - r * r - u * u)::float / (m - 1)),
        (sum(a) ^ 2 + sum(r) ^ 2 + sum(u) ^ 2)::bigint
    FROM told GROUP BY name ORDER BY name <> '', count(*) DESC, name LIMIT %(most)s + 1
"""  # noqa: S608  (put together from our own words)

_FIELDS = f"""
    WITH chosen AS (
        SELECT DISTINCT ON (task_id, person_id) task_id, person_id, version_id FROM (
            SELECT wording.task_id, said.person_id, said.version_id, said.made_at AS at
            FROM {_LATEST} said JOIN review_taskversion wording ON wording.id = said.version_id
            WHERE said.verdict = 'approve' AND {_INDEPENDENT}
            UNION ALL
            SELECT wording.task_id, wording.written_by_id, wording.id, wording.written_at
            FROM {_LATEST_WRITTEN} wording
            WHERE {_SEEN}
                AND NOT EXISTS (SELECT 1 FROM review_seedederror WHERE task_id = wording.task_id)
        ) act ORDER BY task_id, person_id, at
    ), shared AS (
        SELECT task_id, version_id, count(*) OVER (PARTITION BY task_id) AS people FROM chosen
    ), said AS (
        SELECT shared.task_id, field, value FROM shared
        JOIN review_taskversion now ON now.id = shared.version_id
        JOIN review_taskversion first ON first.task_id = shared.task_id AND first.number = 1
        CROSS JOIN LATERAL (VALUES
            ('wording', (now.wording <> first.wording)::text),
            ('responsible', (
                SELECT COALESCE(string_agg(DISTINCT organisation_id::text, ' '), '')
                FROM review_versionorganisation
                WHERE version_id = now.id AND role = 'responsible'
            )),
            ('due', COALESCE(now.due_from::text, '') || '/' || COALESCE(now.due_to::text, now.due))
        ) fields (field, value)
        WHERE people > 1
    ), counted AS (
        SELECT field, task_id, value, count(*) AS n FROM said GROUP BY 1, 2, 3
    ), units AS (
        SELECT field, task_id, sum(n) AS m, sum(n * n) AS same FROM counted GROUP BY 1, 2
    ), given AS (
        SELECT field, sum(n * n)::bigint AS squares FROM (
            SELECT field, value, sum(n) AS n FROM counted GROUP BY 1, 2
        ) value GROUP BY 1
    )
    SELECT field, count(*), sum(m)::bigint, sum((m * m - same)::float / (m - 1)), squares
    FROM units JOIN given USING (field) GROUP BY field, squares
"""  # noqa: S608  (put together from our own words)

FIELDS = ("wording", "responsible", "due")


@dataclass(frozen=True, slots=True)
class Agreed:
    """Agreement on something: a field, a theme, or (without a name) every verdict."""

    name: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Agreements:
    verdicts: list[Agreed]
    """For all wordings first, then for the themes with the most of them."""

    fields: list[Agreed]
    """Task by task, what people stood behind first: what they approved, or wrote."""


def agreements(period: Period, person: "AbstractUser") -> Agreements:
    asked = within(period) | {"words": MOST_WORDS, "spoke": _who_must_have_spoken(person)}
    told = {name: Agreement(*sums) for name, *sums in rows_of(_FIELDS, asked)}
    return Agreements(
        [Agreed(name, Agreement(*sums)) for name, *sums in rows_of(_VERDICTS, asked)],
        [Agreed(name, told.get(name, Agreement(0, 0, 0, 0))) for name in FIELDS],
    )


def _who_must_have_spoken(person: "AbstractUser") -> int | None:
    """Give this person, of whose own tasks alone they may be told, or None where all count."""
    return None if sees_all(person) else person.pk
