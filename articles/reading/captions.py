"""Captions of pictures: told by a credit, by what is above them, by how they are said."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from articles.reading.bylines import author_line
from articles.reading.draft import Reason
from articles.reading.lines import ends_with_stop, is_marked, is_prose, letters
from articles.reading.scenes import (
    begins_as_scene,
    is_at_work,
    is_seen,
    names_act,
    office_that_acts,
    portrait,
    shows_people,
    shows_scene,
    shows_work,
    who_does,
)
from articles.reading.sheet import Sheet

_LONGEST: Final = 420
_LONGEST_CREDIT: Final = 130  # characters at the end of a caption
_PICTURE_FILE: Final = re.compile(
    r"\S.{0,120}\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|mp[34]|avi)(?:\s*\(\d.{0,20}\))?",
    re.IGNORECASE,
)
_PICTURE: Final = (
    r"(?:nguồn )?(?:ảnh|hình|video|clip|đồ (?:họa|hoạ|thị)|biểu đồ|infographic|photo)"
    r"(?: minh (?:họa|hoạ)| tư liệu| chụp[^:]{0,30}| internet| đồ (?:họa|hoạ))?"
)
_CAPTION: Final = re.compile(
    rf"(?:^|[\s(\[.,–-]){_PICTURE}\s*"
    r"(?:[:/]\s*\S.{0,60}|(?<=ảnh) (?:cắt|chụp) (?:từ|màn hình|lại).{0,40}|(?<=họa)|(?<=hoạ)|"
    r"(?<=tư liệu)|(?<=internet))[)\]]?[.\s]*$",
    re.IGNORECASE,
)
# A credit without a colon: `. Ảnh T.L`, `- Ảnh VGP`, `(Ảnh NVCC)`; and sources in brackets.
_CREDITED: Final = re.compile(
    r"[\w)\]”\"’'][.,;:]?\s*[-–(\[.]\s*(?:Ảnh|ẢNH|Video|Đồ họa)\s+(?:Báo |báo )?[A-ZĐ][^:;!?]{0,30}"
    r"[)\]]?\.?$"
    r"|\(\s*(?:Nguồn|NGUỒN|Theo|nguồn)(?: ảnh)?\s*:?\s*[^()]{2,60}\)\.?$"
    r"|\((?:Hình|Ảnh|hình|ảnh)(?: ảnh)?(?: từ| trên| cắt| chụp| minh| tư)?[^():]{0,40}\)\.?$"
    r"|\s(?:Ảnh )?Chụp màn hình\.?$"
    r"|[.–-]\s*(?:Nguồn|NGUỒN)\s*:\s*[^:;!?]{2,40}$"
)
# What an editor's toolbar leaves above a picture when its page is scraped.
_TOOLBAR: Final = re.compile(r"left\s?center\s?right\s?(?:del)?", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"[(\[]?(?:ảnh|nguồn ảnh|photo|đồ họa|đồ hoạ|video|clip)\s*:\s*.{1,60}|"
    r"\((?:nguồn|theo)\s*:?\s*[^()]{2,60}\)\.?|"
    r"[(\[]?(?:hình |ảnh )+(?:chỉ )?(?:mang |có )?(?:tính (?:chất )?)?minh (?:họa|hoạ).{0,20}",
    re.IGNORECASE,
)
_CREDIT_WORDS: Final = (
    "ảnh", "hình:", "hình :", "hình/", "(hình", "hình từ", "hình minh", "minh h", "màn hình",
    "video", "clip", "đồ h", "đồ thị", "biểu đồ", "nguồn", "(theo", "photo", "infographic",
)  # fmt: skip
_BESIDE: Final = re.compile(r"(?:Trong )?[Ảả]nh(?: trên| dưới| bên)?: ")
_SENTENCES: Final = re.compile(r"[.!?…]\s+\S")
# What engines write where a picture has no caption: `Tiêu đề bài - Ảnh 2.`
_NUMBERED: Final = re.compile(r".{8,}\s[-–]\s(?:Ảnh|Hình ảnh|Video)\s\d{1,2}\.?")
# A photographer's name in capitals at the end of a caption: `… chiều 24.5 GIA HÂN`.
_BARE_CREDIT: Final = re.compile(
    r"\s(?:(?:[A-ZĐ]*[AEIOUYÀ-Ỹ][A-ZĐÀ-Ỹ]*)(?: [A-ZĐ]*[AEIOUYÀ-Ỹ][A-ZĐÀ-Ỹ]*){1,3}|REUTERS|AFP|EPA|"
    r"TTXVN|[A-Z]\.[A-Z]\.?|[A-Z.]+\.VN)$"
)
_PLACED: Final = re.compile(r" (?:tại|bên|cạnh|giữa) ")
_ENDS_OPEN: Final = re.compile(
    r"\b(?:dự thảo|dự án|đề án|chủ đề|chuyên đề|đối với|với|về|của|và|cho|tại|trong|trên|cùng|các|"
    r"những|theo|để)$"
)


def is_caption(text: str) -> bool:
    """A caption that says so, by the credit at its end."""
    if len(text) > _LONGEST:
        return False
    tail = max(0, len(text) - _LONGEST_CREDIT)
    folded = text[tail:].lower()
    if not (_says_any(folded, _CREDIT_WORDS) or _BESIDE.match(text)):
        return False  # most lines; looking for words is many times faster
    credited = (
        _CAPTION.search(text, tail)
        or _CREDIT.fullmatch(text)
        or _CREDITED.search(text, tail)
        or _NUMBERED.fullmatch(text)
        or _BESIDE.match(text)
    )
    return bool(credited) and not author_line(text, trailing=False)


def _says_any(text: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 - a generator takes three times as long
        if word in text:
            return True
    return False


def is_picture_file(text: str) -> bool:
    return " " not in text and _PICTURE_FILE.fullmatch(text) is not None


def is_toolbar(text: str) -> bool:
    return text[:4].lower() == "left" and _TOOLBAR.fullmatch(text) is not None


def take_credited(sheet: Sheet, start: int) -> None:
    """Sort out the lines under pictures that markup or the name of a file tells."""
    for place, block in enumerate(sheet.blocks):
        if block.heading or sheet.out[place] is not None or len(block.text) > _LONGEST:
            continue
        if _is_under_picture(sheet, place, start):
            sheet.drop(place, Reason.CAPTION)


def _is_under_picture(sheet: Sheet, place: int, start: int) -> bool:
    """The line right under a picture or its file's name is its caption."""
    block = sheet.blocks[place]
    if block.after_picture and not ends_with_stop(block.text):
        return place != start
    if place == 0:
        return False
    above = sheet.blocks[place - 1].text
    if is_toolbar(above):
        plain = block.tight or not is_prose(block.text) or begins_as_scene(block.text)
        return plain and _SENTENCES.search(block.text) is None
    return block.tight and is_picture_file(above)


