"""From a page to a draft: what is the article's own, and what only stands around it.

Every block of the page ends up in the body or in `dropped`, with the reason; nothing is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from articles.reading.bylines import author_beside_date, author_line, is_source, repost
from articles.reading.captions import take_credited, take_scenes
from articles.reading.dates import date_line, fits
from articles.reading.draft import Draft, Dropped, Reason, Span
from articles.reading.faults import Fault, Unreadable
from articles.reading.furniture import Section, furniture, section_opened
from articles.reading.glued import split_glued
from articles.reading.head import take_head
from articles.reading.joining import join_broken
from articles.reading.letterhead import official_in_place
from articles.reading.lines import ends_with_stop, is_marked, is_prose, letters
from articles.reading.names import are_names
from articles.reading.page import Block, Page
from articles.reading.publishers import (
    dateline,
    owner,
    page_named,
    presenter,
    without_dateline,
)
from articles.reading.sheet import DateStands, Sheet
from articles.reading.signatures import take_signatures
from articles.reading.tail import box_end, find_end

_SIGNED_END: Final = re.compile(
    r"(?P<words>.*(?:/\.|[.!?…]))\s+(?P<name>\(?(?:theo|nguồn:)\s[^\s,][^,;!?]{2,70})",
    re.IGNORECASE,
)
# `…so với cùng kỳ.Thu Hà`: a name that lost its line.
_GLUED_END: Final = re.compile(
    r"(?P<words>.*[\w”\")](?:/\.|[.!?…]))"
    r"(?P<name>[^\W\d_a-z][^\W\d_]*(?:[ –-]+[^\W\d_a-z][^\W\d_]*){1,5})"
)
_BELOW_LEAD: Final = 3  # paragraphs; the first may be a summary without a dateline
_MOST_WORDS_BELOW: Final = 3
_SHORTEST_TWIN: Final = 60  # letters; shorter lines may rightly stand twice in an article
_LABELLED: Final = re.compile(r"[^:.;!?\d]{3,45}:\s")
_SIGNING_LINES: Final = 4
_DASHES: Final = " -–—"


def clean(page: Page) -> Draft:
    """Make a draft of a page, or raise `Unreadable` (`no_body`)."""
    document = official_in_place(join_broken(page.blocks))
    page = replace(page, facts=page.facts.or_else(document.facts))
    blocks = _split_signed_ends(split_glued(document.blocks))
    sheet = Sheet(blocks, [block.hint or furniture(block.text) for block in blocks])
    start = take_head(sheet, document.facts.title or page.facts.title, given=page.given.title)
    take_credited(sheet, start)
    take_signatures(sheet, start)
    end = len(sheet.blocks) if page.alone else find_end(sheet.blocks, sheet.out, start)
    if not page.alone:
        _take_boxes(sheet, start, end)
    take_scenes(sheet, start, end)
    _take_tail(sheet, end)
    _take_author_above(sheet, start)
    if page.alone:
        _take_last_lines(sheet, start)
    _take_repeated(sheet, alone=page.alone)
    _take_dateline(sheet)
    return _draft(sheet, page)


def _split_signed_ends(blocks: Sequence[Block]) -> list[Block]:
    """`…hiệu quả./. THU HÀ`, `…rèn luyện. Theo TTXVN`: the name is a line of its own."""
    split: list[Block] = []
    for block in blocks:
        words, name = _signed(block.text)
        if name and is_prose(words):
            split += [replace(block, text=words), Block(name, tight=True)]
        else:
            split.append(block)
    return split


def _signed(text: str) -> tuple[str, str]:
    """The words and the signature of a paragraph; the latter empty where it has none."""
    words, stop, name = text.rpartition("/. ")
    if stop and author_line(name, trailing=True):
        return words + "/.", name.strip()
    if ends_with_stop(text):
        return text, ""
    glued = _GLUED_END.fullmatch(text)
    if glued and are_names(glued["name"], surname=False):
        return glued["words"], glued["name"].strip()
    credit = _SIGNED_END.fullmatch(text)
    if credit and (is_source(credit["name"]) or author_line(credit["name"], trailing=True)):
        return credit["words"], credit["name"]
    return text, ""


# --- the body ----------------------------------------------------------------------------------


def _take_boxes(sheet: Sheet, start: int, end: int) -> None:
    """Boxes of related links in the middle of the text, and links that are lines."""
    place = start
    while place < end:
        after = box_end(sheet.blocks, sheet.out, place)
        for at in range(place, after if after is not None else place):
            sheet.drop(at, Reason.RELATED)
        if after is None:
            _take_body_line(sheet, place)
        place = max(after or 0, place + 1)


def _take_body_line(sheet: Sheet, place: int) -> None:
    block = sheet.blocks[place]
    if block.linked and not is_prose(block.text):
        sheet.drop(place, Reason.RELATED)
    elif section_opened(block.text) in {Section.COMMENT, Section.COUNTER}:
        sheet.drop(place, Reason.WIDGET)


def _take_repeated(sheet: Sheet, *, alone: bool) -> None:
    """What a page prints twice. In a document that was made alone only the title can be that."""
    seen: set[str] = set()
    title = letters(sheet.title)
    for place, block in enumerate(sheet.blocks):
        if sheet.out[place] is not None:
            continue
        key = block.key
        twin = key in seen and len(key) >= _SHORTEST_TWIN and not (alone or _is_item(block.text))
        if (key == title and title) or twin:
            sheet.drop(place, Reason.REPEATED)
        seen.add(key)


def _is_item(text: str) -> bool:
    """`- Cơ quan phối hợp: các sở, ban, ngành`: what a plan says of every task alike."""
    return is_marked(text) or _LABELLED.match(text) is not None


def _take_dateline(sheet: Sheet) -> None:
    """Take the publisher from the mark before the first words, which stays where it is printed.

    A mark that is a line of its own is no words of the article; nor is a dash that was left alone.
    """
    for place, block in enumerate(sheet.blocks):
        if sheet.out[place] is not None:
            continue
        if _is_dateline(sheet, place):
            return
        bare = block.text.lstrip(_DASHES)
        if (bare[:1].isupper() or bare[:1].isdigit()) and not _is_listed(sheet, place):
            _cut(sheet, place, len(block.text) - len(bare))
        if is_prose(block.text):
            break
    own = (place for place, reason in enumerate(sheet.out) if reason is None)
    for place in islice(own, _BELOW_LEAD):
        if sheet.blocks[place].text[0] == "(" and _is_dateline(sheet, place, below=True):
            return


def _is_dateline(sheet: Sheet, place: int, *, below: bool = False) -> bool:
    """Below the first paragraph only a short name in brackets is sure to be one."""
    text = sheet.blocks[place].text
    found = dateline(text)
    if found is None or (below and len(found.publisher.split()) > _MOST_WORDS_BELOW):
        return False
    if found.sure or not sheet.origin:
        sheet.publisher = found.publisher
    if found.end == len(text):
        sheet.drop(place, Reason.DATELINE)
    return True


def _is_listed(sheet: Sheet, place: int) -> bool:
    """Whether the next line of the text begins with a dash, too."""
    after = range(place + 1, len(sheet.blocks))
    following = next((at for at in after if sheet.out[at] is None), None)
    return following is not None and sheet.blocks[following].text[0] in _DASHES


def _cut(sheet: Sheet, place: int, length: int) -> None:
    block = sheet.blocks[place]
    if not length:
        return
    sheet.blocks[place : place + 1] = [
        Block(block.text[:length].strip()),
        replace(block, text=block.text[length:].strip()),
    ]
    sheet.out.insert(place, Reason.DATELINE)


# --- the foot ----------------------------------------------------------------------------------


def _take_last_lines(sheet: Sheet, start: int) -> None:
    """A document that was made alone has nothing below its text but who wrote it, and when."""
    own = [at for at in range(start + 1, len(sheet.out)) if sheet.out[at] is None]
    for place in own[-_SIGNING_LINES:]:
        if not is_prose(sheet.blocks[place].text):
            _take_signature(sheet, place)


def _take_tail(sheet: Sheet, end: int) -> None:
    section: Section | None = None
    tagged = False
    for place in range(end, len(sheet.blocks)):
        block = sheet.blocks[place]
        section = (section_opened(block.text) if block.hint is None else None) or section
        tagged = tagged or sheet.out[place] is Reason.TAGS
        if section is None and tagged and _take_origin(sheet, place):
            continue
        if section is None and _take_signature(sheet, place):
            continue
        sheet.drop(place, Reason(section.value) if section else Reason.MENU)


def _take_author_above(sheet: Sheet, start: int) -> None:
    """The name under the title, where it signs the text too."""
    name = letters(sheet.author or "")
    for place in range(start):
        if name and sheet.out[place] is None and sheet.blocks[place].key == name:
            sheet.drop(place, Reason.AUTHOR)


def _take_origin(sheet: Sheet, place: int) -> bool:
    """A name under the tags of a gathered page is the newspaper's: `NLĐ`."""
    text = sheet.blocks[place].text
    most_words = 4
    if sheet.out[place] is not None or len(text.split()) > most_words or not text[0].isupper():
        return False
    sheet.origin = sheet.origin or text
    sheet.out[place] = Reason.SOURCE
    return True


