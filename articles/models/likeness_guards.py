"""Triggers that keep the keys of signatures, and what editors said of articles that are alike.

An article that was merged into another points at one that stands, so that nobody has to follow
more than one step; and it does so on the record of a merge only.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, points_at_a_standing_one, refuse

ARTICLE = [
    points_at_a_standing_one("articles_article", "an article"),
    Guard(
        name="steps_aside_on_the_record",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM articles_article
                WHERE id = NEW.id AND merged_into_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM articles_likeness WHERE aside_id = NEW.id
                )
            ) THEN
                {refuse("article % was merged by nobody", "NEW.id")}
            END IF;
            RETURN NULL;
        """,
        condition=pgtrigger.Q(new__merged_into__isnull=False),
    ),
]

_TAKE_AWAY = """
    DELETE FROM articles_signaturekey
        WHERE key = ANY (OLD.keys) AND article_number = OLD.article_id;
"""
_PUT_THERE = """
    INSERT INTO articles_signaturekey (key, article_number)
        SELECT DISTINCT unnest(NEW.keys), NEW.article_id;
"""

SIGNATURE = [
    Guard(
        name="keys_put_there",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=f"{_PUT_THERE} RETURN NULL;",
    ),
    Guard(
        name="keys_changed",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("keys", "article_id"),
        condition=pgtrigger.Q(old__keys__df=pgtrigger.F("new__keys")),
        func=f"{_TAKE_AWAY} {_PUT_THERE} RETURN NULL;",
    ),
    Guard(
        name="keys_taken_away",
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        func=f"{_TAKE_AWAY} RETURN NULL;",
    ),
]

LIKENESS = [
    Guard(
        name="what_was_decided_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        condition=~pgtrigger.Q(old__state="offered"),
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM articles_erasure
                WHERE article_number IN (OLD.first_id, OLD.second_id)
            ) THEN
                {refuse("a row of % leaves only when its article is erased", "TG_TABLE_NAME")}
            END IF;
            RETURN OLD;
        """,
    ),
    Guard(
        name="always_of_the_same_two",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("first_id", "second_id"),
        func=refuse("a likeness is always of the same two articles"),
    ),
    Guard(
        name="never_truncated",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=refuse("% is never emptied", "TG_TABLE_NAME"),
    ),
]
