"""What decisions add up to, as a table."""

import pytest

from review.models import ExtractedTask
from review.verdicts import Said, in_favour, state_of

OPEN, WITH_LEAD, APPROVED, REJECTED = (
    ExtractedTask.State.OPEN,
    ExtractedTask.State.WITH_LEAD,
    ExtractedTask.State.APPROVED,
    ExtractedTask.State.REJECTED,
)
AN, BINH, CHI, LEAD, SECOND_LEAD = range(1, 6)


def approves(person: int) -> Said:
    return Said(person, "approve")


def rejects(person: int) -> Said:
    return Said(person, "reject")


def unsure(person: int) -> Said:
    return Said(person, "unsure")


def settles(verdict: str, person: int = LEAD) -> Said:
    return Said(person, verdict, settles=True)


@pytest.mark.parametrize(
    ("writer", "needed", "decisions", "state"),
    [
        # The finder's wording.
        (None, 2, [], OPEN),
        (None, 2, [approves(AN)], OPEN),
        (None, 2, [approves(AN), approves(BINH)], APPROVED),
        (None, 1, [approves(AN)], APPROVED),
        (None, 3, [approves(AN), approves(BINH)], OPEN),
        (None, 3, [approves(AN), approves(BINH), approves(CHI)], APPROVED),
        (None, 2, [rejects(AN)], REJECTED),
        (None, 2, [rejects(AN), rejects(BINH)], REJECTED),
        (None, 2, [unsure(AN)], WITH_LEAD),
        (None, 2, [approves(AN), rejects(BINH)], WITH_LEAD),
        (None, 2, [rejects(BINH), approves(AN)], WITH_LEAD),
        (None, 2, [rejects(AN), unsure(BINH)], WITH_LEAD),
        (None, 2, [approves(AN), approves(BINH), rejects(CHI)], WITH_LEAD),
        (None, 2, [approves(AN), approves(BINH), unsure(CHI)], WITH_LEAD),
        # A person's wording.
        (AN, 2, [], OPEN),
        (AN, 2, [approves(BINH)], APPROVED),
        (AN, 3, [approves(BINH)], OPEN),
        (AN, 2, [rejects(BINH)], WITH_LEAD),
        (AN, 2, [rejects(AN)], REJECTED),
        (AN, 2, [unsure(AN)], WITH_LEAD),
        (AN, 2, [approves(BINH), rejects(AN)], WITH_LEAD),
        (AN, 2, [rejects(AN), rejects(BINH)], REJECTED),
        # A lead's word.
        (None, 2, [approves(AN), rejects(BINH), settles("approve")], APPROVED),
        (None, 2, [unsure(AN), settles("approve")], OPEN),
        (None, 1, [unsure(AN), settles("approve")], APPROVED),
        (None, 2, [unsure(AN), settles("approve"), approves(BINH)], APPROVED),
        (None, 2, [unsure(AN), settles("reject")], REJECTED),
        (None, 2, [approves(AN), rejects(BINH), settles("reject")], REJECTED),
        (None, 2, [approves(AN), approves(BINH), unsure(CHI), settles("reject")], REJECTED),
        (AN, 2, [rejects(BINH), settles("approve")], APPROVED),
        (AN, 2, [rejects(BINH), settles("reject")], REJECTED),
        # What is said after a lead's word counts again; the last of two leads' words is the word.
        (None, 2, [unsure(AN), settles("approve"), rejects(BINH)], WITH_LEAD),
        (None, 2, [unsure(AN), settles("approve"), unsure(BINH)], WITH_LEAD),
        (None, 2, [unsure(AN), settles("reject"), approves(BINH), approves(CHI)], REJECTED),
        (
            None,
            2,
            [unsure(AN), settles("approve"), rejects(BINH), settles("approve", SECOND_LEAD)],
            APPROVED,
        ),
        (
            None,
            2,
            [unsure(AN), settles("approve"), rejects(BINH), settles("reject", SECOND_LEAD)],
            REJECTED,
        ),
    ],
)
def test_state(
    writer: int | None, needed: int, decisions: list[Said], state: ExtractedTask.State
) -> None:
    assert state_of(writer, needed, decisions) == state


def test_nothing_is_ever_approved_with_fewer_people_in_favour_than_needed() -> None:
    choices = [
        Said(person, verdict, settles=leads)
        for person in (AN, BINH, LEAD)
        for verdict in ("approve", "reject", "unsure")
        for leads in (False, True)
        if not (leads and verdict == "unsure")
    ]
    histories: list[list[Said]] = [[]] + [[one] for one in choices]
    histories += [[one, two] for one in choices for two in choices if one.person != two.person]
    histories += [
        [one, two, three]
        for one in choices
        for two in choices
        for three in choices
        if len({one.person, two.person, three.person}) == 3
    ]
    approved = 0
    for decisions in histories:
        for writer in (None, AN):
            if any(said == Said(AN, "approve", said.settles) for said in decisions) and writer:
                continue  # the guards let nobody approve what they wrote
            for needed in (1, 2, 3):
                if state_of(writer, needed, decisions) == APPROVED:
                    approved += 1
                    assert len(in_favour(writer, decisions)) >= needed
    assert approved > 100
