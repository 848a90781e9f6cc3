"""Triggers that keep `QueueRow`, whoever writes: an action, a bulk update, raw SQL.

What hangs on a task is worked out while the task's row is locked (every verdict and wording locks
it); what hangs on the article or the assignment is written by the change of that row, and
nothing else. So of two changes at once, neither writes what the other has made old. Several rows
are locked by number.
"""

import pgtrigger

from articles.guards import Guard


def _told(name: str, operation: pgtrigger.Operation, tasks: str) -> Guard:
    """Work out a task's row when something was said of it."""
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        func=f"PERFORM review_queue_tasks(ARRAY({tasks})); RETURN NULL;",
    )


TASK = [
    Guard(
        name="shows_in_the_queue",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        referencing=pgtrigger.Referencing(old="was", new="became"),
        # Each is locked, since its statement has changed it.
        func="""
            PERFORM review_queue_tasks(ARRAY(
                SELECT became.id FROM became JOIN was USING (id)
                WHERE (
                    became.state, became.version_id, became.text_id,
                    became."start", became.confidence
                ) IS DISTINCT FROM (
                    was.state, was.version_id, was.text_id, was."start", was.confidence
                )
            ));
            RETURN NULL;
        """,
    ),
]

DECISION = [
    _told(
        "shows_in_the_queue",
        pgtrigger.Insert,
        "SELECT task_id FROM review_taskversion WHERE id = NEW.version_id",
    )
]

WITHDRAWAL = [
    _told(
        "shows_in_the_queue",
        pgtrigger.Insert,
        "SELECT task_id FROM review_taskversion JOIN review_decision said"
        " ON said.version_id = review_taskversion.id WHERE said.id = NEW.decision_id",
    )
]

ASSIGNMENT = [
    Guard(
        name="shows_in_the_queue",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            UPDATE review_queuerow SET assigned_person_id = NEW.person_id,
                assigned_group_id = NEW.group_id, decide_by = NEW.due_on
            WHERE task_id = NEW.task_id;
            RETURN NULL;
        """,
    ),
    Guard(
        name="leaves_the_queue",
        when=pgtrigger.After,
        operation=pgtrigger.Delete,
        func="""
            UPDATE review_queuerow SET assigned_person_id = NULL,
                assigned_group_id = NULL, decide_by = NULL
            WHERE task_id = OLD.task_id;
            RETURN NULL;
        """,
    ),
]

ARTICLE = [
    Guard(
        name="shows_in_the_queue",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange("state", "text", "publisher", "published_on"),
        func="""
            PERFORM 1 FROM review_queuerow WHERE article_id = NEW.id
                ORDER BY task_id FOR NO KEY UPDATE;
            UPDATE review_queuerow SET
                at_desk = (NEW.state = 'active'),
                article_text_id = NEW.text_id,
                publisher_id = NEW.publisher_id,
                published_on = NEW.published_on,
                published_order = COALESCE(NEW.published_on, '0001-01-01')
            WHERE article_id = NEW.id;
            RETURN NULL;
        """,
    ),
]

WORKED_OUT = """
CREATE FUNCTION review_queue_tasks(tasks bigint[]) RETURNS void LANGUAGE sql
SET search_path = public, pg_temp AS $$
    INSERT INTO review_queuerow (
        task_id, state, state_since, article_id, text_id, "start", confidence, found_at,
        version_id, due_from, due_to, due_order, said_by, sent_back_to,
        at_desk, article_text_id, publisher_id, published_on, published_order,
        assigned_person_id, assigned_group_id, decide_by
    )
    SELECT task.id, task.state, statement_timestamp(), task.article_id, task.text_id,
        task."start", task.confidence, task.created_at,
        task.version_id, wording.due_from, wording.due_to,
        COALESCE(wording.due_to, wording.due_from, '9999-12-31'),
        spoken.people,
        CASE
            WHEN task.state IN ('open', 'with_lead') THEN ARRAY(
                SELECT person_id FROM (
                    SELECT written_by_id AS person_id FROM review_taskversion
                    WHERE task_id = task.id AND id <> wording.id AND written_by_id IS NOT NULL
                    UNION
                    SELECT said.person_id FROM review_decision said
                    JOIN review_taskversion earlier ON earlier.id = said.version_id
                    WHERE earlier.task_id = task.id AND earlier.id <> wording.id
                        AND said.verdict = 'approve' AND NOT EXISTS (
                            SELECT 1 FROM review_withdrawal WHERE decision_id = said.id
                        )
                ) behind WHERE person_id <> ALL (spoken.people) ORDER BY person_id
            )
            WHEN task.state = 'rejected' THEN ARRAY(
                SELECT backer.id FROM unnest(spoken.people) backer (id)
                WHERE NOT EXISTS (
                    SELECT 1 FROM review_decision said
                    WHERE said.version_id = wording.id AND said.person_id = backer.id
                        AND said.verdict <> 'approve' AND NOT EXISTS (
                            SELECT 1 FROM review_withdrawal WHERE decision_id = said.id
                        )
                ) ORDER BY backer.id
            )
            ELSE '{}'
        END,
        article.state = 'active', article.text_id, article.publisher_id, article.published_on,
        COALESCE(article.published_on, '0001-01-01'),
        assigned.person_id, assigned.group_id, assigned.due_on
    FROM review_extractedtask task
    JOIN articles_article article ON article.id = task.article_id
    JOIN review_taskversion wording ON wording.id = task.version_id
    LEFT JOIN review_assignment assigned ON assigned.task_id = task.id
    CROSS JOIN LATERAL (
        SELECT ARRAY(
            SELECT said.person_id FROM review_decision said
            WHERE said.version_id = wording.id AND NOT EXISTS (
                SELECT 1 FROM review_withdrawal WHERE decision_id = said.id
            )
            UNION
            SELECT wording.written_by_id WHERE wording.written_by_id IS NOT NULL
            ORDER BY 1
        ) AS people
    ) spoken
    WHERE task.id = ANY (tasks)
    ORDER BY task.id
    ON CONFLICT (task_id) DO UPDATE SET
        state = EXCLUDED.state,
        state_since = CASE
            WHEN review_queuerow.state = EXCLUDED.state THEN review_queuerow.state_since
            ELSE EXCLUDED.state_since
        END,
        text_id = EXCLUDED.text_id,
        "start" = EXCLUDED."start",
        confidence = EXCLUDED.confidence,
        version_id = EXCLUDED.version_id,
        due_from = EXCLUDED.due_from,
        due_to = EXCLUDED.due_to,
        due_order = EXCLUDED.due_order,
        said_by = EXCLUDED.said_by,
        sent_back_to = EXCLUDED.sent_back_to
$$
"""
DROPPED = "DROP FUNCTION review_queue_tasks(bigint[])"
FILLED = "SELECT review_queue_tasks(ARRAY(SELECT id FROM review_extractedtask ORDER BY id))"
