"""What the decisions on a wording add up to. Pure: the same rules for screens, actions and tests.

Only effective decisions count: those on the current version that were not withdrawn, in the order
in which they were made. A person has at most one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from review.models import Decision, ExtractedTask

Verdict = Decision.Verdict
State = ExtractedTask.State


@dataclass(frozen=True, slots=True)
class Said:
    """One person's verdict; `settles` where it is a lead's word on decisions that differ."""

    person: int
    verdict: str
    settles: bool = False


def in_favour(writer: int | None, decisions: Sequence[Said]) -> set[int]:
    """Who stands behind a wording: those who approve it, and its writer unless they said more."""
    people = {said.person for said in decisions if said.verdict == Verdict.APPROVE}
    if writer is not None and all(said.person != writer for said in decisions):
        people.add(writer)
    return people


def state_of(writer: int | None, needed: int, decisions: Sequence[Said]) -> State:
    """Tell the state of a task whose current version has this writer and these decisions.

    A lead's word overrules what others said against the wording before it, and nothing said after
    it. It counts as one voice in favour, never as two. Leads who reject a wording have the last
    word on it.
    """
    settling = [place for place, said in enumerate(decisions) if said.settles]
    if settling and decisions[settling[-1]].verdict == Verdict.REJECT:
        return State.REJECTED
    standing = decisions[settling[-1] :] if settling else decisions
    favour = in_favour(writer, decisions)
    verdicts = {said.verdict for said in standing}
    if Verdict.UNSURE in verdicts:
        return State.WITH_LEAD
    if Verdict.REJECT in verdicts:
        return State.WITH_LEAD if favour else State.REJECTED
    return State.APPROVED if len(favour) >= needed else State.OPEN
