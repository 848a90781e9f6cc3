"""What PostgreSQL itself refuses to have done to the places of tasks, whoever asks.

- A task quotes its text word for word. Its place changes only with a new text of its article: it
  moves to the text that is the current one by then, with the same letters (marks aside), or to
  where a person has placed it.
- What people had a hand in is retired on a person's word only (unless it was a seeded error, see
  `review.models.seed_guards`). People place and retire only what
  lost its place; tasks that they split, merge or cut otherwise give way to new ones of the same
  words, and the record says which became which. What is retired never changes again.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

from typing import Any

import pgtrigger

from articles.guards import Guard, append_only, refuse

HELD = [("held", "review_extractedtask%ROWTYPE")]


def lock(task: str) -> str:
    """Let nobody else change the task. Whoever only refers to it (a list) need not wait."""
    return f"""
        SELECT * INTO held FROM review_extractedtask WHERE id = ({task}) FOR NO KEY UPDATE;
    """


FAR = 10_000
"""So many characters of a text are counted through at most for one task."""

_IN_A_NEW_TEXT = """EXISTS (
    SELECT 1 FROM articles_article article
    JOIN articles_articletext here ON here.id = article.text_id
    JOIN articles_articletext before ON before.id = OLD.text_id
    WHERE article.id = OLD.article_id AND here.id = NEW.text_id AND here.number > before.number
)"""

_TOUCHED = """EXISTS (
    SELECT 1 FROM review_taskversion wording
    LEFT JOIN review_decision said ON said.version_id = wording.id
    WHERE wording.task_id = OLD.id AND (wording.written_by_id IS NOT NULL OR said.id IS NOT NULL)
)"""


def _letters(words: str) -> str:
    return f"regexp_replace(for_search({words}), '[^a-z0-9]+', '', 'g')"


def _quotes_its_text(name: str, operation: pgtrigger.Operation, changed: str, **more: Any) -> Guard:
    """Check all rows of a statement together, text by text and from its beginning to its end.

    A row at a time, each task would unpack its text and count through it again: with two thousand
    tasks in a long text that took seconds. `rest` is what of the text is still ahead.
    """
    return Guard(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        declare=[("task", "record"), ("of_text", "bigint"), ("seen", "integer"), ("rest", "text")],
        func=f"""
            FOR task IN {changed} ORDER BY text_id, "start" LOOP
                IF task.text_id IS DISTINCT FROM of_text THEN
                    SELECT id, 0, body INTO of_text, seen, rest
                        FROM articles_articletext WHERE id = task.text_id;
                END IF;
                IF task."start" - seen > {FAR} THEN
                    rest := substr(rest, task."start" - seen + 1);
                    seen := task."start";
                END IF;
                IF substr(rest, task."start" - seen + 1, task."end" - task."start")
                        IS DISTINCT FROM task.quote
                    OR NOT EXISTS (
                        SELECT 1 FROM articles_articletext
                        WHERE id = task.text_id AND article_id = task.article_id
                    )
                THEN
                    {refuse("a task quotes the text of its article word for word")}
                END IF;
            END LOOP;
            RETURN NULL;
        """,
        **more,
    )


PLACE = [
    _quotes_its_text(
        "quotes_its_text",
        pgtrigger.Insert,
        "SELECT * FROM made",
        referencing=pgtrigger.Referencing(new="made"),
    ),
    _quotes_its_text(
        "quotes_where_it_moved",
        pgtrigger.Update,
        """
            SELECT moved.* FROM moved JOIN stood USING (id)
            WHERE (moved.text_id, moved."start", moved."end", moved.quote)
                IS DISTINCT FROM (stood.text_id, stood."start", stood."end", stood.quote)
        """,
        referencing=pgtrigger.Referencing(old="stood", new="moved"),
    ),
    Guard(
        name="begins_open",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NEW.version_id IS NOT NULL THEN
                {refuse("a task is made before its versions")}
            END IF;
            IF EXISTS (SELECT 1 FROM articles_erasure WHERE article_number = NEW.article_id) THEN
                {refuse("article % was erased", "NEW.article_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    Guard(
        name="stays_in_place",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.state = 'retired' AND NEW IS DISTINCT FROM OLD THEN
                {refuse("task % is retired and no longer changes", "OLD.id")}
            END IF;
            IF (NEW.id, NEW.article_id) IS DISTINCT FROM (OLD.id, OLD.article_id) OR (
                (NEW.text_id, NEW."start", NEW."end", NEW.quote)
                    IS DISTINCT FROM (OLD.text_id, OLD."start", OLD."end", OLD.quote)
                AND NOT {_IN_A_NEW_TEXT}
            ) THEN
                {refuse("the place of task % never changes within a text", "OLD.id")}
            END IF;
            IF NEW.quote <> OLD.quote AND {_letters("NEW.quote")} <> {_letters("OLD.quote")}
                AND NOT EXISTS (
                    SELECT 1 FROM review_placing
                    WHERE task_id = NEW.id AND text_id = NEW.text_id
                        AND "start" = NEW."start" AND "end" = NEW."end"
                )
            THEN
                {refuse("task % takes its words along: only people give it others", "OLD.id")}
            END IF;
            IF NEW.state = 'retired' AND OLD.state <> 'retired' AND {_TOUCHED} AND NOT EXISTS (
                SELECT 1 FROM review_retirement WHERE task_id = OLD.id
                UNION ALL
                SELECT 1 FROM review_reshapedtask WHERE task_id = OLD.id AND side = 'was'
                UNION ALL
                SELECT 1 FROM review_seedederror WHERE task_id = OLD.id
            ) THEN
                {refuse("people decided on task %: only people retire it", "OLD.id")}
            END IF;
            IF NEW.version_id IS DISTINCT FROM OLD.version_id AND NOT EXISTS (
                SELECT 1 FROM review_taskversion wording
                WHERE wording.id = NEW.version_id AND wording.task_id = NEW.id
                    AND wording.number > COALESCE(
                        (SELECT number FROM review_taskversion WHERE id = OLD.version_id), 0
                    )
            ) THEN
                {refuse("task % moves on to a later version of its own", "OLD.id")}
            END IF;
            RETURN NEW;
        """,
    ),
]