def _take_signature(sheet: Sheet, place: int) -> bool:
    """Bylines, sources and dates between the last paragraph and the foot of the page."""
    text = sheet.blocks[place].text
    if sheet.out[place] is not None:
        return True
    page = page_named(text)
    if is_source(text) or page:
        sheet.origin = sheet.origin or page
        sheet.out[place] = Reason.SOURCE
        return True
    found = date_line(text)
    if found is not None:
        touching = sheet.out[place - 1] in {None, Reason.AUTHOR}
        if found.labelled or (found.timed and touching):
            sheet.dated(found.day, DateStands.BELOW)
        if touching and (signer := author_beside_date(found.rest)):
            sheet.signed(signer)
        sheet.out[place] = Reason.DATE
        return True
    author = author_line(text, trailing=True)
    if author is None:
        return False
    sheet.signed(author)
    if original := repost(text):
        sheet.origin = sheet.origin or original.publisher
    sheet.out[place] = Reason.AUTHOR
    return True


# --- the draft ---------------------------------------------------------------------------------


def _draft(sheet: Sheet, page: Page) -> Draft:
    lines: list[str] = []
    headings: list[Span] = []
    dropped: list[Dropped] = []
    offset = 0
    lead = ""
    for block, reason in zip(sheet.blocks, sheet.out, strict=True):
        if reason is not None:
            dropped.append(Dropped(block.text, reason, offset))
            continue
        if block.heading:
            headings.append(Span(offset, offset + len(block.text)))
        elif not lead:
            lead = without_dateline(block.text)
        lines.append(block.text)
        offset += len(block.text) + 1
    if not lead:
        raise Unreadable(Fault.NO_BODY)
    given, facts = page.given, page.facts
    return Draft(
        title=sheet.title,
        published_on=given.published_on or _day(sheet, lines) or facts.published_on,
        author=given.author or sheet.author or facts.author,
        publisher=given.publisher or sheet.publisher or facts.publisher or _origin(sheet, lead),
        source_url=given.source_url or facts.source_url,
        lead=lead,
        body="\n".join(lines),
        headings=tuple(headings),
        dropped=tuple(dropped),
        encoding=page.encoding,
        media_type=page.media_type,
    )


def _day(sheet: Sheet, lines: Sequence[str]) -> date | None:
    """The day found; one above the title may be that on which somebody saved the page."""
    day = sheet.published_on
    if day is None or not sheet.date_could_be_clock:
        return day
    beside = [
        block.text
        for block, reason in zip(sheet.blocks, sheet.out, strict=True)
        if reason in {Reason.SOURCE, Reason.TAGS}
    ]
    return day if fits(day, [sheet.title, *lines, *beside]) else None


def _origin(sheet: Sheet, lead: str) -> str | None:
    """Where the text was taken from; else whose page it is, by a line at its head or foot."""
    if sheet.origin:
        return sheet.origin
    if presented := presenter(lead):
        return presented
    for block, reason in zip(sheet.blocks, sheet.out, strict=True):
        if reason in {Reason.MENU, Reason.FOOTER} and (name := owner(block.text)):
            return name
    return None
