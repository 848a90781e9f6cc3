"""Lines that say of the tasks next to them who leads, who takes part, by when.

Below a task: "Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tài chính", "Thời gian hoàn thành:
quý III". Above several: "a) Bộ Nội vụ", "Trách nhiệm của Sở Y tế:".
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from articles.finding.names import names_at
from articles.finding.phrases import folded
from articles.finding.responsible import Parties

__all__ = ["parties_in_cells", "parties_named", "whose_tasks"]

_WHO: Final = r"(?:cơ\s+quan|đơn\s+vị)\s+(?:được\s+giao\s+)?"
_LEADS: Final = r"(?:thực\s+hiện|chủ\s+trì|đầu\s+mối|tham\s+mưu|chịu\s+trách\s+nhiệm)"
_ROLE: Final = folded(
    rf"(?:{_WHO})?(?:(?P<leads>{_LEADS})|phối\s+hợp)(?:\s+[\w/]+){{0,3}}?\s*:\s*",
)

_OF_WHOM: Final = folded(
    r"(?:(?:đề\s+nghị|yêu\s+cầu|giao|đối\s+với|về\s+phía)\s+|(?:trách\s+nhiệm|nhiệm\s+vụ)\s+của\s+)?"
)
# "Sở Y tế chủ trì:", "Công an tỉnh thực hiện các nhiệm vụ sau:": more than the name says nothing.
_CLOSES: Final = folded(
    r"""(?:\s+(?:chủ\s+trì|có|chịu|cần|phải|thực\s+hiện|triển\s+khai|tập\s+trung|trách\s+nhiệm|nhiệm\s+vụ
    |một\s+số|các|những|việc|công\s+việc|nội\s+dung|giải\s+pháp|trọng\s+tâm|sau|sau\s+đây|như)(?!\w))*[\s:.]*"""
)


def whose_tasks(body: str, text: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies whose tasks stand under a heading that says nothing else."""
    of = _OF_WHOM.match(text, start, end)
    names = names_at(body, text, of.end() if of else start, end)
    if not names or not _CLOSES.fullmatch(text, names[-1].end, end):
        return ()
    return tuple(" ".join(body[name.start : name.end].split()) for name in names)


def parties_in_cells(body: str, text: str, cells: Sequence[tuple[int, int]]) -> Parties:
    """Whom the cells of a row name: first who leads, then who takes part."""
    named = [names for cell in cells if (names := whose_tasks(body, text, *cell))]
    leading, helping = (*named, (), ())[:2]
    return Parties(leading, helping)


def parties_named(body: str, text: str, start: int, end: int) -> Parties:
    """Whom such a line names: who leads, who takes part."""
    leading: list[str] = []
    helping: list[str] = []
    roles = list(_ROLE.finditer(text, start, end))
    for role, following in zip_longest(roles, roles[1:]):
        stop = following.start() if following else end
        names = names_at(body, text, role.end(), stop)
        words = [" ".join(body[name.start : name.end].split()) for name in names]
        (leading if role["leads"] else helping).extend(words)
    return Parties(tuple(dict.fromkeys(leading)), tuple(dict.fromkeys(helping)))