def _of_what_lost_its_place(task: str, text: str) -> str:
    """Refuse unless the task stands, and on an older text than the article's."""
    return f"""
        {lock(task)}
        IF held.state = 'retired' OR NOT EXISTS (
            SELECT 1 FROM articles_article
            WHERE id = held.article_id AND text_id = {text} AND text_id <> held.text_id
        ) THEN
            {refuse("task % has not lost its place", "held.id")}
        END IF;
    """


PLACING = [
    Guard(
        name="of_what_lost_its_place",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"{_of_what_lost_its_place('NEW.task_id', 'NEW.text_id')} RETURN NEW;",
    ),
    *append_only(article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"),
]

RETIREMENT = [
    Guard(
        name="of_what_lost_its_place",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"{_of_what_lost_its_place('NEW.task_id', 'text_id')} RETURN NEW;",
    ),
    *append_only(article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"),
]

_PARTS = "(SELECT * FROM review_reshapedtask WHERE reshaping_id = {reshaping})"


def _says_what_became_of_what(reshaping: str) -> Guard:
    """Check it when all is written: what was is retired, and its words are those of what became."""
    parts = _PARTS.format(reshaping=reshaping)
    return Guard(
        name="says_what_became_of_what",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (SELECT 1 FROM review_reshaping WHERE id = {reshaping}) AND (
                NOT EXISTS (SELECT 1 FROM {parts} part)
                OR EXISTS (
                    SELECT 1 FROM {parts} part JOIN review_extractedtask task ON task.id = task_id
                    WHERE side = 'was' AND state <> 'retired'
                )
                OR EXISTS (
                    SELECT 1 FROM {parts} part WHERE NOT EXISTS (
                        SELECT 1 FROM {parts} other WHERE other.side <> part.side
                            AND other."start" < part."end" AND other."end" > part."start"
                    )
                )
            ) THEN
                {refuse("reshaping % does not say what became of what", reshaping)}
            END IF;
            RETURN NULL;
        """,
    )


RESHAPING = [
    _says_what_became_of_what("NEW.id"),
    *append_only(article="SELECT article_id FROM articles_articletext WHERE id = OLD.text_id"),
]

RESHAPED_TASK = [
    Guard(
        name="stands_in_the_text",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"""
            {lock("NEW.task_id")}
            IF held.state = 'retired'
                OR (NEW."start", NEW."end") IS DISTINCT FROM (held."start", held."end")
                OR NOT EXISTS (
                SELECT 1 FROM review_reshaping reshaping
                JOIN articles_article article ON article.text_id = reshaping.text_id
                WHERE reshaping.id = NEW.reshaping_id AND reshaping.text_id = held.text_id
                    AND (NEW.side = 'was' OR EXISTS (
                        SELECT 1 FROM review_taskversion wording
                        WHERE wording.task_id = held.id AND wording.number = 1
                            AND wording.written_by_id = reshaping.reshaped_by_id
                    ))
            ) THEN
                {refuse("task % is no part of this reshaping", "NEW.task_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    _says_what_became_of_what("NEW.reshaping_id"),
    *append_only(article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"),
]
