"""Where the article ends and the foot of the page begins."""

import re
from collections.abc import Sequence
from typing import Final

from articles.reading.bylines import author_line, is_source
from articles.reading.dates import date_line
from articles.reading.draft import Reason
from articles.reading.furniture import Section, section_opened
from articles.reading.lines import (
    ends_article,
    ends_with_stop,
    is_marked,
    is_prose,
    is_title_like,
)
from articles.reading.names import are_names
from articles.reading.page import Block
from articles.reading.publishers import page_named

_SHORTEST_PARAGRAPH: Final = 120
_REACH: Final = 100  # blocks looked ahead; no box is longer, and time stays in proportion
_MOST_CAPTIONS: Final = 3
_LONGEST_CAPTION: Final = 30  # words
_SENTENCES: Final = re.compile(r"[.!?…]\s+\S")
_ADDRESS: Final = re.compile(r"https?://\S+")
# "Trên đây là thông tin về …, mời bạn đọc theo dõi": the page speaks to its readers.
_TRAILER: Final = re.compile(
    r"trên đây là (?:(?:một số|những|các|toàn bộ) )?(?:thông tin|nội dung|tổng hợp)\b"
    r".*\b(?:bạn đọc|độc giả|quý (?:vị|bạn|khách)|mời bạn|các bạn|chúng tôi|bài viết)\b"
    r"|trên đây là (?:những |các |toàn bộ )?thông tin (?:về|liên quan)[^,;:]*\.?$",
    re.IGNORECASE,
)
_LONGEST_STRAY: Final = 14  # words; longer last lines are paragraphs that lost their stop


def find_end(blocks: Sequence[Block], out: Sequence[Reason | None], start: int) -> int:
    """The place of the first block after the article's last one."""
    last = len(blocks)
    for place in range(start + 1, len(blocks)):
        if _closes(blocks, out, place):
            last = place
            break
    return _without_strays(blocks, out, start, last)


def box_end(blocks: Sequence[Block], out: Sequence[Reason | None], place: int) -> int | None:
    """Where the text goes on after a box of related links that opens at `place`; None at the foot.

    Teasers alternate title and summary; an article that goes on has two paragraphs together.
    """
    if _section(blocks[place]) is not Section.RELATED:
        return None
    first, run = place, 0
    seen: set[str] = set()
    for at in range(place + 1, min(len(blocks), place + _REACH)):
        block = blocks[at]
        if out[at] is not None:
            continue
        if _section(block):
            return None
        paragraph = ends_with_stop(block.text) and len(block.text) >= _SHORTEST_PARAGRAPH
        goes_on = paragraph or (run and is_marked(block.text))
        if block.key in seen or not goes_on:  # the titles of teasers often stand twice
            run = 0
        else:
            first = first if run else at
            run += 1
        seen.add(block.key)
        if run > 1:
            return _with_introduction(blocks, place, first)
    return None


def _with_introduction(blocks: Sequence[Block], box: int, first: int) -> int:
    """Step back over the heading and the "… sau:" that belong to the first paragraph."""
    while first - 1 > box and _introduces(blocks[first - 1]):
        first -= 1
    return first


def _introduces(block: Block) -> bool:
    ends_open = is_prose(block.text) and block.text.rstrip().endswith(":")
    return not block.linked and (block.heading or ends_open)


def _closes(blocks: Sequence[Block], out: Sequence[Reason | None], place: int) -> bool:
    text = blocks[place].text
    section = _section(blocks[place])
    if section is Section.RELATED:
        return box_end(blocks, out, place) is None
    if section is not None:
        return not _goes_on(blocks, out, place + 1, paragraphs=3)
    if out[place] is None and not is_prose(text) and _signs(text):
        goes_on = _goes_on(blocks, out, place + 1, paragraphs=1)
        return not goes_on or _pictures_follow(blocks, out, place)
    if out[place] in {Reason.DATE, Reason.TAGS}:
        return not _goes_on(blocks, out, place + 1, paragraphs=1)
    dated = None if out[place] is not None or is_prose(text) else date_line(text)
    if dated is not None and dated.timed and not _goes_on(blocks, out, place + 1, paragraphs=1):
        return True
    before = blocks[place - 1].text
    return ends_article(before) and not _goes_on(blocks, out, place, paragraphs=2)


def _signs(text: str) -> bool:
    """A byline, a source or a newspaper's name closes an article; "II. NHIỆM VỤ" is no name."""
    if is_marked(text):
        return False
    if is_source(text) or page_named(text):
        return True
    return author_line(text, trailing=True) is not None


def _pictures_follow(blocks: Sequence[Block], out: Sequence[Reason | None], place: int) -> bool:
    """Whether the author's name stands right under the text, and a few captions under it."""
    name, before = blocks[place].text, blocks[place - 1].text
    if not (are_names(name, surname=True) and _closes_paragraph(before)):
        return False
    told = {block.key for block in blocks[:place]}
    rest = [block for at, block in enumerate(blocks) if at > place and out[at] is None]
    fresh = [block.text for block in rest if block.key not in told]
    return len(fresh) <= _MOST_CAPTIONS and all(map(_could_be_caption, fresh))


def _could_be_caption(text: str) -> bool:
    return len(text.split()) <= _LONGEST_CAPTION and _SENTENCES.search(text) is None


def _section(block: Block) -> Section | None:
    """What a line opens by its words; what the markup has sorted out opens nothing."""
    return section_opened(block.text) if block.hint is None else None


def _goes_on(
    blocks: Sequence[Block], out: Sequence[Reason | None], start: int, *, paragraphs: int
) -> bool:
    """Whether so many paragraphs follow, one after the other, before the foot opens."""
    run = 0
    for place in range(start, min(len(blocks), start + _REACH)):
        if out[place] is not None:
            continue
        text = blocks[place].text
        if _section(blocks[place]):
            return False
        body = ends_with_stop(text) and (is_prose(text) or is_marked(text))
        run = run + 1 if body or (run and is_marked(text)) else 0
        if run >= paragraphs:
            return True
    return False


def _without_strays(
    blocks: Sequence[Block], out: Sequence[Reason | None], start: int, last: int
) -> int:
    """Leave out short lines under the last paragraph: nothing can be a heading of nothing."""
    while last > start + 1 and (
        _is_stray_address(blocks, last - 1) or _TRAILER.match(blocks[last - 1].text)
    ):
        last -= 1
    place, long = last, 0
    while place > start + 1:
        if out[place - 1] is None:
            text = blocks[place - 1].text
            if blocks[place - 1].row or not _is_stray(text):
                break
            long += len(text.split()) > _LONGEST_STRAY
        place -= 1
    if place == last or place == start + 1 or not _closes_paragraph(blocks[place - 1].text):
        return last
    # One long line may be a paragraph that lost its full stop; two are titles of other articles.
    return last if long == 1 else place


def _is_stray_address(blocks: Sequence[Block], place: int) -> bool:
    """The page's own address, where no line above speaks of it."""
    return bool(_ADDRESS.fullmatch(blocks[place].text)) and blocks[place - 1].text[-1] != ":"


def _closes_paragraph(text: str) -> bool:
    return is_prose(text) and ends_with_stop(text) and not text.rstrip().endswith(":")


def _is_stray(text: str) -> bool:
    if is_marked(text) or ends_with_stop(text):
        return date_line(text) is not None or author_line(text, trailing=True) is not None
    return len(text.split()) <= _LONGEST_STRAY or (is_title_like(text) and not is_prose(text))
