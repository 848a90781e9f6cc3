"""The wordings of a task beside each other, with what each says otherwise than the one before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review.changes import Change, changes
from review.models import Decision, TaskVersion


@dataclass(frozen=True, slots=True)
class WordingShown:
    """A wording with what was said of it, as far as it is seen."""

    version: TaskVersion
    changes: list[Change]
    is_current: bool
    decisions: list[Decision]


def shown(
    versions: Iterable[TaskVersion], current_id: int | None, *, to: int, sees_others: bool
) -> Iterator[WordingShown]:
    """Go through the wordings from the first on. `to` is the person who looks."""
    before: TaskVersion | None = None
    for version in versions:
        yield WordingShown(
            version,
            changes(before, version) if before else [],
            version.pk == current_id,
            [said for said in version.decisions.all() if sees_others or said.person_id == to],
        )
        before = version
