"""Names of those who act: bodies, office-holders and groups of people, whole and in order.

A name is a head ("Ban", "bí thư", "các chi bộ") and what completes it: words with capitals, the
level ("tỉnh", "cấp xã"), the body that an office belongs to, and a few phrases ("có liên quan",
"trên địa bàn huyện"). It ends where a word comes that completes no name, as a rule the verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from articles.finding import lexicon
from articles.finding.phrases import Phrases, any_of, folded, whole
from articles.finding.wording import WORDING
from articles.vietnamese import same_word

__all__ = ["SPEAKER", "Name", "name_at", "names_at"]


class Head(Enum):
    """What kind of word a name begins with."""

    BODY = auto()  # with a capital: "Ban Tổ chức"
    COMMITTEE = auto()  # "huyện ủy", in capitals or small letters
    OFFICE = auto()  # "chủ tịch", "người đứng đầu"
    GROUP = auto()  # "các chi bộ", "cán bộ"
    PLACE = auto()  # "các huyện", "thành phố Hòa Sơn"


@dataclass(frozen=True, slots=True)
class Name:
    """One name, or one group that an enumeration makes up."""

    start: int
    end: int
    head: Head
    several: bool  # "các", "mỗi", "toàn"
    inner: Head | None = None  # what completes it last: "ban tổ chức HUYỆN ỦY", "UBND các XÃ"

    @property
    def proper(self) -> bool:
        return self.head in {Head.BODY, Head.COMMITTEE}


# Who asks for something to be done, in his own name.
SPEAKER: Final = re.compile(whole(lexicon.SPEAKERS.replace("\n", ",").split(",")[1:-1]))
_COMMITTEES: Final = Phrases(lexicon.COMMITTEES)
_BODIES: Final = Phrases(lexicon.NAMED)
_LEVELS: Final = Phrases(lexicon.LEVELS)
_HEADS: Final = (
    (Head.COMMITTEE, _COMMITTEES),
    (Head.BODY, _BODIES),
    (Head.OFFICE, Phrases(lexicon.OFFICES)),
    (Head.GROUP, Phrases(lexicon.GROUPS)),
    (Head.PLACE, _LEVELS),
)
# In small letters the same word is rather a kind of bodies: "các tổng công ty".
_HEADS_IN_SMALL: Final = (_HEADS[0], *_HEADS[2:], _HEADS[1])
_FIRST: Final = frozenset(word for _, phrases in _HEADS for word in phrases.first_words())
_NO_HEADS: Final = Phrases(lexicon.NO_HEADS)
# "tỉnh ủy", "xã hội", "huyện đoàn", "bản cam kết" are no levels.
_NO_LEVEL: Final = ("ủy", "hội", "đoàn", "trưởng", "cam kết", "án")
_WORDS: Final = Phrases(lexicon.NAME_WORDS)
_FIELDS: Final = Phrases(lexicon.FIELDS)
# The second syllable of a field that no table knows: "Cục Biến | đổi", not "Cục Thuế | tổ chức".
_NO_SYLLABLE: Final = Phrases(
    ",".join(WORDING[kind] for kind in ("act", "verb", "duty", "order", "pledge", "done", "urge"))
    + ","
    + lexicon.STOPS,
)
_SYLLABLE: Final = re.compile(r"\w+")
# "GD&ĐT", "LĐ-TB&XH", "TP. Hòa Sơn"
_CAPITALS: Final = re.compile(r"tp\.(?=\s?\w)|\w+(?:[-&]\w+)*")
_SEVERAL: Final = folded(
    r"""(?:(?:tất\s+cả|toàn\s+bộ|toàn\s+thể|toàn|100\s?%(?:\s+số)?)(?:\s+(?:các|những|thể))?|các|mỗi|từng|mọi|những
    |hai(?=\s+(?:bên|đơn\s+vị|ngành|cơ\s+quan|địa\s+phương|lực\s+lượng)))\s+(?=\w)""",
)
_LEVEL_LAST: Final = re.compile(rf"(?<!\w){any_of(_LEVELS.all)}$")
# Fields of one syllable.
_WHOLE: Final = frozenset(
    ["thuế", "giá", "đảng", "dược", "báo", "thi", "việt", "bộ", "sở", "tỉnh", "thành"]
)
_LEVEL: Final = re.compile(
    r"(?:các\s+|từng\s+|mỗi\s+)?"
    rf"{any_of(_LEVELS.all)}(?!\w)(?!\s+{any_of(_NO_LEVEL)}(?!\w))",
)
_TIERS: Final = folded(
    r"""(?:các|ba|hai|mọi|\d)\s+cấp(?!\s+(?:ủy|trên|dưới))
    |cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|trên|dưới|trung\s+ương|mình|chiến\s+lược)
    (?:\s+và\s+cấp\s+(?:huyện|xã|cơ\s+sở))?
    |cùng\s+cấp|miền\s+(?:bắc|trung|nam|tây)|trung\s+ương(?:\s+đảng)?|cơ\s+sở(?!\s+(?:dữ|hạ|vật))|địa\s+phương|tp\.?(?=\s)""",
)
# What may complete a group or office, after its head.
_COMPLETES: Final = folded(
    r"""(?:(?:có\s+)?liên\s+quan|(?:có\s+)?chức\s+năng|(?:có\s+)?thẩm\s+quyền|chuyên\s+môn|trực\s+thuộc|chủ\s+chốt|đảng
    |lãnh\s+đạo,\s+quản\s+lý|lãnh\s+đạo(?=\s+(?:các\s+cấp|quản\s+lý))|tham\s+mưu,?\s+giúp\s+việc|chủ\s+quản|công\s+lập
    |chính\s+trị\s*-\s*xã\s+hội|xã\s+hội\s*-\s*nghề\s+nghiệp|vũ\s+trang|quần\s+chúng|đoàn\s+thể|báo\s+chí|thông\s+tấn
    |hành\s+chính|sự\s+nghiệp|nghiệp\s+vụ|nhà\s+nước|kiểm\s+tra|quản\s+lý|quân\s+sự|thành\s+viên|nhân\s+dân|chiến\s+sĩ
    |dân\s+cử|xây\s+dựng\s+đảng|chi\s+bộ|cấp\s+ủy(?:\s+viên)?|truyền\s+thông|thông\s+tin(?:\s+đại\s+chúng)?|tố\s+tụng|tư\s+pháp
    |nội\s+chính|chuyên\s+trách|bảo\s+vệ\s+pháp\s+luật|chính\s+quyền|đại\s+học|tiểu\s+học|phổ\s+thông|mầm\s+non|y\s+tế|tín\s+dụng
    |công\s+an|đảng\s+viên|cấp\s+ủy\s+viên|ủy\s+viên|người\s+đứng\s+đầu|là\s+đảng\s+viên|trẻ|giữ\s+chức\s+vụ\s+lãnh\s+đạo|thi\s+công|xây\s+dựng(?=\s+đảng)
    |đoàn(?!\s+kết)|hội(?!\s+nghị)|kinh\s+tế|thương\s+mại|được\s+(?:phân\s+công|giám\s+sát|kiểm\s+tra)
    |gương\s+mẫu(?=\s+các)|còn\s+lại|nói\s+trên|nêu\s+trên)(?!\w)""",
)
_WORK: Final = folded(r"làm\s+công\s+tác\s+")
_WHERE: Final = folded(
    r"""(?:(?:ở|tại)\s+(?:cơ\s+sở|trung\s+ương|địa\s+phương|các\s+cấp)
    |trên\s+(?:địa\s+bàn|cả\s+nước|toàn\s+quốc)(?:\s+toàn)?
    |(?:trong\s+)?(?:toàn|cả)\s+(?:tỉnh|huyện|xã|ngành|quân|đảng\s+bộ|thành\s+phố|nước|quốc|hệ\s+thống\s+chính\s+trị)
    |trong\s+(?:tỉnh|huyện|xã|ngành|hệ\s+thống\s+chính\s+trị|diện\s+\w+\s+\w+|phạm\s+vi\s+cả\s+nước)
    |trực\s+thuộc\s+(?:trung\s+ương|tỉnh)|thuộc\s+diện\s+\w+\s+\w+)(?!\w)""",
)
_OF: Final = folded(r"(?:của|thuộc|kiêm|trực\s+thuộc)\s+")
# "các huyện, thành, thị ủy"
_SHORT: Final = folded(
    r"(?:tỉnh|huyện|thành|thị|quận)(?:,\s+(?:tỉnh|huyện|thành|thị|quận|đảng))+\s+ủy(?!\w)"
)
_LONG: Final = 2  # blanks in a name that is one in small letters too: "ủy ban nhân dân"
# "Tổng Liên đoàn Lao động (LĐLĐ) | Việt Nam"
_SHORT_FORM: Final = re.compile(r"\s\([A-ZĐ][A-ZĐ&-]{1,9}\)")
_NUMBERED: Final = folded(
    r"(?:(?:quân|trung|lữ|tiểu|binh)\s+đoàn|đại\s+đội|thôn|ấp|bản|tổ\s+dân\s+phố|khu\s+phố|quân\s+khu|quận|phường|khu\s+vực|sư\s+đoàn|khối)\s+$"
)
_FIGURE: Final = re.compile(r"\d{1,3}(?!\w)")
_SIGN: Final = re.compile(r"\s+(?:[-–]\s+)?|(?<=tp\.)")
# Bodies of several parts. A list, since "Bộ Xây dựng và Bộ Tài chính" are two bodies.
_SECOND_PART: Final = folded(
    r"""(?:,\s+|\s+và\s+|\s+-\s+)(?P<part>đào\s+tạo|đầu\s+tư|truyền\s+thông|môi\s+trường|phát\s+triển\s+nông\s+thôn
    |xã\s+hội|du\s+lịch|thể\s+thao|công\s+nghệ|thương\s+binh|gia\s+đình|trẻ\s+em|dân\s+vận|tôn\s+giáo|thông\s+tin|khoa\s+học
    |pháp\s+luật|ngân\s+sách|miền\s+núi|truyền\s+hình|công\s+nghiệp|phát\s+triển|cứu\s+nạn|tìm\s+kiếm|hộ\s+tịch|kế\s+toán
    |thống\s+kê|thú\s+y|hạ\s+tầng|đô\s+thị|kế\s+hoạch|xây\s+dựng|văn\s+hóa|thi\s+hành\s+án|trả\s+kết\s+quả|giải\s+quyết|khai\s+thác
    |công\s+thương|lao\s+động|tiêu\s+cực|chuyển\s+đổi\s+số|bảo\s+vệ|phòng\s+cháy|quản\s+lý|dân\s+tộc|nội\s+vụ|kỹ\s+thuật)(?!\w)""",
)
# The press writes "Bộ Giáo dục và đào tạo", "Sở Tài nguyên - môi trường" too.
_MINISTRY: Final = folded(r"(?:bộ|sở|phòng|chi\s+cục|trung\s+tâm|đài|cục|vụ|ban)\s")
_MINISTRY_PARTS: Final = frozenset(
    same_word(
        "đào tạo|đầu tư|truyền thông|môi trường|phát triển nông thôn|xã hội|du lịch|thể thao"
        "|công nghệ|thương binh|truyền hình|thú y",
    ).split("|"),
)
# "Ban Quản lý | dự án", "Văn phòng Đăng ký | đất đai": what a body deals with.
_DEALS: Final = folded(
    r"(?:quản\s+lý|đăng\s+ký|kiểm\s+soát|bảo\s+vệ|xúc\s+tiến|phát\s+triển|tư\s+vấn|dịch\s+vụ|kiểm\s+định|cứu\s+hộ|chỉ\s+đạo)$",
)
_DEALT: Final = folded(
    r"""(?:(?:các\s+)?dự\s+án(?:\s+đầu\s+tư(?:\s+xây\s+dựng)?)?|đất\s+đai|rừng(?:\s+phòng\s+hộ)?|thị\s+trường|(?:các\s+)?khu\s+(?:kinh\s+tế|công\s+nghiệp)
    |quỹ\s+đất|việc\s+làm|thủ\s+tục\s+hành\s+chính|bệnh\s+tật|đầu\s+tư|chất\s+lượng|cây\s+trồng
    |phòng,?\s+chống\s+(?:tham\s+nhũng(?:,\s+tiêu\s+cực)?|dịch(?:\s+bệnh)?(?:\s+covid-19)?|thiên\s+tai|tội\s+phạm|ma\s+túy))(?!\w)""",
)
# Names that join bodies: "Văn phòng HĐND và UBND", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể".
_JOINED: Final = (
    (
        folded(r"văn\s+phòng(?!\w)"),
        folded(r"\s+và\s+(?:ubnd|ủy\s+ban\s+nhân\s+dân|hđnd|hội\s+đồng\s+nhân\s+dân)(?!\w)"),
    ),
    (
        folded(r"đảng\s+ủy\s+(?:mttq|mặt\s+trận|ủy\s+ban\s+m)"),
        folded(r",\s+các\s+(?:đoàn\s+thể|tổ\s+chức\s+chính\s+trị\s+-\s+xã\s+hội)(?!\w)"),
    ),
)
_JOIN: Final = folded(r"\s*,\s*(?:và\s+)?|\s*;\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+(?=các\s)")
_PERSON: Final = folded(
    r"""\s+(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|hà|đinh|trịnh|lương
    |mai|tô|cao|lò|vàng|giàng|lục|vi|kha|đậu|tạ|thái|triệu|nông|hứa|trương|châu|quách)\s+\w+\s+\w+""",
)


def names_at(body: str, text: str, at: int, stop: int) -> list[Name]:
    """The names enumerated from `at`, at most to `stop`; `text` is `same_word(body)`.

    An enumeration is parted where a name of its own begins: "các huyện ủy, thị ủy" are two,
    "UBND các phường, xã" is one body in several places, "cơ quan, đơn vị" is one group.
    """
    found: list[Name] = []
    while True:
        name = name_at(body, text, at)
        if name is not None and name.end > stop:
            name = name_at(body[:stop], text[:stop], at)  # it went on into the next line
        if name is None:
            return found
        if found and _goes_on(body, found[-1], name):
            last = found.pop()
            name = Name(last.start, name.end, last.head, last.several, name.inner or name.head)
        found.append(name)
        joint = _JOIN.match(text, name.end)
        if joint is None:
            return found
        at = joint.end()


def _goes_on(body: str, before: Name, name: Name) -> bool:
    """Whether the second only goes on with the first: "các cơ quan, đơn vị"."""
    if name.several or body[name.start].isupper():
        return False
    grouped = Head.GROUP in {before.head, before.inner}
    if name.head is Head.PLACE:
        return grouped or Head.PLACE in {before.head, before.inner}
    if name.head is Head.COMMITTEE:
        return before.inner is Head.COMMITTEE and before.head is not Head.COMMITTEE
    return name.head is Head.GROUP and grouped


def name_at(body: str, text: str, at: int) -> Name | None:
    """The name that starts at `at`; None where none does."""
    several = _SEVERAL.match(text, at)
    start = several.end() if several else at
    word = _SYLLABLE.match(text, start)
    if word is None or word[0] not in _FIRST:
        return None
    short = _SHORT.match(text, start)
    best = (short.end(), Head.COMMITTEE) if short else None
    capital = body[start : start + 1].isupper()
    for kind, phrases in _HEADS if capital else _HEADS_IN_SMALL:
        end = phrases.end_at(text, start)
        if end is None or (best and end <= best[0]):
            continue
        if kind is Head.BODY and not capital and text.count(" ", start, end) < _LONG:
            continue
        if text[start:end] == "cấp" and several is None:
            continue
        best = end, kind
    if best is None or best[0] <= (_NO_HEADS.end_at(text, start) or 0):
        return None
    return _completed(body, text, Name(at, best[0], best[1], several is not None))


def _completed(body: str, text: str, name: Name) -> Name:
    """The name with all that belongs to it."""
    end, inner = name.end, name.inner
    while True:
        more = next(_more(body, text, name, end), None)
        if more is None:
            return Name(name.start, end, name.head, name.several, inner)
        end, inner = more[0], more[1] or inner


Step = tuple[int, Head | None]


def _more(body: str, text: str, name: Name, end: int) -> Iterator[Step]:
    """Where a name may go on to, and what kind of name is in that part of it."""
    yield from _second_parts(body, text, name, end)
    yield from _fields(body, text, name, end)
    short = _SHORT_FORM.match(body, end) if name.head in {Head.BODY, Head.COMMITTEE} else None
    if short:
        yield short.end(), None
    blank = _SIGN.match(text, end)
    if blank is None:
        return
    at = blank.end()
    if body[at : at + 1].isupper():
        yield from _capitals(body, text, name, end, at)
        return
    if blank[0].strip():
        return
    numbered = _NUMBERED.search(text, name.start, at)
    if numbered:
        yield from ((figure.end(), None) for figure in _FIGURE.finditer(text, at, at + 4))
    for pattern, kind in ((_LEVEL, Head.PLACE), (_TIERS, None), (_WHERE, None)):
        found = pattern.match(text, at)
        if found:
            yield found.end(), kind
    of_several = _SEVERAL.match(text, at)
    deals = _DEALS.search(text, name.start, at - 1)
    dealt = _DEALT.match(text, at) if deals and body[deals.start()].isupper() else None
    if dealt:
        yield dealt.end(), None
    committee = _COMMITTEES.end_at(text, of_several.end() if of_several else at)
    if committee:
        yield committee, Head.COMMITTEE
    if name.several or name.head not in {Head.BODY, Head.PLACE}:
        yield from _small(body, text, name, at)


def _second_parts(body: str, text: str, name: Name, end: int) -> Iterator[Step]:
    part = _SECOND_PART.match(text, end)
    if part and name.head not in {Head.GROUP, Head.PLACE}:
        known = _MINISTRY.match(text, name.start) and part["part"] in _MINISTRY_PARTS
        if known or body[part.start("part")].isupper():
            yield part.end(), None
    for first, second in _JOINED:
        joined = second.match(text, end) if first.match(text, name.start) else None
        if joined:
            yield joined.end(), None


def _fields(body: str, text: str, name: Name, end: int) -> Iterator[Step]:
    """What a body deals with, in small letters: "Vụ Hợp tác | quốc tế", "các trường | đại học"."""
    if text[end : end + 1] != " " or body[end + 1 : end + 2].isupper():
        return
    proper = name.head is Head.BODY and body[name.start].isupper()
    if not proper and not (name.several and name.head is Head.GROUP):
        return
    field = _FIELDS.end_at(text, end + 1)
    if field and text[field : field + 1] != "-" and not _LEVEL_LAST.search(text, name.start, end):
        yield field, None
    elif proper and field is None and _is_half(body, text, name, end):
        syllable = _SYLLABLE.match(text, end + 1)
        if syllable and not _NO_SYLLABLE.end_at(text, end + 1):
            yield syllable.end(), None


def _is_half(body: str, text: str, name: Name, end: int) -> bool:
    """Whether a name ends in one capital syllable of a word: "Cục Biến", not "Công an Hòa Sơn"."""
    if name.end == end:
        return False
    last = text.rfind(" ", name.start, end) + 1
    before = text.rfind(" ", name.start, last - 1) + 1
    alone = last > name.end and (before <= name.start or not body[before].isupper())
    alone = alone or last == name.end + 1
    return (
        alone
        and body[last].isupper()
        and not _WORDS.end_at(text, last)
        and text[last:end] not in _WHOLE
    )


def _capitals(body: str, text: str, name: Name, end: int, at: int) -> Iterator[Step]:
    if name.head is Head.OFFICE and _is_person(body, text, end):
        return
    if name.head is Head.GROUP and name.end == end:
        inner = name_at(body, text, at)  # "cán bộ, công chức Ban Nội chính"
        field = _WORDS.end_at(text, at)
        if inner or field:
            yield inner.end if inner else field or end, None
        if not name.several:
            return
    committee = _COMMITTEES.end_at(text, at)
    if committee:
        yield committee, Head.COMMITTEE
    known = max(_WORDS.end_at(text, at) or 0, _BODIES.end_at(text, at) or 0)
    if known:
        yield known, None
    syllable = _CAPITALS.match(text, at)
    if syllable:
        yield syllable.end(), None


def _is_person(body: str, text: str, end: int) -> bool:
    """Whether somebody's own name follows an office: "Chủ tịch xã Hà Thị Sến"."""
    found = _PERSON.match(text, end)
    return found is not None and all(word[0].isupper() for word in body[end : found.end()].split())


def _small(body: str, text: str, name: Name, at: int) -> Iterator[Step]:
    """What completes a group of people or an office, in small letters."""
    of = _OF.match(text, at)
    people = name.head is Head.OFFICE or text.startswith("đội ngũ", at - len("đội ngũ "))
    people = people or (
        name.head is Head.GROUP and not name.several and text.startswith("các ", at)
    )
    inner = name_at(body, text, of.end() if of else at) if of or people else None
    if inner:
        yield inner.end, inner.inner or inner.head
    found = _COMPLETES.match(text, at)
    if found:
        yield found.end(), None
    long = _BODIES.end_at(text, at)
    if long and text.count(" ", at, long) >= _LONG:
        yield long, None
    work = _WORK.match(text, at)
    field = _WORDS.end_at(text, work.end()) if work else None
    if field:
        yield field, None
