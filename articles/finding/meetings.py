"""Documents that are named by the meeting which passed them.

Plenums of the Central Committee ("Nghị quyết Trung ương 4 khóa XII") and congresses ("Nghị
quyết Đại hội lần thứ XIII của Đảng", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI"): by the
Party's usage a resolution without a number of its own is known by its meeting.
"""

import re
from dataclasses import dataclass
from typing import Final

from articles.finding.bodies import body_at
from articles.finding.phrases import any_of, folded

__all__ = ["PLENUMS", "Meeting", "meeting_at", "plenum_tail_at", "shortest_name"]

PLENUMS: Final = "Ban Chấp hành Trung ương"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as a document's number."""

    number: str
    issuer: str | None
    end: int
    rule: str
    confidence: float


_WORDS: Final = {
    word: str(value)
    for value, words in enumerate(
        ["nhất", "hai", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"],
        1,
    )
    for word in words.split()
} | {f"mười {word}": str(10 + i) for i, word in enumerate(["một", "hai", "ba", "bốn", "lăm"], 1)}
# "Trung ương năm 2021" is a year.
_ORDINAL: Final = rf"(?:\d{{1,2}}(?![\w/])|[ivxl]+(?!\w)|{any_of(_WORDS)}(?!\w)(?!\s+\d))"
_COMMITTEE: Final = r"(?:ban\s+chấp\s+hành\s+|bch(?:\.|\s*-)?\s*)"
_MORE: Final = rf"(?:\s*(?:,|\s và|-)\s*(?:lần\s+thứ\s+)?{_ORDINAL})*"
_CENTRE: Final = r"(?:trung\s+ương|tw|tư|t\.\s?ư\.?|t\.\s?w\.?)"
_TERM: Final = (
    r"(?P<gap>\s*,?\s*)(?P<term>\(?\s*(?:các\s+)?khóa\s+(?P<terms>(?:[ivxl]+|\d{1,2})"
    r"(?:\s*\)?\s*(?:,|và|-)\s*\(?\s*(?:khóa\s+)?(?:[ivxl]+|\d{1,2})(?!\w))*)(?!\w)(?:\s*\))?)"
)

_PLENUM: Final = folded(
    rf"""
    \s+ (?:của\s+)? (?:hội\s+nghị\s+)?
    (?:(?:lần\s+thứ\s+|(?=[ivxl]+\s*-))(?P<first>{_ORDINAL})\s*[,-]?\s*(?:của\s+)?)?
    (?:{_COMMITTEE})? {_CENTRE} (?:\s+đảng(?!\w))?
    (?(first)| \s*(?:lần\s+thứ\s+)? (?P<ordinal>{_ORDINAL}{_MORE}))
    (?:\s*[,-]?\s*{_COMMITTEE}{_CENTRE}(?:\s+đảng(?!\w))?)?
    (?:{_TERM})?
    """,
)
_PLENUM_TAIL: Final = folded(
    rf"""
    \s+ (?:của\s+)? hội\s+nghị\s+ (?:ban\s+chấp\s+hành\s+|bch\s*)? {_CENTRE} \s*
    (?:lần\s+thứ\s+)? {_ORDINAL} (?:{_TERM})?
    """,
)
_LOCAL_PLENUM: Final = folded(
    rf"""
    \s+ (?:của\s+)? hội\s+nghị\s+ (?:lần\s+thứ\s+(?P<first>{_ORDINAL})\s*,?\s*(?:của\s+)?)?
    (?:(?:ban\s+chấp\s+hành\s+|bch\s*) (?P<whose>đảng\s+bộ\s+[^\W\d_]+)
      | (?P<committee>(?:tỉnh|thành|huyện|quận|thị|đảng)\s+ủy(?!\w)))
    """,
)
_LOCAL_NTH: Final = folded(rf"\s*,?\s+lần\s+thứ\s+(?P<nth>{_ORDINAL})")
_LOCAL_TERM: Final = folded(rf"(?:{_TERM})")


def meeting_at(body: str, text: str, at: int) -> Meeting | None:
    """The meeting directly after the kind, which ends at `at`."""
    return (
        _plenum_at(body, text, at)
        or _local_plenum_at(body, text, at)
        or _congress_at(body, text, at)
        or _session_at(body, text, at)
    )


def _plenum_at(body: str, text: str, at: int) -> Meeting | None:
    """A plenum of the Central Committee directly after the kind, which ends at `at`."""
    found = _PLENUM.match(text, at)
    if found is None:
        return None
    first = found["first"]
    which = _ordinal(first) if first else _ordinals(body[slice(*found.span("ordinal"))])
    end, term = _term(body, found)
    return Meeting(
        f"Trung ương {which}{term}",
        PLENUMS,
        end,
        "plenum",
        0.98 if term else 0.9,
    )


def plenum_tail_at(body: str, text: str, at: int) -> tuple[str, int] | None:
    """Read "Hội nghị TW6 (khóa XII)" after bare numbers: their common home, as printed."""
    found = _PLENUM_TAIL.match(text, at)
    if found is None:
        return None
    end, _ = _term(body, found)
    return " ".join(body[at:end].split()), end


def _local_plenum_at(body: str, text: str, at: int) -> Meeting | None:
    """A session of a local committee: "Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ tỉnh khóa XVI".

    Or, by the committee's other name, "Hội nghị Tỉnh ủy lần thứ 6, khóa XVI".
    """
    found = _LOCAL_PLENUM.match(text, at)
    if found is None:
        return None
    start, end = found.span("committee" if found["committee"] else "whose")
    end = body_at(body, text, start) or end
    nth = None if found["first"] else _LOCAL_NTH.match(text, end)
    which = found["first"] or (nth["nth"] if nth else None)
    if which is None:
        return None
    whose, end = body[start:end], nth.end() if nth else end
    term_at = _LOCAL_TERM.match(text, end)
    end, term = _term(body, term_at) if term_at else (end, "")
    whose, nth_words = " ".join(whose.split()), f"lần thứ {_ordinal(which)}"
    return Meeting(
        f"Hội nghị {whose} {nth_words}{term}"
        if found["committee"]
        else f"Hội nghị {nth_words} Ban Chấp hành {whose}{term}",
        whose if found["committee"] else f"Ban Chấp hành {whose}",
        end,
        "plenum of a committee",
        0.85,
    )


def _term(body: str, found: re.Match[str]) -> tuple[int, str]:
    if not found["term"]:
        return found.end(), ""
    terms = " ".join(body[slice(*found.span("terms"))].split())
    end = found.end()
    if found["term"].endswith(")") and not found["term"].startswith("("):
        end -= 1
    return end, f" khóa {terms}"


def _ordinal(word: str) -> str:
    return _WORDS.get(" ".join(word.split()), word.upper())


def _ordinals(words: str) -> str:
    kept = " ".join(words.split())
    return _WORDS.get(kept.lower(), kept)


# --- sessions ----------------------------------------------------------------------------------

_SESSION: Final = folded(
    rf"""
    \s+ (?:của\s+|tại\s+)? (?P<session>kỳ\s+họp\s+
    (?:(?:thường\s+lệ|chuyên\s+đề|bất\s+thường|giữa\s+năm|cuối\s+năm)\s+)?
    (?:lần\s+)?thứ\s+{_ORDINAL} (?:\s*\([^()\n]{{1,40}}\))? \s*,?\s+) (?:của\s+)?
    (?P<whose>(?:hđnd|hội\s+đồng\s+nhân\s+dân|quốc\s+hội)(?!\w))
    """,
)


def _session_at(body: str, text: str, at: int) -> Meeting | None:
    """A session of an assembly: "Kỳ họp thứ 8, HĐND tỉnh khóa XVII"."""
    found = _SESSION.match(text, at)
    if found is None:
        return None
    start = found.start("whose")
    end = body_at(body, text, start) or found.end()
    whose = " ".join(body[start:end].split())
    term = _LOCAL_TERM.match(text, end)
    end, said = _term(body, term) if term else (end, "")
    session = " ".join(body[slice(*found.span("session"))].split()).rstrip(" ,")
    number = f"{session[:1].upper()}{session[1:]} {whose}{said}"
    return Meeting(number, whose, end, "session of an assembly", 0.8)


# --- congresses --------------------------------------------------------------------------------

# "Quân khu 2", "TP. Hòa Sơn", "Cư M'gar" (its sign is folded), "Đông Hà - Sông Lam"
_NAME_PART: Final = (
    r"(?:-\s+)?[^\W\d_]+(?:[-.&\x22][^\W\d_]+)*(?:(?<=\stp)\.)?"
    r"(?:(?:(?<=\skhu)|(?<=đoàn)|(?<=\svùng)|(?<=\sđội)|(?<=\squận)|(?<=\sphường))\s+\d{1,4}(?![\w/.]))?"
)
_CONGRESS: Final = folded(
    rf"""
    \s+ (?:của\s+)? (?:đại\s+hội|đhđb|đh) (?!\w)
    (?P<whose>(?:\s+(?!lần\s+thứ|khóa|nhiệm\s+kỳ|số\s|đại\s+hội|nghị\s+quyết){_NAME_PART}(?<!\sx)(?<!\si)(?<!\sv)){{0,14}}?)
    (?:\s*,)?
    (?: \s+ (?:lần\s+thứ\s+)(?P<nth>{_ORDINAL})
      | \s+ (?P<roman>[ivxl]+)(?!\w)
      | \s+ (?P<figure>\d{{1,2}})(?![\w/.,%]*\w)
      | \s+ khóa\s+(?P<term>[ivxl]+|\d{{1,2}})(?!\w)
      | \s+ (?:\(\s*)?nhiệm\s+kỳ\s+(?P<years>\d{{4}}\s*-\s*\d{{2,4}})(?!\w)
    )
    """,
)
_NOT_ONE: Final = folded(
    # "Đại hội đồng", "đại hội cổ đông" are other things; "đại hội các cấp" are many.
    r"""các\s+cấp|cơ\s+sở(?!\w)|^\s*đồng(?!\w)|(?<!\w)(?:mỗi|cổ\s+đông)(?!\w)
    |(?<!\w)các\s+(?!(?:cơ\s+quan|ban|khu|trường|doanh\s+nghiệp)(?!\w))""",
)
_NATIONAL: Final = folded(
    r"(?:\s+|đại\s+biểu|toàn\s+quốc|toàn\s+đảng|của|đảng\s+cộng\s+sản\s+việt\s+nam|đảng(?!\s*(?:bộ|ủy)))*",
)
_OF: Final = re.compile(r"(?<!\w)của(?!\w)", re.IGNORECASE)
_DELEGATES: Final = re.compile(r"(?<!\w)đại\s+biểu(?!\w)", re.IGNORECASE)
_PARTY_BODY: Final = re.compile(r"đảng\s+bộ", re.IGNORECASE)
_NAMED: Final = folded(
    r"(?<!\w)(?:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)(?!\w)",
)
_AFTER: Final = folded(
    r"""\s+(?:của\s+)?(?P<whose>(?:đảng\s+bộ\s+(?!các)|công\s+đoàn|đoàn\s+(?:tncs|thanh\s+niên)
    |hội\s+(?:liên\s+hiệp|nông\s+dân|cựu\s+chiến\s+binh)|mặt\s+trận|mttq)\s*[^\W\d_]*)""",
)
_NEXT_WORD: Final = re.compile(r"\s+\w+")
_FOREIGN_PARTY: Final = folded(
    r"""\s+(?:của\s+)?đảng\s+(?:nhân\s+dân\s+cách\s+mạng|cộng\s+sản\s+(?!việt\s+nam)[^\W\d_]
    |lao\s+động\s+triều)""",
)


def _congress_at(body: str, text: str, at: int) -> Meeting | None:
    """A congress directly after the kind, which ends at `at`."""
    found = _CONGRESS.match(text, at)
    if found is None or _NOT_ONE.search(found["whose"]):
        return None
    whose = body[slice(*found.span("whose"))]
    if not _NATIONAL.fullmatch(found["whose"]):
        small = found["roman"] and body[found.start("roman")].islower()
        return None if small or found["figure"] else _local(body, found, whose)
    if found["term"] or found["years"] or _FOREIGN_PARTY.match(text, found.end()):
        return None  # a term alone does not say whose congress it was
    after = _AFTER.match(text, found.end())
    if after:
        start, end = after.span("whose")
        return _local(body, found, body[start : body_at(body, text, start) or _named(body, end)])
    return Meeting(f"Đại hội {_which(body, found)}", "Đảng", found.end(), "congress", 0.98)


def _named(body: str, end: int) -> int:
    """Where the capitals end that go on with a name: "Công đoàn Việt Nam"."""
    for word in _NEXT_WORD.finditer(body, end):
        if word.start() != end or not word[0].lstrip()[0].isupper():
            break
        end = word.end()
    return end


def _local(body: str, found: re.Match[str], whose: str) -> Meeting:
    whose = " ".join(_OF.sub(" ", whose).split())
    body_alone = " ".join(_DELEGATES.sub(" ", whose).split())
    if _PARTY_BODY.search(whose):
        whose = body_alone  # of the Party's own congresses nobody says so in a number
    if found["years"]:
        which = "nhiệm kỳ " + re.sub(r"\s+", "", body[slice(*found.span("years"))])
    elif found["term"]:
        which = "khóa " + body[slice(*found.span("term"))]
    else:
        which = "lần thứ " + _which(body, found)
    return Meeting(
        f"Đại hội {whose} {which}",
        body_alone[:1].upper() + body_alone[1:] or None,
        found.end(),
        "congress of a body",
        0.75 if found["years"] else 0.92,
    )


def _which(body: str, found: re.Match[str]) -> str:
    group = next(name for name in ("nth", "roman", "figure") if found[name])
    return _ordinals(body[slice(*found.span(group))])


def shortest_name(number: str) -> str:
    """Give "Đảng bộ tỉnh" for "đại biểu Đảng bộ tỉnh Hòa Sơn": later an article says no more.

    `number` is folded.
    """
    number = " ".join(_DELEGATES.sub(" ", number).split())
    level = _NAMED.search(number)
    return number[: level.end()] if level else number
