"""The words by which Vietnamese officialdom says what was done and what is to be done.

One automaton finds them all in one pass. A longer phrase hides the shorter ones in it, which is
how everyday homonyms are kept out: "giao thông" is no "giao" (to entrust), "theo yêu cầu" no
"yêu cầu" (to demand). The lists follow the formulas of resolutions, conclusions and reports
(Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP, appendix III) and of the press about them.
"""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.muted import Muted
from articles.finding.squeezed import Squeezed, squeeze
from articles.finding.wording import WORDING
from articles.vietnamese import same_word

__all__ = ["Cue", "CueKind", "Cues"]


class CueKind(StrEnum):
    """What a phrase tells about the sentence in which it stands."""

    ACT = "act"  # a verb of doing, with or without a subject: "tăng cường", "rà soát"
    VERB = "verb"  # other verbs, as often in reports: "tổ chức", "ban hành"
    DUTY = "duty"  # "cần", "phải", "có trách nhiệm"
    ORDER = "order"  # "yêu cầu", "đề nghị", "giao"
    URGE = "urge"  # weaker: "lưu ý", "nhấn mạnh", "kiến nghị"
    PLEDGE = "pledge"  # "phấn đấu", "sẽ", "dự kiến"
    AHEAD = "ahead"  # the turn to the future: "trong thời gian tới"
    BEHIND = "behind"  # the turn back: "những năm qua", "kết quả đạt được"
    ASIDE = "aside"  # looks back for a paragraph only: "tuy nhiên", "qua đó"
    DONE = "done"  # "đã", "vừa", "đang"
    STATE = "state"  # how things stand: "được nâng lên", "còn hạn chế"
    EFFECT = "effect"  # what something is good for: "góp phần", "giúp"
    EVENT = "event"  # what happens at a meeting: "phát biểu", "tham dự"
    WISH = "wish"  # "chúc", "mong"
    PRAISE = "praise"  # "biểu dương", "đánh giá cao"
    PRINCIPLE = "principle"  # "có ý nghĩa", "là nền tảng"
    TODO = "todo"  # names of what lists hold: "nhiệm vụ", "giải pháp"
    FOUND = "found"  # names of what reports hold: "kết quả", "hạn chế", "nguyên nhân"
    NOTHING = "nothing"  # only hides shorter phrases


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase at one place; offsets into the body."""

    kind: CueKind
    start: int
    end: int


class _Phrases:
    """The automaton over all phrases."""

    def __init__(self) -> None:
        self.kinds: dict[str, CueKind] = {}
        for name, block in WORDING.items():
            for phrase in block.replace("\n", ",").split(","):
                key = squeeze(same_word(phrase)).replace(";", ",")
                if key:
                    self.kinds.setdefault(key, CueKind(name))
        self.of_pattern = list(self.kinds.values())
        self.automaton = AhoCorasick(list(self.kinds), matchkind=MatchKind.LeftmostLongest)


_PHRASES: Final = _Phrases()


class Cues:
    """All cues of one body, to be asked for by place."""

    __slots__ = ("_cues", "_starts")

    def __init__(self, body: str, squeezed: Squeezed) -> None:
        folded, muted = squeezed.folded, Muted(body)
        self._cues = [
            Cue(kind, squeezed.place(start), squeezed.place(end - 1) + 1)
            for pattern, start, end in _PHRASES.automaton.find_matches_as_indexes(folded)
            if (kind := _PHRASES.of_pattern[pattern]) is not CueKind.NOTHING
            and not folded[start - 1 : start].isalnum()
            and not folded[end : end + 1].isalnum()
            and not (kind in _VERBAL and _is_in_name(body, squeezed.place(start)))
            and squeezed.place(start) not in muted
        ]
        self._starts = [cue.start for cue in self._cues]

    def within(self, start: int, end: int) -> list[Cue]:
        """The cues that begin between two offsets, in order."""
        return self._cues[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


_VERBAL: Final = frozenset([CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.ORDER, CueKind.URGE])


def _is_in_name(body: str, start: int) -> bool:
    """Whether a verb is part of a name: "Bộ Xây dựng", "Trung tâm Hỗ trợ nông dân"."""
    if not body[start].isupper() or body[start - 1 : start] != " ":
        return False
    return body[max(0, start - 2) : start - 1].islower()
