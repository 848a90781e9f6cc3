"""What stands above the first paragraph: title, date, byline, menus."""

import re
from typing import Final

from articles.reading.bylines import author_beside_date, author_line, is_office_of_author, is_source
from articles.reading.dates import DateLine, date_line
from articles.reading.draft import Reason
from articles.reading.furniture import is_contents_label, section_opened
from articles.reading.headline import (
    find_headline,
    first_paragraph,
    is_section_name,
    is_site_name,
    without_site,
)
from articles.reading.lines import ends_with_stop, is_marked, is_prose, letters
from articles.reading.page import Block
from articles.reading.publishers import credited_page, page_named
from articles.reading.sheet import DateStands, Sheet
from articles.vietnamese import same_word

_THIN: Final = frozenset([Reason.WIDGET, Reason.SHARE, Reason.COUNTER])  # between date and title
_NEAR_TITLE: Final = 4  # blocks; a date further above it is the clock of the page's head
_AT_PLACE: Final = re.compile(r"[^\d,]{2,40}, ngày\b")
_EMPTY_BRACKETS: Final = re.compile(r"\s*\(\s*\)$")
_BELOW_LEAD: Final = 3  # blocks; some pages print the date between the lead and the text


def take_head(sheet: Sheet, stated: str, *, given: str = "") -> int:
    """Sort out what stands above the first paragraph; the place where the body begins.

    `stated` is the title that the page's metadata states, or empty. One that is `given` is the
    title, whether it stands on the page or not.
    """
    title = _take_given(sheet, given) if given else _take_title(sheet, without_site(stated))
    known = {block.key for block in sheet.blocks[: title or 0]}
    _take_above(sheet, title or 0)
    after = title + 1 if title is not None else 0
    start = _body_start(sheet, after)
    for place in range(after, start):
        if sheet.out[place] is not Reason.CAPTION and not _take_fact(sheet, place):
            _take_leftover(sheet, place, known)
    for place in range(start, min(start + _BELOW_LEAD, len(sheet.blocks))):
        if _take_title_with_date(sheet, place):
            continue
        if sheet.date_stands < DateStands.UNDER_TITLE and not is_prose(sheet.blocks[place].text):
            _take_date(sheet, place, DateStands.UNDER_TITLE)
    return start


def _take_above(sheet: Sheet, title: int) -> None:
    """Dates and menus above the title; a labelled date is sure, a bare one may be the clock's."""
    touching, sure = True, False
    for place in reversed(range(title)):
        found = date_line(sheet.blocks[place].text)
        if found is None:
            touching = touching and sheet.out[place] in _THIN
            sheet.drop(place, Reason.MENU)
            continue
        near = place >= title - _NEAR_TITLE
        if found.labelled and near and not sure:
            sheet.date_stands, sure = DateStands.NOWHERE, True
        known = sheet.date_stands
        _take_date(sheet, place, DateStands.ABOVE_TITLE if near else DateStands.NOWHERE)
        if sheet.date_stands is not known:
            sheet.date_could_be_clock = not sure and (found.weekday or not touching)


def _take_title(sheet: Sheet, stated: str) -> int | None:
    """Find the title; its place, or None where only the markup knows it (or nobody)."""
    place = _place_of_title(sheet.blocks, stated)
    if place is None:
        sheet.title = "" if is_site_name(stated) else stated
        return None
    text = _EMPTY_BRACKETS.sub("", sheet.blocks[place].text)
    sheet.title = text if letters(text) == letters(stated) else without_site(text)
    sheet.out[place] = Reason.TITLE
    return place


def _take_given(sheet: Sheet, given: str) -> int | None:
    """Find where the page says it too, if only in much the same words."""
    sheet.title = given
    same = _said_at(sheet.blocks, given)
    place = same[-1] if same else find_headline(sheet.blocks)
    if place is None or not (same or _is_like(sheet.blocks[place].text, given)):
        return None
    sheet.out[place] = Reason.TITLE
    return place


def _said_at(blocks: list[Block], title: str) -> list[int]:
    """The places at the head where a line says the title."""
    wanted = letters(title)
    return [at for at in _head(blocks) if blocks[at].key == wanted]


def _head(blocks: list[Block]) -> range:
    return range(min(first_paragraph(blocks) + 1, len(blocks)))


def _place_of_title(blocks: list[Block], stated: str) -> int | None:
    if not stated or is_site_name(stated):
        return find_headline(blocks)
    head, same = _head(blocks), _said_at(blocks, stated)
    same = same or [at for at in head if _is_headline(blocks[at])]
    if same:
        return same[-1]
    guess = find_headline(blocks)
    if guess is None or not (_is_short(stated) or _is_like(blocks[guess].text, stated)):
        return None
    return guess


def _is_headline(block: Block) -> bool:
    """The first heading of a page; of fewer words it is a section's ("Thông báo")."""
    fewest_words = 4
    return block.headline and block.hint is None and len(block.text.split()) >= fewest_words


def _is_like(text: str, stated: str) -> bool:
    """Half of the words are the same."""
    words, wanted = _words(text), _words(stated)
    return 2 * len(words & wanted) >= len(words)


