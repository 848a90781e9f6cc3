"""Tasks: what a text says is to be done, by whom, by when.

The text is taken as blocks (headings, items, paragraphs). A view (ahead, behind, open) goes
through them from turn to turn; items are judged whole, running text sentence by sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.finding.cues import Cue, CueKind, Cues
from articles.finding.due import due_within
from articles.finding.judging import Sentence, Verdict, judge
from articles.finding.phrases import folded
from articles.finding.responsible import Parties, parties_within
from articles.finding.results import Task
from articles.finding.structure import Block, blocks
from articles.finding.turns import View, heading_view, opening_view
from articles.vietnamese import same_word, sentences

__all__ = ["find_tasks"]

# "Các nhiệm vụ, giải pháp …, đó là: Tăng cường …": the words before the colon only introduce.
_INTRODUCES: Final = folded(
    r"""[^:]{0,300}?(?:nhiệm\s+vụ|giải\s+pháp|nội\s+dung|biện\s+pháp|vấn\s+đề|việc|yêu\s+cầu)
    (?:(?!\s+như\s*:)[^:]){0,160}:\s*(?=\w)""",
)
_ENDS_OPEN: Final = re.compile(r":\s*$|(?:sau|sau đây|như sau)\s*[:.]?\s*$")
_SHORTEST: Final = 12  # characters; shorter is no sentence


@dataclass(slots=True)
class _Found:
    """A task before its particulars."""

    start: int
    end: int
    block: Block
    heading: Block | None
    verdict: Verdict
    parties: Parties


def find_tasks(
    body: str,
    headings: Sequence[tuple[int, int]] = (),
    published_on: date | None = None,
) -> tuple[Task, ...]:
    """All tasks in the order of the text; none overlaps another."""
    found = list(_Reader(body, headings, published_on).read())
    parents = _parents(found)
    return tuple(
        _task(body, each, published_on)
        for each in found
        if not (each.block.is_item and id(each.block) in parents)
    )


def _parents(found: Sequence[_Found]) -> set[int]:
    """Items with sub-items that are tasks are not tasks themselves."""
    parents = set()
    for each in found:
        above = each.block.parent
        while above is not None:
            parents.add(id(above))
            above = above.parent
    return parents


def _task(body: str, found: _Found, published_on: date | None) -> Task:
    heading = found.heading
    due = due_within(body, found.start, found.end, published_on)
    return Task(
        found.start,
        found.end,
        " ".join(body[heading.start : heading.end].split()) if heading else None,
        found.block.marker,
        found.parties.responsible,
        found.parties.participating,
        due.words if due else None,
        due.first if due else None,
        due.last if due else None,
        found.verdict.rule,
        found.verdict.confidence,
    )


class _Reader:
    """Goes through one body, keeping the view and the heading."""

    def __init__(
        self,
        body: str,
        headings: Sequence[tuple[int, int]],
        published_on: date | None,
    ) -> None:
        self.body, self.text = body, same_word(body)
        self.cues = Cues(body)
        self.published_on = published_on
        self.blocks = blocks(body, self.text, headings)
        self.view = View.OPEN
        self.heading: Block | None = None
        self.sentences = _by_block(body, self.blocks)
        # The view in which a list began: each of its items is read in it.
        self.list_views: dict[int, View] = {}

    def read(self) -> Iterator[_Found]:
        for place, block in enumerate(self.blocks):
            if block.heading:
                self._turn_at_heading(block)
            elif block.is_item:
                yield from self._item(block)
            else:
                yield from self._running(block, place)

    def _turn_at_heading(self, block: Block) -> None:
        self.heading = block
        turned = heading_view(self.cues.within(block.start, block.end))
        if turned is not None:
            self.view = turned
        elif self.view is not View.AHEAD:
            self.view = View.OPEN

    def _item(self, block: Block) -> Iterator[_Found]:
        spans = self.sentences[id(block)]
        if not spans:
            return
        start, end = spans[0][0], spans[-1][1]
        cues = self.cues.within(start, end)
        turned = opening_view(self.text, start, end, cues, self.published_on)
        if turned is not None and turned is not self.view:
            self.view = turned
        if _ENDS_OPEN.search(self.text, max(start, end - 12), end) and block.children:
            self._introduce(cues)
            return
        yield from self._judged(block, start, end, cues)

    def _running(self, block: Block, place: int) -> Iterator[_Found]:
        for start, end in self.sentences[id(block)]:
            cues = self.cues.within(start, end)
            turned = opening_view(self.text, start, end, cues, self.published_on)
            if turned is not None:
                self.view = turned
            if self._opens_list(start, end, place):
                self._introduce(cues)
                continue
            begin = self._after_introduction(start, end)
            yield from self._judged(block, begin, end, self.cues.within(begin, end))

    def _opens_list(self, start: int, end: int, place: int) -> bool:
        if self.text[end - 1] == ":":
            return True
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        return (
            following is not None
            and following.is_item
            and end == self.blocks[place].end
            and _ENDS_OPEN.search(self.text, max(start, end - 12), end) is not None
        )

    def _introduce(self, cues: Sequence[Cue]) -> None:
        """Turn as the words before a list say."""
        kinds = {cue.kind for cue in cues}
        if kinds & {CueKind.ORDER, CueKind.DUTY} and CueKind.DONE not in kinds:
            self.view = View.AHEAD
            return
        turned = heading_view(cues)
        if turned is not None:
            self.view = turned

    def _after_introduction(self, start: int, end: int) -> int:
        found = _INTRODUCES.match(self.text, start, end)
        if found is None or end - found.end() < _SHORTEST:
            return start
        cues = self.cues.within(start, found.end())
        kinds = {cue.kind for cue in cues}
        if CueKind.TODO not in kinds and not kinds & {CueKind.ORDER, CueKind.DUTY}:
            return start
        if CueKind.DONE in kinds or CueKind.FOUND in kinds:
            return start
        self.view = View.AHEAD
        return found.end()

    def _judged(
        self,
        block: Block,
        start: int,
        end: int,
        cues: Sequence[Cue],
    ) -> Iterator[_Found]:
        if end - start < _SHORTEST:
            return
        parties = parties_within(self.body, self.text, start, end, cues)
        named = bool(parties.responsible)
        sentence = Sentence(self.text, start, end, cues, self.view, block.is_item, named)
        verdict = judge(sentence)
        if verdict.is_task:
            yield _Found(start, end, block, self.heading, verdict, parties)
        self._go_on(sentence, verdict)

    def _go_on(self, sentence: Sentence, verdict: Verdict) -> None:
        """How the text looks after a sentence that made no turn by its opening."""
        kinds = {cue.kind for cue in sentence.cues}
        if verdict.is_task:
            if verdict.rule == "order" and self.view is not View.AHEAD:
                self.view = View.ORDERED
        elif not sentence.item and kinds & {CueKind.DONE, CueKind.STATE} and verdict.score < -1:
            self.view = View(max(View.BEHIND, self.view - 1)) if self.view else View.BEHIND


def _by_block(body: str, found: Sequence[Block]) -> dict[int, list[tuple[int, int]]]:
    """The sentences of each block, without the markers."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for block in found:
        words = body[block.start : block.end]
        spans[id(block)] = [
            (block.start + start, block.start + end) for start, end in sentences(words)
        ]
    return spans
