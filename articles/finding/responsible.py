"""Who is to do it: the bodies named before the verb or after the order, as printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from articles.finding.clauses import opening
from articles.finding.cues import Cue, CueKind
from articles.finding.lexicon import COMMITTEES, GROUPS, LEVELS
from articles.finding.names import SPEAKER, Head, Name, names_at
from articles.finding.phrases import any_of, folded

__all__ = ["Parties", "Subject", "parties_of", "subject_of"]

_WITH: Final = folded(
    r"(?<!\w)phối\s+hợp(?:\s+(?:chặt\s+chẽ|đồng\s+bộ|kịp\s+thời|thường\s+xuyên))?,?\s+(?:với|cùng)\s+(?:với\s+)?",
)
_VERBS: Final = frozenset(
    [CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.PLEDGE, CueKind.ORDER],
)
_SPEECH: Final = frozenset([CueKind.ORDER, CueKind.URGE, CueKind.PRAISE])
# Before a name: "đối với các địa phương", "rằng", "nhất là".
_LEAD: Final = folded(
    r"""(?:[\W_]*(?:cũng|rằng|thêm|cho|đối\s+với|riêng|về\s+phía|trước\s+hết\s+là|trước\s+hết|trực\s+tiếp)\s)*
    [\W_]*""",
)
_CLAUSE: Final = folded(r"[,:.]\s+|\s+(?:thì|rằng|là)\s+")
# What a subject may stand after: circumstances, purposes, what came before.
_CIRCUMSTANCE: Final = folded(
    r"""[\W_]*(?:rằng\s+)?(?:để|nhằm|căn\s+cứ|theo|trên\s+cơ\s+sở|từ|về|đối\s+với|với|trong|tại|ở|qua|nhân|bên\s+cạnh|cùng\s+với
    |trước|sau|đến|năm|quý|tháng|nhiệm\s+kỳ|giai\s+đoạn|thực\s+hiện|triển\s+khai|tiếp\s+thu|phát\s+huy|kết\s+luận|phát\s+biểu
    |thời\s+gian|định\s+kỳ|hằng|hàng|mỗi|khi|nếu|do|vì|nhiệm\s+vụ|trường\s+hợp|ngoài|nhấn\s+mạnh|chỉ\s+đạo|quán\s+triệt
    |xác\s+định|cuối|đầu|ngay|tới|sắp|những|các\s+tháng|muốn|thay\s+mặt|trao\s+đổi|tham\s+dự|chủ\s+trì|ngày|sáng|chiều|\d)(?!\w)""",
)
# What a whole subject may stand before, besides the verbs of the tables.
_PREDICATE: Final = folded(
    r"""\s*(?:$|[,.;:)"]
    |(?:đã|cũng|được|sẽ|luôn|đang|còn|đều|không|chưa|là|có|vừa|tự|lại|thì|càng|khi|theo|sớm|mỗi|hằng
    |hàng|trực\s+tiếp|nhanh\s+chóng|từng|trước|định\s+kỳ|phải|cần|nhất\s+là|chỉ|và|vẫn|thật\s+sự|thực\s+sự|nên|nghiêm|hết
    |mở|mời|dành|gửi|nộp|chịu|cùng|bố\s+trí|giữ|làm|ra|rà|căn\s+cứ|tùy|ngay)(?!\w))""",
)
_ON_GROUNDS: Final = folded(r"(?:trên\s+cơ\s+sở|căn\s+cứ)(?!\w)")
_LISTED: Final = re.compile(
    rf"(?<!\w){any_of(f'{COMMITTEES},{GROUPS},{LEVELS}'.replace(chr(10), ',').split(','))},\s+$",
)
# "có công văn | gửi các sở | yêu cầu": it is said in what is sent.
_COMMA: Final = re.compile(r",\s+")
_AS_TO: Final = folded(r"[\W_]*(?:riêng\s+)?(?:đối\s+với|về\s+phía|riêng)\s+")
_SENDS: Final = folded(r"(?:gửi|ban\s+hành|ký|có\s+(?:văn\s+bản|công\s+văn|công\s+điện))(?!\w)")
_TO: Final = folded(r"(?<!\w)gửi\s+")
_ENDS: Final = re.compile(r"[.;:]")
_BARE: Final = folded(
    r"""(?:các\s+)?(?:đồng\s+chí|đơn\s+vị|cơ\s+quan|địa\s+phương|bên|tổ\s+chức|cơ\s+sở|đoàn|cá\s+nhân|cấp|thành\s+viên|đối\s+tượng
    |ban|bộ|sở|hội|phòng|cục|vụ|viện|trường|trung\s+tâm|văn\s+phòng|ủy\s+ban|công\s+ty|thường\s+trực|ngành|tổ|đội|quỹ|đài|báo
    |chúng\s+ta|chúng\s+tôi|hội\s+đồng|trạm|đồn|chi\s+nhánh|công\s+an|lãnh\s+đạo|thủ\s+trưởng|thanh\s+tra|ngân\s+hàng|đội\s+ngũ)""",
)
_ANAPHORIC: Final = folded(
    r"(?:các|mỗi|từng|hai)\s+(?:đồng\s+chí|bên|cấp|cá\s+nhân|thành\s+viên|đối\s+tượng)"
)
_SPEAKS: Final = 90  # between who speaks and the order, with name and office
_WORDS_OF_PLACE: Final = 4
_LONGEST: Final = 420  # characters in which a subject must come


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies that lead and those that take part, as printed."""

    responsible: tuple[str, ...] = ()
    participating: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is to do what a sentence says; `end` is None where nobody is named.

    The names may only point at somebody ("đơn vị"); `parties_of` leaves those out.
    """

    names: tuple[Name, ...]
    end: int | None


def subject_of(  # noqa: PLR0913, PLR0917 - a place in a text, and what is known of it
    body: str,
    text: str,
    start: int,
    main: int,
    end: int,
    cues: Sequence[Cue],
) -> Subject:
    """The subject of the first task verb in `body[start:end]`; `text` is `same_word(body)`.

    `main` is where the main clause begins.
    """
    search = _Search(body, text, start, end, cues)
    names = search.subject(opening(text, start, end))
    if not names and main > start:
        names = search.subject(main)
        if search.spoken <= main:
            names = search.at(main)
    return Subject(tuple(names), names[-1].end if names else _place_owes(body, cues))


def parties_of(  # noqa: PLR0913, PLR0917 - a place in a text, and what is known of it
    body: str,
    text: str,
    start: int,
    end: int,
    cues: Sequence[Cue],
    subject: Subject,
) -> Parties:
    """Who leads and who takes part, in words."""
    taking_part = _WITH.search(text, start, end)
    others = names_at(body, text, taking_part.end(), end) if taking_part else []
    return Parties(
        _printed(body, text, subject.names, cues)
        or _printed(body, text, _addressed(body, text, start, end), cues),
        _printed(body, text, others, cues),
    )


def _addressed(body: str, text: str, start: int, end: int) -> Sequence[Name]:
    """Who is spoken of where somebody asks: "Đối với Sở Nội vụ, đồng chí nhấn mạnh …"."""
    found = _AS_TO.match(text, start, end)
    for comma in _COMMA.finditer(text, found.end(), end) if found else ():
        if found and SPEAKER.match(text, comma.end()):
            stop = comma.start()
            names = names_at(body, text, found.end(), stop)
            return names if names and names[-1].end == stop else []
    return []


def _place_owes(body: str, cues: Sequence[Cue]) -> int | None:
    """Where a place's name ends that somebody says owes something: "cho rằng Hòa Sơn cần"."""
    for cue, following in pairwise(cues):
        if cue.kind in _SPEECH and following.kind is CueKind.DUTY:
            words = body[cue.end : following.start].strip(" ,:").split()
            if 0 < len(words) <= _WORDS_OF_PLACE and all(word[0].isupper() for word in words):
                return following.start
    return None


