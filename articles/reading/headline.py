"""Which line is the title, in a page without markup.

Titles stand between the menus and the date, are printed twice, are longer than menu items,
and come before the first paragraph: each is a hint, and the best sum wins.
"""

import re
from typing import Final

from articles.reading.bylines import author_line
from articles.reading.dates import date_line
from articles.reading.furniture import furniture, section_opened
from articles.reading.lines import ends_article, ends_with_stop, is_marked, is_prose, letters
from articles.reading.page import Block
from articles.reading.publishers import credited_page, dateline
from articles.reading.scenes import shows_scene

_HEAD: Final = 60  # blocks; menus of portals are long
_LONGEST: Final = 300
_LONGEST_ITEM: Final = 9  # words of an item in a menu
_FEWEST_ITEMS: Final = 4
_TITLE_IN_MENUS: Final = 7  # words; shorter lines that stand twice are items of menus
_BESIDE: Final = 8  # blocks above and below a paragraph in which those would stand
_NEAR: Final = 3  # blocks between two paragraphs of one text, pictures and headings included
_MENU: Final = 12  # items above a text that was copied with its whole page
_LEAST_OF_TWIN: Final = 0.6
# What party and ministry portals call their sections, in as many words as a title has.
_SECTION_NAME: Final = re.compile(
    r"(?:học tập và làm theo (?:tư tưởng|tấm gương|bác|lời bác)|bảo vệ nền tảng tư tưởng|"
    r"đưa nghị quyết .{0,20}vào cuộc sống|"
    r"(?:tin tức|thời sự)\b|nghiên cứu\s*[-–]\s*trao đổi|xây dựng (?:đảng|"
    r"nông thôn mới)(?: và hệ thống chính trị|\s*[-–].{0,30})?$|"
    r"chính trị\s*[-–]|đại hội đảng (?:bộ )?các cấp|phòng,? chống tham nhũng$|báo |tạp chí |"
    r"cổng thông tin|trang thông tin|"
    r"cơ quan (?:của|ngôn luận)|diễn đàn|tiếng nói|đảng cộng sản việt nam$|ủy ban nhân dân|"
    r"đảng bộ tỉnh .{0,20}$)",
    re.IGNORECASE,
)
_FIELD: Final = (
    r"(?:sự kiện|thời sự|chính trị|xã hội|kinh tế|văn h[oó][aá]|pháp luật|xây dựng đảng|đoàn thể|"
    r"chi bộ|quốc phòng|an ninh|bạn đọc|đời sống|bình luận)"
)
# What newspapers call their sections, as the only words of a line.
_SECTION_LABEL: Final = re.compile(
    r"(?:điểm báo|hoạt động|(?:tin|tin tức)(?:,? (?:bài|mới|nổi bật|hoạt động|địa phương|tổng hợp|"
    rf"trong (?:tỉnh|huyện|nước|ngành|ngày)))?|{_FIELD})(?:\s*(?:[-–,&/|]|và)?\s*{_FIELD})*",
    re.IGNORECASE,
)
_SITE_SUFFIX: Final = re.compile(
    r"\s+[-–—|»]+\s+(?:báo (?!cáo|chí|động|hiệu)|tạp chí |cổng (?:thông tin|ttđt)|"
    r"trang (?:thông tin|tin)|"
    r"đài (?:phát thanh|pt)|website|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)|\w+ online|"
    r".{0,30}điện tử)[^|]{0,80}$"
    r"|\s+\|\s+[^|]{2,80}$",
    re.IGNORECASE,
)


# What offices call their sites; titles of articles say what an office does.
_OFFICE_NAME: Final = re.compile(
    r"(?:sở|ubnd|hđnd|hội|liên đoàn|công đoàn|ban|bộ|cục|chi cục|tổng cục|viện|trường|học viện|"
    r"đảng (?:bộ|ủy)|(?:huyện|tỉnh|thành|thị|quận) (?:ủy|uỷ|đoàn)|thanh tra|văn phòng|trung tâm|"
    r"mặt trận|đoàn|công an|kho bạc|tòa án|huyện|xã|tỉnh|thành phố|thị xã|phường|ngành)"
    r"(?: [^\s,.:;!?\"“”]+){1,9}",
    re.IGNORECASE,
)
_DOING: Final = re.compile(
    r"\b(?:tổ chức|triển khai|tổng kết|sơ kết|thực hiện|đẩy mạnh|tăng cường|khai mạc|họp|làm việc|"
    r"ban hành|phát động|ra quân|nâng cao|xây dựng|kiểm tra|giám sát|phát huy|tập trung|chủ động|"
    r"quán triệt|học tập|đổi mới|tiếp|thăm|trao|tặng|gặp|đối thoại|chỉ đạo|yêu cầu|với|và|cần|"
    r"phải|là|được|đã|sẽ|có|không|đưa|làm|chúc|mừng|kết nạp|công bố|thông báo|giải quyết)\b",
    re.IGNORECASE,
)
_BANNER: Final = re.compile(r"(?:nhiệt liệt )?chào mừng|kỷ niệm \d+ năm", re.IGNORECASE)
_SITE_NAME: Final = re.compile(
    r"(?:báo (?!cáo|chí|động|hiệu)|tạp chí |cổng (?:thông tin|ttđt)|trang (?:thông tin|tin|chủ)|"
    r"website|home$|"
    r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)$)",
    re.IGNORECASE,
)