# --- scenes ------------------------------------------------------------------------------------


def take_scenes(sheet: Sheet, start: int, end: int) -> None:
    """Sort out captions of the text that nothing but their words tells."""
    _take_above_lead(sheet, start)
    _take_twins(sheet, [at for at in range(start, end) if sheet.out[at] is None])
    kept = [at for at in range(start, end) if sheet.out[at] is None]
    shown = [at for at in kept if _could_be_caption(sheet, at)]
    for at in shown:
        text = sheet.blocks[at].text
        if ends_with_stop(text):
            found = begins_as_scene(text) and _is_scene(sheet, at, kept)
        else:
            found = shows_scene(text) or _BARE_CREDIT.search(text) is not None
            found = found or _acts_as_told(sheet, at, kept)
            found = found or (shows_work(text) and _is_between(sheet, at, kept))
        if found:
            sheet.drop(at, Reason.CAPTION)
    _take_second_lines(sheet, start, end)
    _take_series(sheet, kept)
    _take_portrait(sheet, [at for at in kept if sheet.out[at] is None])


def _take_above_lead(sheet: Sheet, start: int) -> None:
    """`Toàn cảnh hội nghị.` between the title and the first paragraph."""
    title = max((at for at in range(start) if sheet.out[at] is Reason.TITLE), default=start)
    for at in range(title + 1, start):
        text = sheet.blocks[at].text
        shown = is_seen(text) if ends_with_stop(text) else shows_scene(text)
        if sheet.out[at] is None and shown and _could_be_caption(sheet, at):
            sheet.drop(at, Reason.CAPTION)


def _take_second_lines(sheet: Sheet, start: int, end: int) -> None:
    """`… góp ý dự thảo` / `Đề án phân loại rác thải`: captions that were broken in two."""
    for place in range(start + 1, end):
        first, text = sheet.blocks[place - 1].text, sheet.blocks[place].text
        if sheet.out[place - 1] is not Reason.CAPTION or sheet.out[place] is not None:
            continue
        goes_on = text[0].islower() or first[-1] == "," or _ENDS_OPEN.search(first)
        if not ends_with_stop(first) and goes_on and not is_prose(text):
            sheet.drop(place, Reason.CAPTION)


