"""Where on a page the article stands.

trafilatura votes for words; the smallest element that holds nearly all of them is the
article; the title, the lead and the byline may stand just outside it.
"""

import contextlib
import logging
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Final

import lxml.html
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from articles.reading.draft import Reason
from articles.reading.faults import STUMBLES
from articles.reading.lines import is_prose, is_title_like, letters
from articles.reading.markup import Piece
from articles.vietnamese import normalise

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_FAST: Final = Extractor(fast=True, comments=False)
_THOROUGH: Final = Extractor(comments=False)  # compares three extractors
_ENOUGH: Final = 0.9  # of the words voted for
_SHORTEST_VOTE: Final = 12  # letters; shorter lines are on the page more than once
_BYLINE_REACH: Final = 6  # pieces after the article in which a byline or date may stand
_TOP_REACH: Final = 12  # pieces before the article, where no title was found
_SURE: Final = frozenset([Reason.CAPTION, Reason.RELATED, None])
_FEWEST_TEASERS: Final = 3


def article_blocks(tree: lxml.html.HtmlElement, pieces: list[Piece], title: str) -> list[Piece]:
    """The pieces from the title (given by its letters) to just after the article, hints sure."""
    pieces = _with_teasers(pieces)
    voted = _voted(tree, pieces)
    region = _smallest_holder(pieces, voted)
    trusted = set(region.iterancestors()) | {region}
    members = set(region.iter())
    inside = [place for place, piece in enumerate(pieces) if piece.element in members]
    first, last = inside[0], inside[-1]
    top = _title_place(pieces, first, last, title)
    start = top if top is not None else max(0, first - _TOP_REACH)
    chosen = []
    for place in range(start, min(len(pieces), last + 1 + _BYLINE_REACH)):
        piece = pieces[place]
        held = first <= place <= last
        if piece.hinted_by in trusted:
            piece = replace(piece, hint=None, hinted_by=None)
        if piece.hint in {Reason.DATE, Reason.AUTHOR}:
            piece = replace(piece, hint=None)  # the words decide, and go to date and author
        if not held and place > last and piece.hint is None and is_prose(piece.text):
            break  # another text begins
        above = place < first and place != top
        if above and piece.linked and not piece.heading and piece.hint is None:
            piece = replace(piece, hint=Reason.MENU)
        if voted[place] and is_prose(piece.text) and piece.hint not in _SURE:
            piece = replace(piece, hint=None)
        chosen.append(piece)
    return chosen


def _with_teasers(pieces: list[Piece]) -> list[Piece]:
    """Hint lists of other articles: three boxes or more, in each a linked title and a summary."""
    boxes: list[tuple[int, lxml.html.HtmlElement]] = []
    for place, (title, summary) in enumerate(pairwise(pieces)):
        if title.linked and not summary.linked and summary.hint is None:
            box = _common(title.element, summary.element)
            if box is not None and is_title_like(title.text) and not _holds(box, boxes):
                boxes.append((place, box))
    families = Counter(box.getparent() for _, box in boxes)
    hinted = list(pieces)
    for place, box in boxes:
        if families[box.getparent()] >= _FEWEST_TEASERS:
            for at in (place, place + 1):
                hinted[at] = replace(pieces[at], hint=Reason.RELATED, hinted_by=box)
    return hinted


def _common(
    one: lxml.html.HtmlElement, other: lxml.html.HtmlElement
) -> lxml.html.HtmlElement | None:
    above = {one, *one.iterancestors()}
    return next((element for element in (other, *other.iterancestors()) if element in above), None)


def _holds(box: lxml.html.HtmlElement, boxes: list[tuple[int, lxml.html.HtmlElement]]) -> bool:
    """A box that holds two pairs is the article itself, or the whole list."""
    return bool(boxes) and boxes[-1][1] is box


def _voted(tree: lxml.html.HtmlElement, pieces: list[Piece]) -> list[bool]:
    for way in (_FAST, _THOROUGH):
        wanted = letters(normalise(_main_text(tree, way)))
        votes = _found_in(wanted, pieces)
        if any(vote and is_prose(piece.text) for vote, piece in zip(votes, pieces, strict=True)):
            return votes
    prose = [is_prose(piece.text) and not piece.linked for piece in pieces]
    return prose if any(prose) else [not piece.linked for piece in pieces]


def _found_in(wanted: str, pieces: list[Piece]) -> list[bool]:
    found, end = [], 0
    for piece in pieces:
        key = piece.key
        place = -1
        if len(key) >= _SHORTEST_VOTE:
            place = wanted.find(key, end)  # most stand in the order of the page
            place = wanted.find(key) if place < 0 else place
        found.append(place >= 0)
        end = place + len(key) if place >= 0 else end
    return found


def _main_text(tree: lxml.html.HtmlElement, way: Extractor) -> str:
    with contextlib.suppress(*STUMBLES):
        found = bare_extraction(tree, options=way)  # of a copy
        if isinstance(found, Document):
            return found.raw_text or ""
    return ""


def _smallest_holder(pieces: list[Piece], voted: list[bool]) -> lxml.html.HtmlElement:
    weight: Counter[lxml.html.HtmlElement] = Counter()
    whole = 0
    for piece, vote in zip(pieces, voted, strict=True):
        if not vote or piece.hint in {Reason.RELATED, Reason.COMMENT, Reason.FOOTER}:
            continue
        whole += len(piece.text)
        weight[piece.element] += len(piece.text)
        for above in piece.element.iterancestors():
            weight[above] += len(piece.text)
    if not whole:
        return pieces[0].element.getroottree().getroot()
    enough = [element for element, held in weight.items() if held >= _ENOUGH * whole]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def _title_place(pieces: list[Piece], first: int, last: int, title: str) -> int | None:
    if title:
        same = [at for at in range(last) if pieces[at].key == title]
        before = [at for at in same if at <= first]
        if same:
            return before[-1] if before else same[0]
    heads = [at for at in range(first + 1) if pieces[at].headline]
    return heads[-1] if heads else None