def _is_short(stated: str) -> bool:
    """Too short for a title: what windows of some pages are called."""
    fewest_words = 4
    return len(_words(stated)) < fewest_words


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", same_word(text)))


def _body_start(sheet: Sheet, after: int) -> int:
    """The first paragraph; where there are none, the first line that is nothing else."""
    title = letters(sheet.title)
    rest = range(after, len(sheet.blocks))
    own = [at for at in rest if sheet.out[at] is None and sheet.blocks[at].key != title]
    for at in own:
        text = sheet.blocks[at].text
        if is_prose(text) and not (
            _date_behind_title(sheet, text) or _is_title_again(sheet, at, title)
        ):
            return at
    for at in own:
        text = sheet.blocks[at].text
        if not (date_line(text) or author_line(text, trailing=False)):
            return at
    return len(sheet.blocks)


def _is_title_again(sheet: Sheet, place: int, title: str) -> bool:
    """The title said again, with days in brackets more."""
    shortest = 60  # letters
    key = sheet.blocks[place].key
    return len(title) >= shortest and key.startswith(title) and key[len(title) :].isdecimal()


def _take_date(sheet: Sheet, place: int, stands: DateStands) -> bool:
    found = date_line(sheet.blocks[place].text)
    if found is None:
        return False
    sheet.dated(found.day, stands)
    placed = _AT_PLACE.match(sheet.blocks[place].text)
    if stands is not DateStands.NOWHERE:
        sheet.origin = sheet.origin or page_named(found.rest)
    if stands is not DateStands.NOWHERE and not placed and sheet.author is None:
        sheet.author = author_beside_date(found.rest)
    sheet.out[place] = Reason.DATE
    return True


def _take_fact(sheet: Sheet, place: int) -> bool:
    """A date or a byline under the title."""
    if _take_date(sheet, place, DateStands.UNDER_TITLE):
        return True
    if _take_title_with_date(sheet, place):
        return True
    text = sheet.blocks[place].text
    if sheet.out[place] is not None:
        return False
    below_author = place > 0 and sheet.out[place - 1] is Reason.AUTHOR
    if below_author and is_office_of_author(text):
        sheet.out[place] = Reason.AUTHOR
        return True
    author = author_line(text, trailing=False)
    if author is None:
        return False
    sheet.author = f"{sheet.author}, {author}" if below_author and sheet.author else author
    sheet.out[place] = Reason.AUTHOR
    return True


def _take_title_with_date(sheet: Sheet, place: int) -> bool:
    again = _date_behind_title(sheet, sheet.blocks[place].text)
    if again is None:
        return False
    sheet.dated(again.day, DateStands.UNDER_TITLE)
    sheet.drop(place, Reason.REPEATED)
    return True


def _date_behind_title(sheet: Sheet, text: str) -> DateLine | None:
    """The title said again, with the date on the same line."""
    title, rest = sheet.title, text[len(sheet.title) :]
    again = title and same_word(text[: len(title)]) == same_word(title)
    return date_line(rest) if again else None


def _take_leftover(sheet: Sheet, place: int, known: set[str]) -> None:
    text, key = sheet.blocks[place].text, sheet.blocks[place].key
    if key in known:
        sheet.drop(place, Reason.MENU)  # the section's name again, under the title
    elif key == letters(sheet.title) or _is_title_again(sheet, place, letters(sheet.title)):
        sheet.drop(place, Reason.REPEATED)
    elif section_opened(text):
        sheet.drop(place, Reason.RELATED)
    elif is_contents_label(text):
        sheet.drop(place, Reason.WIDGET)
    elif is_source(text) or credited_page(text):
        sheet.origin = sheet.origin or credited_page(text)
        sheet.drop(place, Reason.SOURCE)
    elif _is_section(sheet, place) or _is_button(sheet, place) or is_section_name(text):
        sheet.drop(place, Reason.MENU)


def _is_section(sheet: Sheet, place: int) -> bool:
    """A few words between the title and the date are the section's name."""
    most_words = 6
    block, below = sheet.blocks[place], sheet.blocks[place + 1 : place + 2]
    found = date_line(below[0].text) if below else None
    short = len(block.text.split()) <= most_words and not ends_with_stop(block.text)
    return short and found is not None and (found.timed or found.labelled)


def _is_button(sheet: Sheet, place: int) -> bool:
    """Some lines of a few words right under the title of a page that was copied with its menus."""
    menus = 5
    title = next((at for at in range(place) if sheet.out[at] is Reason.TITLE), None)
    if title is None or title < menus or None in sheet.out[title:place]:
        return False
    beside = sheet.blocks[place + 1 : place + 2] or sheet.blocks[place - 1 : place]
    second = sheet.out[place - 1] is Reason.MENU
    return _is_few_words(sheet.blocks[place]) and (second or all(map(_is_few_words, beside)))


def _is_few_words(block: Block) -> bool:
    most_words = 4
    short = len(block.text.split()) <= most_words
    return short and not (ends_with_stop(block.text) or is_marked(block.text))
