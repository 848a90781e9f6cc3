"""What PostgreSQL itself refuses, whoever asks: an action, a superuser, a bulk update, raw SQL.

- What keeps tasks in their places stands in `review.models.place_guards`, what they may be called
  in `review.models.state_guards`, and what holds for seeded errors in `review.models.seed_guards`.
- The database writes how many people a version needs: the desk's setting, and at least two where a
  person wrote it, so that nobody approves a wording of their own alone. Only a first
  version can be the finder's.
- Bodies and documents belong to a version before it becomes the current one, and are frozen then.
  The current version only ever moves on to a later one.
- A decision is made on the current version; nobody has two at once on one version (whoever changes
  their mind withdraws first, and only one's own can be withdrawn); nobody approves what they wrote.
- A task may be called approved only while enough different people are in favour of exactly its
  current version: those who approve it, and its writer unless they have said otherwise since.
- An article is signed off when each of its tasks is decided and has its place in the text.
- What was said and written stays, until the whole article is erased.

Two transactions at once must not slip past each other: every check locks the task first and reads
after it has the lock. That holds in read committed only, so other isolation levels are refused.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, append_only, kept_until_erasure, refuse
from review.models.body_guards import ONLY_ITS_BODY_CHANGES
from review.models.place_guards import HELD, PLACE, lock
from review.models.seed_guards import NEVER_DECIDED

IN_READ_COMMITTED = f"""
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        {refuse("decisions are checked in read committed transactions only")}
    END IF;
"""

DECISION_STANDS = "NOT EXISTS (SELECT 1 FROM review_withdrawal WHERE decision_id = said.id)"

PEOPLE_IN_FAVOUR = f"""(
    SELECT count(*) FROM (
        SELECT said.person_id FROM review_decision said
        WHERE said.version_id = wording.id AND said.verdict = 'approve' AND {DECISION_STANDS}
        UNION
        SELECT wording.written_by_id WHERE wording.written_by_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM review_decision said
            WHERE said.version_id = wording.id AND said.person_id = wording.written_by_id
                AND {DECISION_STANDS}
        )
    ) person
)"""


def _task_of(version: str) -> str:
    return f"SELECT task_id FROM review_taskversion WHERE id = ({version})"


def _article_of(version: str) -> str:
    return f"SELECT article_id FROM review_extractedtask WHERE id = ({_task_of(version)})"


def _version_of(decision: str) -> str:
    return f"SELECT version_id FROM review_decision WHERE id = {decision}"


def _approval_stands(
    task: str,
    condition: pgtrigger.Condition | None = None,
    *,
    name: str = "approval_stands",
    operation: pgtrigger.Operation = pgtrigger.Insert | pgtrigger.Update,
) -> Guard:
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        condition=condition,
        timing=pgtrigger.Deferred,
        declare=HELD,
        func=f"""
            {IN_READ_COMMITTED}
            {lock(task)}
            IF held.state = 'approved' AND NOT EXISTS (
                SELECT 1 FROM review_taskversion wording
                WHERE wording.id = held.version_id AND wording.task_id = held.id
                    AND {PEOPLE_IN_FAVOUR} >= wording.needed
            ) THEN
                {refuse("task % is approved without enough people in favour", "held.id")}
            END IF;
            RETURN NULL;
        """,
    )


def _approval_outlasts(task: str) -> Guard:
    """Hold even where a row may leave. With the task gone there is nothing left to hold."""
    return _approval_stands(task, name="approval_outlasts", operation=pgtrigger.Delete)


TASK = [
    *PLACE,
    NEVER_DECIDED,
    _approval_stands("NEW.id", pgtrigger.Q(new__state="approved")),
    *kept_until_erasure(article="OLD.article_id"),
]

VERSION = [
    Guard(
        name="people_needed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NEW.written_by_id IS NULL AND NEW.number <> 1 THEN
                {refuse("the finder writes the first version only, not %", "NEW.number")}
            END IF;
            NEW.needed := GREATEST(
                COALESCE((SELECT approvals_needed FROM review_desksettings WHERE id = 1), 2),
                CASE WHEN NEW.written_by_id IS NULL THEN 1 ELSE 2 END
            );
            RETURN NEW;
        """,
    ),
    *append_only(article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"),
]

PART_OF_VERSION = [
    Guard(
        name="before_it_is_current",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"""
            {lock(_task_of("NEW.version_id"))}
            IF held.version_id = NEW.version_id THEN
                {refuse("version % is in use and no longer changes", "NEW.version_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    *append_only(article=_article_of("OLD.version_id")),
]

NAMED_BODY = [
    *(guard for guard in PART_OF_VERSION if guard.name != "never_changes"),
    ONLY_ITS_BODY_CHANGES,
]

DECISION = [
    Guard(
        name="one_for_each_person",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"""
            {IN_READ_COMMITTED}
            {lock(_task_of("NEW.version_id"))}
            IF held.version_id IS DISTINCT FROM NEW.version_id THEN
                {refuse("version % is not the current one", "NEW.version_id")}
            END IF;
            IF held.state = 'retired' THEN
                {refuse("task % is retired", "held.id")}
            END IF;
            IF EXISTS (
                SELECT 1 FROM review_decision said
                WHERE said.version_id = NEW.version_id AND said.person_id = NEW.person_id
                    AND {DECISION_STANDS}
            ) THEN
                {refuse("person % has decided on version %", "NEW.person_id", "NEW.version_id")}
            END IF;
            IF NEW.verdict = 'approve' AND EXISTS (
                SELECT 1 FROM review_taskversion
                WHERE id = NEW.version_id AND written_by_id = NEW.person_id
            ) THEN
                {refuse("person % wrote version %", "NEW.person_id", "NEW.version_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    _approval_stands(_task_of("NEW.version_id")),
    _approval_outlasts(_task_of("OLD.version_id")),
    *append_only(article=_article_of("OLD.version_id")),
]

WITHDRAWAL = [
    Guard(
        name="by_whoever_decided",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"""
            {IN_READ_COMMITTED}
            {lock(_task_of(_version_of("NEW.decision_id")))}
            IF NOT EXISTS (
                SELECT 1 FROM review_decision
                WHERE id = NEW.decision_id AND person_id = NEW.withdrawn_by_id
            ) THEN
                {refuse("decision % is another person''s", "NEW.decision_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    _approval_stands(_task_of(_version_of("NEW.decision_id"))),
    _approval_outlasts(_task_of(_version_of("OLD.decision_id"))),
    *append_only(article=_article_of(_version_of("OLD.decision_id"))),
]

SIGN_OFF = [
    Guard(
        name="when_all_is_decided",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM review_extractedtask
                WHERE text_id = NEW.text_id AND state NOT IN ('approved', 'rejected', 'retired')
            ) THEN
                {refuse("text % has tasks that wait for a decision", "NEW.text_id")}
            END IF;
            IF EXISTS (
                SELECT 1 FROM review_extractedtask task
                JOIN articles_articletext signed ON signed.article_id = task.article_id
                WHERE signed.id = NEW.text_id AND task.text_id <> signed.id
                    AND task.state <> 'retired'
            ) THEN
                {refuse("text % has lost the place of tasks", "NEW.text_id")}
            END IF;
            NEW.tasks := (SELECT count(*) FROM review_extractedtask WHERE text_id = NEW.text_id);
            RETURN NEW;
        """,
    ),
    *append_only(article="SELECT article_id FROM articles_articletext WHERE id = OLD.text_id"),
]
