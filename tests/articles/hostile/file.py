"""What a hostile file is, and what is to be said of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from articles.actions.originals import Upload
from articles.models import ImportItem, ImportJob

State, Problem = ImportItem.State, ImportItem.Problem
End = ImportItem.State | ImportItem.Problem
"""How an item ends: with a problem, or in a state without one."""

IMPORTED: Final = State.IMPORTED
UNPACKED: Final = State.UNPACKED

TEXT: Final = (
    "Đảng ủy xã Đông Khê vừa sơ kết ba năm thực hiện trách nhiệm nêu gương của cán bộ, đảng viên."
    " Trong thời gian tới, Đảng ủy xã cần tiếp tục phân công cán bộ bám bản."
)


@dataclass(frozen=True)
class Hostile:
    name: str
    make: Callable[[], bytes]
    end: End
    members: Sequence[End] = ()
    """How those end that come out of it."""

    def upload(self) -> Upload:
        data = self.make()
        return Upload(self.name, "", len(data), lambda: data)


def ends_of(job: ImportJob) -> list[tuple[End, list[End]]]:
    """How the items ended that came in, in their order, and those that came out of each."""
    whole = job.items.filter(unpacked_from=None).order_by("position")
    return [(_end(item), [_end(one) for one in item.unpacked.order_by("member")]) for item in whole]


def _end(item: ImportItem) -> End:
    return Problem(item.problem) if item.problem else State(item.state)


def own_text(mark: str) -> str:
    """A text of its own: two hostile files must not be duplicates of one another."""
    return f"{TEXT} Chi bộ {mark} đã họp."


def zipped(*files: tuple[str, str | bytes], way: int = ZIP_DEFLATED) -> bytes:
    """A zip of these, in which a name may stand twice."""
    data = BytesIO()
    with ZipFile(data, "w", way) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()