class _Search:
    """Goes through a sentence, clause by clause, for the subject of the first task verb."""

    def __init__(self, body: str, text: str, start: int, end: int, cues: Sequence[Cue]) -> None:
        self.body, self.text = body, text
        self.start, self.end = start, min(end, start + _LONGEST)
        self.cues = [cue for cue in cues if cue.kind in _VERBS | _SPEECH]
        self.spoken = 0  # up to there somebody asks for it, who is not to do it himself

    def subject(self, at: int) -> list[Name]:
        """Who acts, where a clause begins at `at`."""
        while at < self.end:
            clause, lead = at, _LEAD.match(self.text, at, self.end)
            at = lead.end() if lead else at
            names = names_at(self.body, self.text, at, self.end)
            after = names[-1].end if names else at
            if names and self._goes_on(at, names[0]):
                names, after = [], names[-1].end
            speech = self._speech(at, after, named=bool(names))
            if speech is not None:
                self.spoken = speech
                addressed = _TO.search(self.text, after, speech)
                if addressed and not names_at(self.body, self.text, speech + 1, self.end):
                    return names_at(self.body, self.text, addressed.end(), self.end)
                at = speech
                continue
            if names and self._acts(names[-1]):
                return names
            following = self._next_clause(clause, after)
            if following is None:
                break
            at = following
        return []

    def at(self, main: int) -> list[Name]:
        """Who acts, if that stands at the head of the main clause."""
        names = names_at(self.body, self.text, main, self.end)
        if not names or not _is_followed(self.text, names[-1], self.cues):
            return []
        # "Trên cơ sở tình hình của xã, | chi ủy chuẩn bị …" enumerates nothing.
        listed = _is_loose(self.body, names[0]) and self._goes_on(main, names[0])
        return [] if listed and not _ON_GROUNDS.match(self.text, self.start) else names

    def _speech(self, start: int, at: int, *, named: bool) -> int | None:
        """Where an order ends whose speaker stands before it: who acts comes after that."""
        cues = (cue for cue in self.cues if cue.start >= at)
        cue = next((cue for cue in cues if not _SENDS.match(self.text, cue.start)), None)
        if cue is None or cue.kind not in _SPEECH:
            return None
        if self.text.startswith("chỉ đạo", cue.start) and not SPEAKER.match(self.text, start):
            return None  # whoever else directs is the one to do so
        between = self.text[at : cue.start]
        if _ENDS.search(between) or len(between) > _SPEAKS:
            return None
        if "," in between and not named:
            return None  # with a name, a comma may part it from the office
        # "chỉ đạo các": the quantifier belongs to the name.
        return cue.end - 3 if self.text.endswith(" các", cue.start, cue.end) else cue.end

    def _goes_on(self, at: int, name: Name) -> bool:
        """Whether a bare name after a comma only goes on: "của cán bộ, | đảng viên"."""
        before = _LISTED.search(self.text, max(self.start, at - 40), at)
        return before is not None and not name.several and self.body[name.start].islower()

    def _acts(self, name: Name) -> bool:
        """Whether a predicate may follow: not "của", not the rest of a longer name."""
        if self.text.startswith((" của ", "/", " -"), name.end):
            return False
        later = name.start > opening(self.text, self.start, self.end)
        return not (later and _is_loose(self.body, name)) or _is_followed(
            self.text, name, self.cues
        )

    def _next_clause(self, at: int, after: int) -> int | None:
        """Where the next clause begins, if the subject can still be ahead."""
        clause = _CLAUSE.search(self.text, after, self.end)
        if clause is None:
            return None
        verb = any(at <= cue.start < clause.start() for cue in self.cues)
        if verb and not _CIRCUMSTANCE.match(self.text, at):
            return None
        return clause.end()


