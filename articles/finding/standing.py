"""Whether anybody in a text has the standing to set tasks.

Experts, artists and doctors say "phải" and "cần" as often as officials do. So a text that hardly
names the Party, the state, the army or their people sets nothing to be done until an office asks.
"""

from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.cues import Cue, CueKind
from articles.finding.names import Head, name_at
from articles.finding.phrases import folded
from articles.finding.squeezed import Squeezed, squeeze
from articles.vietnamese import same_word

__all__ = ["Standing"]

_OFFICIAL: Final = """
ủy ban, ubnd, ủy viên, đảng, tỉnh ủy, thành ủy, huyện ủy, quận ủy, chi bộ, cấp ủy, chi ủy
nghị quyết, chỉ thị, thông tư, nghị định, thủ tướng, bộ trưởng, thứ trưởng, quốc hội, hđnd
hội đồng nhân dân, mặt trận, công văn, công điện, sở, các cấp, ban ngành, trung ương, địa phương
bí thư, chủ tịch, đồng chí, cán bộ, công chức, công tác, quán triệt, nhân dân, quân khu, chiến sĩ
bộ đội, đoàn viên, hội viên, cơ quan, đơn vị, các bộ, bộ y tế, bộ giáo dục, bộ công an
bộ công thương, bộ nội vụ, bộ tài chính, bộ xây dựng, bộ nông nghiệp, bộ quốc phòng, bộ lao động
bộ tư pháp, bộ kế hoạch, bộ thông tin, bộ văn hóa, bộ giao thông, bộ khoa học, tổ dân phố, xã
phường, huyện, quận, nhà trường, quân đội
"""
_WORDS: Final = AhoCorasick(
    sorted({squeeze(same_word(each)) for each in _OFFICIAL.replace("\n", ",").split(",")} - {""}),
    matchkind=MatchKind.LeftmostLongest,
)
_SHORT: Final = 1000  # characters; of a shorter text its words do not tell
_FEW: Final = 2.2  # official words in 1,000 characters; the poorest of 140 official pages has 4.2
_OFFICE: Final = folded(
    r"""(?<!\w)(?:ubnd|ủy\s+ban|ban|bộ|(?:tổng\s+|chi\s+)?cục|(?<!cơ\s)sở|chính\s+phủ|quốc\s+hội|hđnd|(?:tỉnh|thành|huyện|quận|đảng|quân)\s+ủy
    |(?:phó\s+)?thủ\s+tướng|(?:bộ|thứ)\s+trưởng|chủ\s+tịch|bí\s+thư|tư\s+lệnh|chính\s+ủy|công\s+điện|công\s+văn|chỉ\s+thị|nghị\s+quyết)(?!\w)"""
)
_OF_OFFICES: Final = frozenset([Head.BODY, Head.COMMITTEE, Head.OFFICE])


class Standing:
    """Who has been heard in one text."""

    def __init__(self, body: str, squeezed: Squeezed) -> None:
        self.body, self.squeezed = body, squeezed
        self._granted: bool | None = None

    def grants(self, start: int, cues: list[Cue]) -> bool:
        """Whether what a sentence from `start` sets out may be a task."""
        if self._granted is None:
            self._granted = len(self.body) < _SHORT or self._density() >= _FEW
        self._granted = self._granted or self._is_office_asking(start, cues)
        return self._granted

    def _density(self) -> float:
        text = self.squeezed.folded
        found = sum(
            not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
            for _, start, end in _WORDS.find_matches_as_indexes(text)
        )
        return 1000 * found / len(text)

    def _is_office_asking(self, start: int, cues: list[Cue]) -> bool:
        order = next((cue for cue in cues if cue.kind is CueKind.ORDER), None)
        if order is None:
            return False
        asked = name_at(self.body, self.squeezed.text, order.end + 1)
        return (asked is not None and asked.head in _OF_OFFICES) or (
            _OFFICE.search(self.squeezed.text, start, order.start) is not None
        )
