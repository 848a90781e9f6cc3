"""The foot of an official document in scraped text: who receives it, and who signed it."""

from typing import Final

from articles.reading.draft import Reason
from articles.reading.furniture import section_opened
from articles.reading.letterhead import ANNEX, RECEIVERS, SIGNS
from articles.reading.lines import is_prose
from articles.reading.sheet import Sheet

_REACH: Final = 12  # lines between who signs and who receives
_LONGEST: Final = 200  # characters; receivers may be many on a line
_SIGNED: Final = ("(Đã ký)", "(đã ký)", "(ĐÃ KÝ)", "Đã ký")


def take_signatures(sheet: Sheet, start: int) -> None:
    """Sort out "Nơi nhận" with its list and the signatures beside it, up to an annex."""
    texts = [block.text for block in sheet.blocks]
    marks = [at for at in range(start + 1, len(texts)) if _marks(texts[at])]
    for first, at in enumerate(marks):
        if first and at - marks[first - 1] <= _REACH:
            continue  # it belongs to the foot that has begun
        end = _end(texts, at)
        follow = [other for other in marks if at < other < end]
        if RECEIVERS.fullmatch(texts[at]) or follow or _is_last(texts, end):
            for place in range(at, end):
                sheet.drop(place, Reason.LETTERHEAD)


def _marks(text: str) -> bool:
    return bool(RECEIVERS.fullmatch(text) or SIGNS.fullmatch(text) or text in _SIGNED)


def _end(texts: list[str], start: int) -> int:
    at = start
    while at < len(texts) and _belongs(texts[at]):
        at += 1
    return at


def _belongs(text: str) -> bool:
    ends = is_prose(text) and len(text) > _LONGEST
    return not (ends or ANNEX.match(text) or section_opened(text))


def _is_last(texts: list[str], end: int) -> bool:
    """Whether no text follows a signature without receivers."""
    return end == len(texts) or section_opened(texts[end]) is not None
