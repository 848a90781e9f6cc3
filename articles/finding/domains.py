"""What a body works on, in small letters that no table knows: "Viện Vệ sinh | dịch tễ Trung ương".

Such words belong to the name where something shows that it goes on behind them or that it ends
there: "Trung ương", a place, "chủ trì", the next name of an enumeration. No verb may stand in
between, since that ends a name.
"""

import re
from typing import Final

from articles.finding import lexicon
from articles.finding.phrases import Phrases, folded
from articles.finding.wording import WORDING

__all__ = ["NO_SYLLABLE", "domain_end"]

# The second syllable of a field that no table knows: "Cục Biến | đổi", not "Cục Thuế | tổ chức".
NO_SYLLABLE: Final = Phrases(
    ",".join(WORDING[kind] for kind in ("act", "verb", "duty", "order", "pledge", "done", "urge"))
    + ","
    + lexicon.STOPS,
)
_FIELDS: Final = Phrases(lexicon.FIELDS)
_WORDS: Final = Phrases(lexicon.NAME_WORDS)
# What no field is made of: who may be an object, and how something is done.
_NO_FIELD: Final = Phrases(
    lexicon.OFFICES
    + """, bệnh nhân, người, khách, đoàn, hàng, nhiều, các, những, mọi, mỗi, một, hai, ba
    , đồng loạt, lập tức, ngay, liên tục, tự nguyện, nhận, mở, bắt, cứu, đổ, thay, họp, đón, nói
    , tiếp đón, lên, xuống, vào, cùng, đây, số, quyết định, kết luận"""
)
_INSTITUTE: Final = folded(
    r"""(?:(?:bệnh\s+|học\s+)?viện|trung\s+tâm|(?:tổng\s+|chi\s+)?cục|vụ|trường|phòng|trạm|ban\s+quản\s+lý|(?:tổng\s+)?công\s+ty
    |(?:hiệp\s+)?hội|quỹ|kho\s+bạc|hạt|ban\s+dự\s+án)\s"""
)
_JOINT: Final = re.compile(r"\s+(?:[-–]\s+|(?:và|&)\s+)?|,\s+")
_STEP: Final = re.compile(r"[^\W\d_]+")
# "Viện … | Trung ương", "Cục … | Việt Nam": the name of no town but of the whole.
_WHOLE: Final = folded(r"\s+(?:trung\s+ương|quốc\s+gia|việt\s+nam)(?!\w)")
_PLACE: Final = folded(
    r"\s+(?:(?:cấp\s+)?(?:tỉnh|huyện|xã|phường|đặc\s+khu|thành\s+phố|miền|vùng|khu\s+vực)(?!\w)|tp\.)"
)
_ENDS: Final = folded(
    r"\s+(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|làm\s+đầu\s+mối|là\s+(?:cơ\s+quan|đơn\s+vị|đầu\s+mối))(?!\w)"
)
_SHORT_FORM: Final = re.compile(r"\s\([A-ZĐ][A-ZĐ&-]{1,9}\)")
_ENUMERATES: Final = re.compile(r"(?:,|\s+và)\s+[A-ZĐÀ-Ỹ]")
_MOST: Final = 8  # steps of a name that is open, and of one that could be whole
_MOST_MORE: Final = 4


def domain_end(body: str, text: str, start: int, end: int, *, opened: bool) -> int | None:
    """Where the domain ends that follows `end` in the name that begins at `start`; None without.

    `opened`: the name before is not whole, as far as tables know ("Viện Vệ", "Ban Quản lý").
    """
    if _INSTITUTE.match(text, start) is None:
        return None
    at = end
    for step in range(_MOST if opened else _MOST_MORE):
        after = _step(body, text, at, first=step == 0)
        if after is None:
            return None
        at = after
        whole = _WHOLE.match(text, at)
        if whole:
            return whole.end()
        if _ENDS.match(text, at) or (opened and _shows_end(body, text, at)):
            return at
    return None


def _step(body: str, text: str, at: int, *, first: bool) -> int | None:
    """The end of the next word or field of a domain; None where none is."""
    joint = _JOINT.match(text, at)
    if joint is None:
        return None
    joins = bool(joint[0].strip())
    place = joint.end()
    if body[place : place + 1].isupper() and not (joins and "-" in joint[0] and not first):
        return None
    field = _FIELDS.end_at(text, place) or (_WORDS.end_at(text, place) if joins else None)
    if field:
        return field
    if NO_SYLLABLE.end_at(text, place) or _NO_FIELD.end_at(text, place):
        return None
    word = _STEP.match(text, place)
    return word.end() if word else None


def _shows_end(body: str, text: str, at: int) -> bool:
    """Whether a place follows ("… | tỉnh", "… | Tây Nguyên"), a short form, or the next name."""
    place = _PLACE.match(text, at) or _SHORT_FORM.match(body, at) or _ENUMERATES.match(body, at)
    return place is not None or (body[at : at + 1] == " " and body[at + 1 : at + 2].isupper())
