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
from articles.finding import name_patterns as patterns
from articles.finding.domains import NO_SYLLABLE, domain_end
from articles.finding.phrases import Phrases, whole

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
_HEADS: Final = (
    (Head.COMMITTEE, _COMMITTEES),
    (Head.BODY, _BODIES),
    (Head.OFFICE, Phrases(lexicon.OFFICES)),
    (Head.GROUP, Phrases(lexicon.GROUPS)),
    (Head.PLACE, patterns.LEVELS),
)
# In small letters the same word is rather a kind of bodies: "các tổng công ty".
_HEADS_IN_SMALL: Final = (_HEADS[0], *_HEADS[2:], _HEADS[1])
_FIRST: Final = frozenset(word for _, phrases in _HEADS for word in phrases.first_words())
_NO_HEADS: Final = Phrases(lexicon.NO_HEADS)
_WORDS: Final = Phrases(lexicon.NAME_WORDS)
_FIELDS: Final = Phrases(lexicon.FIELDS)
_SYLLABLE: Final = re.compile(r"\w+")
# "GD&ĐT", "LĐ-TB&XH", "TP. Hòa Sơn"
_CAPITALS: Final = re.compile(r"tp\.(?=\s?\w)|\w+(?:[-&]\w+)*")


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
        joint = patterns.JOIN.match(text, name.end)
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
    several = patterns.SEVERAL.match(text, at)
    start = several.end() if several else at
    word = _SYLLABLE.match(text, start)
    if word is None or word[0] not in _FIRST:
        return None
    short = patterns.SHORT.match(text, start)
    best = (short.end(), Head.COMMITTEE) if short else None
    capital = body[start : start + 1].isupper()
    for kind, phrases in _HEADS if capital else _HEADS_IN_SMALL:
        end = phrases.end_at(text, start)
        if end is None or (best and end <= best[0]):
            continue
        if kind is Head.BODY and not capital and text.count(" ", start, end) < patterns.LONG:
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


def _more(body: str, text: str, name: Name, end: int) -> Iterator[Step]:  # noqa: C901 - a list
    """Where a name may go on to, and what kind of name is in that part of it."""
    yield from _domain(body, text, name, end)
    yield from _second_parts(body, text, name, end)
    yield from _fields(body, text, name, end)
    short = (
        patterns.SHORT_FORM.match(body, end) if name.head in {Head.BODY, Head.COMMITTEE} else None
    )
    if short:
        yield short.end(), None
    if name.head is Head.BODY and text.startswith(" của ", end) and body[name.start].isupper():
        house = patterns.OF_A_HOUSE.match(text, end)
        if house:
            yield house.end(), None
    blank = patterns.SIGN.match(text, end)
    if blank is None:
        return
    at = blank.end()
    if body[at : at + 1].isupper():
        yield from _capitals(body, text, name, end, at)
        return
    if blank[0].strip():
        return
    numbered = patterns.NUMBERED.search(text, name.start, at)
    if numbered:
        yield from ((figure.end(), None) for figure in patterns.FIGURE.finditer(text, at, at + 4))
    for pattern, kind in (
        (patterns.LEVEL, Head.PLACE),
        (patterns.TIERS, None),
        (patterns.WHERE, None),
    ):
        found = pattern.match(text, at)
        if found:
            yield found.end(), kind
    of_several = patterns.SEVERAL.match(text, at)
    deals = patterns.DEALS.search(text, name.start, at - 1)
    dealt = patterns.DEALT.match(text, at) if deals and body[deals.start()].isupper() else None
    if dealt:
        yield dealt.end(), None
    committee = _COMMITTEES.end_at(text, of_several.end() if of_several else at)
    if committee:
        yield committee, Head.COMMITTEE
    if name.several or name.head not in {Head.BODY, Head.PLACE}:
        yield from _small(body, text, name, at)


def _second_parts(body: str, text: str, name: Name, end: int) -> Iterator[Step]:
    part = patterns.SECOND_PART.match(text, end)
    if part and name.head not in {Head.GROUP, Head.PLACE}:
        known = (
            patterns.MINISTRY.match(text, name.start) and part["part"] in patterns.MINISTRY_PARTS
        )
        if known or body[part.start("part")].isupper():
            yield part.end(), None
    for first, second in patterns.JOINED:
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
    if (
        field
        and text[field : field + 1] != "-"
        and not patterns.LEVEL_LAST.search(text, name.start, end)
    ):
        yield field, None
    elif proper and field is None and _is_half(body, text, name, end):
        syllable = _SYLLABLE.match(text, end + 1)
        if syllable and not NO_SYLLABLE.end_at(text, end + 1):
            yield syllable.end(), None


def _domain(body: str, text: str, name: Name, end: int) -> Iterator[Step]:
    """What a body works on, in words that no table knows."""
    if name.head is not Head.BODY or name.several or not body[name.start].isupper():
        return
    if body[end : end + 1] not in {" ", ","}:
        return
    words = [word.start() for word in _SYLLABLE.finditer(body, name.start, end)]
    last = max(place for place in words if body[place].isupper())
    before = text.rfind(" ", name.start, last - 1) + 1
    named = last > name.end + 1 and body[before].isupper()  # "Bệnh viện Hòa Sơn"
    whole_word = _WORDS.end_at(text, last) == end and not patterns.DEALS.search(text, last, end)
    opened = last > name.start and not named and not whole_word
    domain = domain_end(body, text, name.start, end, opened=opened)
    if domain:
        yield domain, None


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
        and text[last:end] not in patterns.WHOLE
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
    place = patterns.LEVEL.match(text, at)
    if place and " " in place[0]:
        yield place.end(), Head.PLACE  # "Sở Y tế | Thành phố Hòa Sơn"
    known = max(_WORDS.end_at(text, at) or 0, _BODIES.end_at(text, at) or 0)
    if known:
        yield known, None
    syllable = _CAPITALS.match(text, at)
    if syllable:
        yield syllable.end(), None


def _is_person(body: str, text: str, end: int) -> bool:
    """Whether somebody's own name follows an office: "Chủ tịch xã Hà Thị Sến"."""
    found = patterns.PERSON.match(text, end)
    return found is not None and all(word[0].isupper() for word in body[end : found.end()].split())


def _small(body: str, text: str, name: Name, at: int) -> Iterator[Step]:
    """What completes a group of people or an office, in small letters."""
    of = patterns.OF.match(text, at)
    people = name.head is Head.OFFICE or text.startswith("đội ngũ", at - len("đội ngũ "))
    people = people or (
        name.head is Head.GROUP and not name.several and text.startswith("các ", at)
    )
    inner = name_at(body, text, of.end() if of else at) if of or people else None
    if inner:
        yield inner.end, inner.inner or inner.head
    found = patterns.COMPLETES.match(text, at)
    if found:
        yield found.end(), None
    long = _BODIES.end_at(text, at)
    if long and text.count(" ", at, long) >= patterns.LONG:
        yield long, None
    work = patterns.WORK.match(text, at)
    field = _WORDS.end_at(text, work.end()) if work else None
    if field:
        yield field, None
