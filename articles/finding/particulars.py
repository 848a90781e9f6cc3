"""Lines that say of the task above them who leads, who takes part, by when.

"Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tài chính", "Thời gian hoàn thành: quý III".
"""

from itertools import zip_longest
from typing import Final

from articles.finding.names import names_at
from articles.finding.phrases import folded
from articles.finding.responsible import Parties

__all__ = ["parties_named"]

_WHO: Final = r"(?:cơ\s+quan|đơn\s+vị)\s+(?:được\s+giao\s+)?"
_LEADS: Final = r"(?:thực\s+hiện|chủ\s+trì|đầu\s+mối|tham\s+mưu|chịu\s+trách\s+nhiệm)"
_ROLE: Final = folded(
    rf"(?:{_WHO})?(?:(?P<leads>{_LEADS})|phối\s+hợp)(?:\s+[\w/]+){{0,3}}?\s*:\s*",
)


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
