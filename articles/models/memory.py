"""Triggers by which the database remembers what people said of an article's themes.

Whatever path a theme is given or taken by, a `ThemeDecision` is left, and the finder cannot bring
back what a person took away. The finder says that it is at work by `SET LOCAL duyet.finder = 'on'`
(`articles.actions.themes.finder_at_work`); who decided is read from the context of the history.
What leaves with a theme that was merged into another is no person's word either.
"""

import pgtrigger

from articles.guards import Guard, refuse

_FINDER_AT_WORK = "current_setting('duyet.finder', true) IS NOT DISTINCT FROM 'on'"
_ERASING = """EXISTS (
    SELECT 1 FROM articles_erasure WHERE article_number = OLD.content_object_id
)"""
_MERGED = """EXISTS (
    SELECT 1 FROM articles_theme WHERE id = OLD.tag_id AND merged_into_id IS NOT NULL
)"""
# A finder that did not wait here could read the decisions of a moment before they are made.
_ONE_AT_A_TIME = """
    PERFORM 1 FROM articles_article WHERE id = {row}.content_object_id FOR NO KEY UPDATE;
"""


def remembers_people() -> list[pgtrigger.Trigger]:
    return [
        Guard(
            name="finder_may_not_add",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Q(new__source="finder"),
            func=f"""
                {_ONE_AT_A_TIME.format(row="NEW")}
                IF {_decided("NEW", "removed")} THEN
                    RETURN NULL;
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="finder_may_not_remove",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=f"""
                {_ONE_AT_A_TIME.format(row="OLD")}
                IF {_FINDER_AT_WORK} AND {_decided("OLD", "confirmed")} AND NOT {_ERASING} THEN
                    RETURN NULL;
                END IF;
                RETURN OLD;
            """,
        ),
        Guard(
            name="person_confirmed",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("source"),
            condition=pgtrigger.Q(new__source="person"),
            func=f"""
                IF {_FINDER_AT_WORK} THEN
                    RETURN NULL;
                END IF;
                {_decide("NEW", "confirmed")}
                RETURN NULL;
            """,
        ),
        Guard(
            name="person_removed",
            when=pgtrigger.After,
            operation=pgtrigger.Delete,
            func=f"""
                IF {_FINDER_AT_WORK} OR {_ERASING} OR {_MERGED} THEN
                    RETURN NULL;
                END IF;
                {_decide("OLD", "removed")}
                RETURN NULL;
            """,
        ),
        Guard(
            name="stays_where_it_is",
            when=pgtrigger.Before,
            operation=pgtrigger.UpdateOf("tag_id", "content_object_id"),
            func=refuse("a theme of an article is added or removed, never moved"),
        ),
    ]


def _decided(row: str, verdict: str) -> str:
    return f"""EXISTS (
        SELECT 1 FROM articles_themedecision
        WHERE article_id = {row}.content_object_id AND theme_id = {row}.tag_id
            AND verdict = '{verdict}'
    )"""  # noqa: S608  (words of this module only)


def _decide(row: str, verdict: str) -> str:
    return f"""
        INSERT INTO articles_themedecision
            (article_id, theme_id, verdict, decided_by_id, decided_at)
        VALUES (
            {row}.content_object_id, {row}.tag_id, '{verdict}',
            (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb
                ->> 'user')::bigint,
            now()
        )
        ON CONFLICT (article_id, theme_id) DO UPDATE
            SET verdict = EXCLUDED.verdict, decided_by_id = EXCLUDED.decided_by_id,
                decided_at = EXCLUDED.decided_at
            WHERE articles_themedecision.verdict <> EXCLUDED.verdict;
    """  # noqa: S608  (words of this module only)