def _take_twins(sheet: Sheet, kept: Sequence[int]) -> None:
    """What stands twice, one under the other: a picture's own words, and its caption."""
    for first, second in pairwise(kept[1:]):
        same = sheet.blocks[first].key == sheet.blocks[second].key
        if same and _could_be_caption(sheet, first) and _is_one_line(sheet.blocks[first].text):
            sheet.drop(first, Reason.CAPTION)
            sheet.drop(second, Reason.CAPTION)


def _is_one_line(text: str) -> bool:
    """A sentence about people; leads and headings stand twice, too."""
    most_words = 32
    alone = ends_with_stop(text) and _SENTENCES.search(text) is None
    return alone and len(text.split()) <= most_words and shows_people(text)


def _take_series(sheet: Sheet, kept: Sequence[int]) -> None:
    """`Tuyên dương các tập thể` over `Tuyên dương các cá nhân`: headings have a text between."""
    acts = [at for at in kept if sheet.out[at] is None and _is_act(sheet, at)]
    for first, second in pairwise(acts):
        number = bisect_left(kept, first)
        if kept[number + 1] == second:
            sheet.drop(first, Reason.CAPTION)
            sheet.drop(second, Reason.CAPTION)


def _is_act(sheet: Sheet, place: int) -> bool:
    text = sheet.blocks[place].text
    plain = _could_be_caption(sheet, place) and not is_prose(text) and not ends_with_stop(text)
    return plain and names_act(text)


def _could_be_caption(sheet: Sheet, place: int) -> bool:
    block = sheet.blocks[place]
    text = block.text
    return not (
        (block.heading and not block.after_picture)
        or len(text) > _LONGEST
        or is_marked(text)
        or text.endswith((":", "?", "!", ";"))
        or text.isupper()
    )


def _is_scene(sheet: Sheet, place: int, kept: Sequence[int]) -> bool:
    text = sheet.blocks[place].text
    if is_seen(text) or _is_told_again(sheet, place, kept):
        return True
    return is_at_work(text) and _is_between(sheet, place, kept)


def _is_between(sheet: Sheet, place: int, kept: Sequence[int]) -> bool:
    """Whether a line stands alone between two paragraphs."""
    number = bisect_left(kept, place)
    beside = [sheet.blocks[at].text for at in kept[max(0, number - 1) : number + 2] if at != place]
    return len(beside) > 1 and all(is_prose(text) for text in beside)


def _is_told_again(sheet: Sheet, place: int, kept: Iterable[int]) -> bool:
    """`Đại tá A, Chính ủy… chủ trì hội nghị.`, where the text has said so: under his picture."""
    scene = who_does(sheet.blocks[place].text)
    if scene is None:
        return False
    who, does = letters(scene.who), letters(scene.does)
    return any(
        _says(sheet.blocks[at].key, who, does)
        for at in kept
        if at != place and sheet.out[at] is None
    )


def _acts_as_told(sheet: Sheet, place: int, kept: Sequence[int]) -> bool:
    """`Đảng ủy xã tổ chức học tập Nghị quyết 12` between two paragraphs, one of which tells it."""
    who = office_that_acts(sheet.blocks[place].text)
    if who is None or not _is_between(sheet, place, kept):
        return False
    number = bisect_left(kept, place)
    beside = (kept[number - 1], kept[number + 1])
    return any(letters(who) in sheet.blocks[at].key for at in beside)


def _says(key: str, who: str, does: str) -> bool:
    """Whether a paragraph says of somebody that he does it, in one breath."""
    reach = 90
    if not who:
        return does in key
    place = key.find(who)
    while place >= 0:
        after = place + len(who)
        if does in key[after : after + reach]:
            return True
        place = key.find(who, after)
    return False


def _take_portrait(sheet: Sheet, kept: list[int]) -> None:
    """One line that is only a person of the text; two are a list, or those who speak."""
    lines = [sheet.blocks[at] for at in kept]
    names = {
        number: letters(name)
        for number, line in enumerate(lines)
        if not line.heading and (name := portrait(line.text))
    }
    told = Counter(block.key for block in sheet.blocks)
    for number, name in names.items():
        if told[lines[number].key] > 1:  # under the picture, and among the pictures
            sheet.drop(kept[number], Reason.CAPTION)
            continue
        if not 0 < number < len(lines) - 1:
            continue
        before, person, after = lines[number - 1 : number + 2]
        between = is_prose(before.text) and before.text.endswith((".", "…", "”", '"'))
        speaks = after.text.startswith(("“", '"', "- ", "– "))
        placed = _PLACED.search(person.text) or ends_with_stop(person.text)
        known = any(name in line.key for line in lines if line is not person)
        if (
            between
            and is_prose(after.text)
            and not speaks
            and (placed or (len(names) == 1 and known))
        ):
            sheet.drop(kept[number], Reason.CAPTION)