def _is_loose(body: str, name: Name) -> bool:
    """Whether it is a common noun, which anything may follow that goes on with it."""
    common = body[name.start + 1 : name.end].islower()
    return name.head is Head.GROUP and not name.several and common


def _is_followed(text: str, name: Name, cues: Sequence[Cue]) -> bool:
    """Whether a predicate known as such follows directly."""
    verb = any(name.end <= cue.start <= name.end + 1 for cue in cues)
    return verb or _PREDICATE.match(text, name.end) is not None


def _printed(
    body: str,
    text: str,
    names: Sequence[Name],
    cues: Sequence[Cue],
) -> tuple[str, ...]:
    """The names as printed, without those that are none by themselves."""
    if names and _is_loose(body, names[-1]) and not _is_followed(text, names[-1], cues):
        return ()  # "Đảng viên | đi trước": there is more to it than is understood
    said = (" ".join(body[name.start : name.end].split()) for name in names if _says(text, name))
    return tuple(dict.fromkeys(said))


def _says(text: str, name: Name) -> bool:
    """Whether a name tells by itself who is meant."""
    words = text[name.start : name.end]
    if _ANAPHORIC.fullmatch(words):
        return False
    if name.several:
        return True
    return not _BARE.fullmatch(words) and not (name.head is Head.PLACE and " " not in words)