# What engines call every page of theirs.
_PAGE: Final = (
    r"(?:trang chủ|home(?:page)?|tin tức(?: sự kiện)?|(?:chi tiết|xem|nội dung|đọc)(?: bản)? "
    r"(?:tin|bài|bài viết|tin tức|nội dung)|chi tiết|bản in|in bài viết|news|details?|untitled.*)"
)
_PAGE_NAME: Final = re.compile(_PAGE, re.IGNORECASE)
_PAGE_PREFIX: Final = re.compile(
    rf"(?:{_PAGE}\s*[-–—|»:]+|date \d{{4}}-\d{{2}}(?:-\d{{2}})?)\s+(?=\S+ \S+ \S)", re.IGNORECASE
)


def is_section_name(text: str) -> bool:
    """`Tin tức - Sự kiện`, `Điểm báo`: a line that is nothing but what a section is called."""
    longest = 40
    return len(text) <= longest and _SECTION_LABEL.fullmatch(text) is not None


def without_site(title: str) -> str:
    """`Title - Báo Sông Lam`, `Trang chủ - Title` → `Title`."""
    engine = _PAGE_PREFIX.match(title)
    before, title = None, title[engine.end() :] if engine else title
    while before != title:
        before, title = title, _SITE_SUFFIX.sub("", title).strip()
    return title


def is_site_name(title: str) -> bool:
    """Portals give every page the portal's own name, or the engine's, as its title."""
    if _OFFICE_NAME.fullmatch(title) and not _DOING.search(title):
        return True
    return _SITE_NAME.match(title) is not None or _PAGE_NAME.fullmatch(title) is not None


def first_paragraph(blocks: list[Block]) -> int:
    """Where prose begins; the number of blocks where there is none."""
    first = before = None
    for place, block in enumerate(blocks):
        # Archives and engines speak English around a Vietnamese page.
        if block.text.isascii() or not _is_paragraph(block):
            continue
        if before is not None and place - before <= _NEAR:
            return before
        if not _is_in_menu(blocks, place):
            return place
        first, before = place if first is None else first, place
    if first is not None:
        return first
    return next((at for at, block in enumerate(blocks) if _is_paragraph(block)), len(blocks))


def _is_paragraph(block: Block) -> bool:
    return is_prose(block.text) and not _is_out(block) and not _is_titled(block)


def _is_in_menu(blocks: list[Block], place: int) -> bool:
    """A slogan, or what a site says of itself, with the items of menus above and below."""
    above = blocks[max(0, place - _BESIDE) : place]
    below = blocks[place + 1 : place + 1 + _BESIDE]
    return min(_items(above), _items(below)) >= _FEWEST_ITEMS


def _items(blocks: list[Block]) -> int:
    return sum(map(_is_item, blocks))


def _is_item(block: Block) -> bool:
    """As short as the items of menus are, and no sentence."""
    text = block.text
    return len(text.split()) <= _LONGEST_ITEM and not (ends_with_stop(text) or is_marked(text))


def _is_titled(block: Block) -> bool:
    """Its markup says so; some titles are long and end with a full stop."""
    return block.titled and len(block.text) <= _LONGEST


