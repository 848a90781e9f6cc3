"""What PostgreSQL itself refuses to have said of a task's state, whoever asks.

A state is what the decisions on the current version add up to, as `review.verdicts.state_of` says:
nobody sends a task to the lead, rejects it or brings it back without a word on the record.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, refuse
from review.models.guards import DECISION_STANDS, IN_READ_COMMITTED, PEOPLE_IN_FAVOUR
from review.models.place_guards import HELD, lock


def _as_decided(name: str, operation: pgtrigger.Operation, condition: str) -> Guard:
    return Guard(
        name=name,
        when=pgtrigger.After,
        operation=operation,
        condition=pgtrigger.Condition(condition),
        timing=pgtrigger.Deferred,
        declare=[
            *HELD,
            ("wording", "review_taskversion%ROWTYPE"),
            ("settling", "review_decision%ROWTYPE"),
            ("verdicts", "text[]"),
            ("favour", "integer"),
            ("decided", "text"),
        ],
        func=f"""
            {IN_READ_COMMITTED}
            {lock("NEW.id")}
            IF held.state = 'retired' THEN
                RETURN NULL;
            END IF;
            SELECT * INTO wording FROM review_taskversion WHERE id = held.version_id;
            SELECT * INTO settling FROM review_decision said
                WHERE said.version_id = held.version_id AND said.settles AND {DECISION_STANDS}
                ORDER BY said.id DESC LIMIT 1;
            SELECT array_agg(said.verdict) INTO verdicts FROM review_decision said
                WHERE said.version_id = held.version_id AND {DECISION_STANDS}
                    AND said.id >= COALESCE(settling.id, said.id);
            favour := {PEOPLE_IN_FAVOUR};
            decided := CASE
                WHEN settling.verdict = 'reject' THEN 'rejected'
                WHEN 'unsure' = ANY(verdicts) THEN 'with_lead'
                WHEN 'reject' = ANY(verdicts) AND favour > 0 THEN 'with_lead'
                WHEN 'reject' = ANY(verdicts) THEN 'rejected'
                WHEN favour >= wording.needed THEN 'approved'
                ELSE 'open'
            END;
            IF held.state <> decided THEN
                {
            refuse(
                "task % is called %; by what was decided it is %",
                "held.id",
                "held.state",
                "decided",
            )
        }
            END IF;
            RETURN NULL;
        """,
    )


TASK = [
    _as_decided("begins_undecided", pgtrigger.Insert, "NEW.state IN ('rejected', 'with_lead')"),
    _as_decided(
        "state_as_decided",
        pgtrigger.Update,
        "NEW.state <> 'retired' AND (OLD.state <> NEW.state OR OLD.version_id <> NEW.version_id)",
    ),
]
