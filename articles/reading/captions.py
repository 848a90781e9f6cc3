"""Captions of pictures: told by their own words, by what is above them, by what the text says."""

import re
from typing import Final

from articles.reading.bylines import author_line
from articles.reading.draft import Reason
from articles.reading.lines import ends_with_stop, is_prose, letters
from articles.reading.sheet import Sheet

_LONGEST: Final = 420
_LONGEST_CREDIT: Final = 130  # characters at the end of a caption
_PICTURE_FILE: Final = re.compile(
    r"\S.{0,120}\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|mp[34]|avi)(?:\s*\(\d.{0,20}\))?",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(
    r"(?:^|[\s(.,–-])(?:nguồn )?ảnh(?: minh (?:họa|hoạ)| tư liệu| chụp[^:]{0,30}| internet|"
    r" đồ (?:họa|hoạ))?\s*"
    r"(?:[:/]\s*\S.{0,60}|(?<=ảnh) (?:cắt|chụp) (?:từ|màn hình|lại).{0,40}|(?<=họa)|(?<=hoạ)|"
    r"(?<=tư liệu)|(?<=internet))[)\]]?[.\s]*$",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"[(\[]?(?:ảnh|nguồn ảnh|photo|đồ họa|đồ hoạ)\s*:\s*.{1,60}", re.IGNORECASE
)
_SCENE: Final = re.compile(
    r"(?:Quang cảnh|Toàn cảnh|(?:Trong )?[Ảả]nh(?: trên| dưới| bên)?:|(?:Các )?[Đđ]ại biểu (?:dự|"
    r"tham dự|tham quan|biểu quyết|chụp|thực hiện|trao đổi|bỏ phiếu)|"
    r"(?:Các )?[Đđ]ồng chí [^.]{3,140}?(?:phát biểu|trao|chủ trì|tặng|kết luận|chúc mừng|thăm|"
    r"kiểm tra|trình bày|"
    r"báo cáo|quán triệt|phổ biến|chụp ảnh|biểu quyết|tham quan|giới thiệu))(?![^\W\d_])"
)
_EVENT: Final = (
    r"(?:hội nghị|đại hội|hội thảo|tọa đàm|toạ đàm|(?:buổi )?lễ|buổi (?:làm việc|họp|gặp mặt)|"
    r"cuộc họp|phiên họp|kỳ họp|diễn đàn|chương trình)(?![^\W\d_])"
)
# What makes a sentence of the text of it, not the name of a scene.
_TELLING: Final = (
    r"(?!.*\b(?:đã|đang|sẽ|cũng|được|cần|phải|nghe|nhất trí|thống nhất|cho rằng|có ý nghĩa)\b)"
)
_SCENE_WITH_STOP: Final = re.compile(
    rf"(?:(?:Quang|Toàn|Khung) cảnh (?:một |các )?(?:buổi |{_EVENT})|Hiện trường (?:vụ|"
    rf"nơi|xảy ra)|(?:Các |Một số )?[Đđ]ại biểu (?:tham dự|dự|tham gia|phát biểu|thảo luận|"
    rf"trao đổi|chụp ảnh)(?: ý kiến| tham luận| lưu niệm)?(?: tại| với| cùng)? {_EVENT})"
    rf"{_TELLING}[^.:;!?]{{0,140}}\.?"
)
_PERSON_AT_EVENT: Final = re.compile(
    rf"(?P<who>[A-ZĐÀ-Ỹ][^,.:;]{{5,50}}),[^.:;]{{5,180}} (?P<does>chủ trì|phát biểu|kết luận|"
    rf"chỉ đạo)(?: [^.,:;]{{1,20}})? {_EVENT}[^.,:;]{{0,60}}\."
)
_PERSON: Final = re.compile(r"(?:Ông|Bà|Đồng chí)(?: [A-ZĐÀ-Ỹ][^\W\d_]*){2,5}")


def is_caption(text: str) -> bool:
    """A caption that says so: a credit at its end, or a scene that is no sentence."""
    if len(text) > _LONGEST:
        return False
    credited = _CAPTION.search(text, max(0, len(text) - _LONGEST_CREDIT)) or _CREDIT.fullmatch(text)
    return bool(credited or _is_scene(text)) and not author_line(text, trailing=False)


def _is_scene(text: str) -> bool:
    shortest, longest = 20, 220
    if not shortest < len(text) < longest:
        return False
    ended = text.rstrip('”")').endswith((".", ":", ";", "?", "!", "…"))
    return bool(_SCENE_WITH_STOP.fullmatch(text) or (not ended and _SCENE.match(text)))


def is_picture_file(text: str) -> bool:
    return " " not in text and _PICTURE_FILE.fullmatch(text) is not None


def take_captions(sheet: Sheet, start: int) -> None:
    """Sort out the captions that a line's own words do not tell."""
    for place, block in enumerate(sheet.blocks):
        if block.heading or sheet.out[place] is not None or len(block.text) > _LONGEST:
            continue
        if _is_under_picture(sheet, place, start) or _is_told_again(sheet, place, start):
            sheet.drop(place, Reason.CAPTION)
    _take_portrait(sheet, start)


def _is_under_picture(sheet: Sheet, place: int, start: int) -> bool:
    """The line right under a picture or its file's name is its caption."""
    block = sheet.blocks[place]
    if block.after_picture and not ends_with_stop(block.text):
        return place != start
    return block.tight and place > 0 and is_picture_file(sheet.blocks[place - 1].text)


def _is_told_again(sheet: Sheet, place: int, start: int) -> bool:
    """`Đại tá A, Chính ủy… chủ trì hội nghị.`, where the text has said so: under his picture."""
    scene = _PERSON_AT_EVENT.fullmatch(sheet.blocks[place].text)
    if scene is None:
        return False
    told = letters(scene["who"] + scene["does"])
    return any(told in sheet.blocks[at].key for at in range(start, place) if sheet.out[at] is None)


def _take_portrait(sheet: Sheet, start: int) -> None:
    """One line that is only a person of the text; two are a list, or those who speak."""
    kept = [at for at in range(start, len(sheet.blocks)) if sheet.out[at] is None]
    lines = [sheet.blocks[at] for at in kept]
    people = [at for at, line in enumerate(lines) if _PERSON.fullmatch(line.text)]
    if len(people) != 1 or not 0 < people[0] < len(lines) - 1:
        return
    before, person, after = lines[people[0] - 1 : people[0] + 2]
    named = any(person.key in line.key for line in lines if line is not person)
    between = is_prose(before.text) and before.text.endswith((".", "…")) and is_prose(after.text)
    if named and between and not person.heading:
        sheet.drop(kept[people[0]], Reason.CAPTION)