def find_headline(blocks: list[Block]) -> int | None:
    """The place of the title among the blocks, or None where no line can be one."""
    first = first_paragraph(blocks)
    if first < len(blocks) and _could_be_long_title(blocks, first):
        first += 1
    head = [*range(min(first, _HEAD)), *range(max(_HEAD, first - _HEAD), min(first, len(blocks)))]
    dated = [place for place in head if _day(blocks[place])]
    candidates = [place for place in head if _is_candidate(blocks[place])]
    if not candidates:
        return 0 if first and _is_short_title(blocks[0]) else None
    keys = [block.key for block in blocks[: first + _HEAD]]
    below_menus = _items([blocks[place] for place in head]) >= _MENU
    best: int = max(
        candidates,
        key=lambda place: (
            _score(place, blocks, dated)
            + _standing(place, candidates, below_menus=below_menus)
            + _repetition(place, blocks, keys, below_menus=below_menus)
            - 1.5 * (place - 1 in candidates and _is_caption_of(blocks[place - 1], blocks[place]))
        ),
    )
    return best


def _is_caption_of(above: Block, block: Block) -> bool:
    """Whether a line only shows a scene under another one that could be a title."""
    return len(above.text.split()) >= _TITLE_IN_MENUS and shows_scene(block.text)


def _standing(place: int, candidates: list[int], *, below_menus: bool) -> float:
    """The first lines of a text are its title; of a whole page, the last ones above its text."""
    number = candidates.index(place)
    if below_menus:
        return -0.35 * (len(candidates) - 1 - number)
    return _ends_menu(place, candidates) - 0.6 * number


def _repetition(place: int, blocks: list[Block], keys: list[str], *, below_menus: bool) -> float:
    """Titles are printed twice, with the site's name or a date behind; so are menus."""
    text = blocks[place].text
    if len(text.split()) < (_TITLE_IN_MENUS if below_menus else _FEWEST_ITEMS):
        return 0
    key = letters(without_site(text))
    first = next(
        (
            other
            for other, theirs in enumerate(keys)
            if other != place and theirs.startswith(key) and len(key) > _LEAST_OF_TWIN * len(theirs)
        ),
        None,
    )
    return 0 if first is None else 3 + 0.1 * (place > first)


def _score(place: int, blocks: list[Block], dated: list[int]) -> float:
    text = blocks[place].text
    score = min(len(text.split()), 14) / 4
    if any(0 < day - place <= 3 for day in dated):  # noqa: PLR2004 - a byline may stand between
        score += 3
    elif any(0 < place - day <= 2 for day in dated):  # noqa: PLR2004
        score += 2
    score += any(abs(day - place) == 1 for day in dated)
    if without_site(text) != text:
        score -= 2
    if blocks[place].linked and not blocks[place].heading:
        score -= 3  # a link to another page
    if place == 0:
        score += 1.5  # a text that somebody copied begins with its title
    if _SECTION_NAME.match(text) or _BANNER.match(text) or is_site_name(text):
        score -= 4
    score += 2 * blocks[place].titled + blocks[place].heading
    if text.rstrip('”"').endswith((".", ":", ";", ",")):
        score -= 1
    if text.count("“") > text.count("”"):
        score -= 1  # a lead that was cut off
    return score


def _ends_menu(place: int, candidates: list[int]) -> bool:
    """The last title-like line under a run of menu items is the title."""
    fewest_items = 3
    return place == candidates[-1] and place >= fewest_items and place - 1 not in candidates


def _could_be_long_title(blocks: list[Block], first: int) -> bool:
    """A title of two lines: long, first, without a full stop or with a date or author under it."""
    text = blocks[first].text
    if len(text) > _LONGEST or any(_is_candidate(block) for block in blocks[:first]):
        return False
    below = next((block for block in blocks[first + 1 :] if not _is_out(block)), None)
    if below is None:
        return False
    named = author_line(below.text, trailing=False) is not None and not is_prose(below.text)
    return named or _day(below) or not text.rstrip('”"').endswith((".", ":", ";"))


def _is_candidate(block: Block) -> bool:
    text, shortest = block.text, 10
    fewest_words = 3
    return (
        not _is_out(block)
        and shortest <= len(text) <= _LONGEST
        and len(text.split()) >= fewest_words
        and not is_marked(text)
        and not ends_article(text)
        and date_line(text) is None
        and dateline(text) is None
        and credited_page(text) is None
        and author_line(text, trailing=False) is None
    )


def _is_short_title(block: Block) -> bool:
    """`Nhớ Bác`: too short to be told from a menu item anywhere but in the first line."""
    text = block.text
    return not (_is_out(block) or date_line(text) or author_line(text, trailing=False))


def _is_out(block: Block) -> bool:
    return (
        block.hint is not None
        or furniture(block.text) is not None
        or section_opened(block.text) is not None
    )


def _day(block: Block) -> bool:
    found = date_line(block.text)
    return found is not None and found.day is not None
