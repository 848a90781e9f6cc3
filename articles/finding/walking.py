"""The walk through one text: which way it looks at every line, and what is a task there.

The text is taken as blocks (headings, items, paragraphs). A view (ahead, behind, open) goes
through them from turn to turn; items are judged whole, running text sentence by sentence.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from articles.finding.clauses import (
    answered,
    answers,
    clauses,
    consequence,
    enumerated,
    opening,
    quoted,
    up_to_order,
)
from articles.finding.course import Course
from articles.finding.cues import Cue, CueKind, Cues
from articles.finding.evidence import commands
from articles.finding.found import Found
from articles.finding.headings import Headings
from articles.finding.introductions import (
    ACCORDINGLY,
    ANNOUNCES,
    DUE_ALONE,
    ENDS_OPEN,
    GROUNDS,
    INTRODUCES,
    ISSUES,
    JUST_ISSUED,
    KEYWORDS,
    PICTURE,
    is_caption,
    is_head_of_tasks,
    is_particular,
    is_table_head,
)
from articles.finding.judging import ENOUGH, Sentence, Verdict, is_hopeless, judge
from articles.finding.laws import cites_law, is_laws_heading, quotes_paper, retells_law
from articles.finding.lines import goes_on, sentences_by_block
from articles.finding.lists import calls, is_programme, opens_list
from articles.finding.names import name_at
from articles.finding.responsible import Parties, parties_of, subject_of
from articles.finding.senses import Senses, without_settled
from articles.finding.squeezed import Squeezed
from articles.finding.standing import Standing
from articles.finding.structure import Block, blocks
from articles.finding.turns import View, heading_view, is_aside, opening_view
from articles.finding.voices import is_of_no_office

__all__ = ["Walk"]

# Without any of these a sentence sets out nothing to be done.
_DOING: Final = frozenset(
    [CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.ORDER, CueKind.URGE, CueKind.PLEDGE],
)
_ASKS: Final = frozenset([CueKind.ORDER, CueKind.DUTY, CueKind.PLEDGE, CueKind.URGE])
_CALLS: Final = frozenset([CueKind.ACT, CueKind.VERB])  # among orders both open one
_PARTS_OF_LAWS: Final = frozenset(["group", "figure", "bracket", "letter", "dash", "plus", "dot"])
_LONGEST_TURN: Final = 100  # characters of a heading that says what its section holds
_SHORT_TURN: Final = 60  # characters; at the head of a text a longer one is its title
_STOPS: Final = ".;:!?…"
_SHORTEST: Final = 12  # characters; shorter is no sentence


class Walk:
    """Goes through one body, keeping the view and the heading."""

    def __init__(
        self,
        body: str,
        squeezed: Squeezed,
        headings: Sequence[tuple[int, int]],
        published_on: date | None,
    ) -> None:
        self.body, self.text = body, squeezed.text
        self.cues = Cues(body, squeezed)
        self.published_on = published_on
        self.blocks = blocks(body, self.text, headings, acts=self._acts)
        self.course = Course()
        self.standing = Standing(body, squeezed)
        self.last = (0, 0)  # the sentence before
        self.law: Block | None = None  # the paragraph that last said which law wants something
        self.particular = False  # the line before gives a particular of a task, and goes on
        self.latest: Found | None = None  # the task that particulars would belong to
        self.headings = Headings()
        self.alone: Found | None = None  # a heading that is a task itself if none follows it
        self.turns: list[Block] = []  # the headings that have turned the text
        self.sentences = sentences_by_block(body, self.blocks)

    def _acts(self, at: int) -> bool:
        """Whether a verb of doing stands at an offset, or the name of who does it."""
        cues = self.cues.within(at, at + 1)
        doing = any(cue.kind in _DOING for cue in cues)
        return doing or name_at(self.body, self.text, at) is not None

    def read(self) -> Iterator[Found]:
        before: Block | None = None
        for place, block in enumerate(self.blocks):
            self.course.begin(block, before)
            self.headings.leave(block)
            if self.alone and (block.heading or block.family == self.alone.block.family):
                yield self.alone
                self.alone = None
            asked = before is not None and self.text.endswith("?", before.start, before.end)
            if asked and answers(self.text, *block.span, self.cues.within(*block.span)):
                self.course.answer()
            if block.heading:
                self.latest = None
                self.alone = self._standing_alone(block)
                self._turn_at_heading(block)
            for found in () if block.heading else self._block(block, place):
                self.alone = None
                yield found
            before = block
        if self.alone:
            yield self.alone

    def _block(self, block: Block, place: int) -> Iterator[Found]:
        if is_table_head(self.text, *block.span):
            if is_head_of_tasks(self.text, *block.span):
                self.course.turn(View.AHEAD, section=True)
            return iter(())
        return self._item(block, place) if block.is_item else self._running(block, place)

    def _standing_alone(self, block: Block) -> Found | None:
        """The task that an item names which looks like a heading, should none follow under it."""
        if not block.is_item or block.children or self.course.view is not View.AHEAD:
            return None
        if not calls(block, self.cues):
            return None
        verdict = Verdict(ENOUGH, "list item")
        return Found(block.start, block.end, block, self.headings.nearest, verdict, Parties())

    def _turn_at_heading(self, block: Block) -> None:
        if not block.is_item and PICTURE.match(self.text, block.start, block.end):
            return
        self.headings.enter(block)
        if self.course.retold:
            if block.family in _PARTS_OF_LAWS or is_laws_heading(self.text, *block.span):
                return
            self.course.stop_retelling()
        if not block.is_item and block.end - block.start > _LONGEST_TURN:
            return  # so long a line may be a caption, and says too much to turn the text
        turned = heading_view(
            self.text, block.start, block.end, self.cues.within(block.start, block.end)
        )
        title = block is self.blocks[0] and block.end - block.start > _SHORT_TURN
        if turned is View.BEHIND and title:
            return  # the title: the text need not be a report because the meeting heard one
        if turned is not None:
            self.turns.append(block)
            self.course.turn(turned, section=True)
        else:
            self.course.end_turn()

    def _item(self, block: Block, place: int) -> Iterator[Found]:
        spans = self.sentences[id(block)]
        if not spans:
            return
        start, end = spans[0][0], spans[-1][1]
        if self._is_particular(start, end):
            return
        if self.body[start:end].isupper():
            return  # a title, or the names of a page's sections
        cues = self.cues.within(start, end)
        if block.cells and not self._acts(start):
            return  # "1 | Tỷ lệ hộ nghèo | %": a table of figures or of people
        open_ended = ENDS_OPEN.search(self.text, max(start, end - 60), end)
        if self.body[end - 1] == ":" or (block.children and open_ended):
            self._introduce(start, end, cues)
            return
        if self.course.view is View.OPEN and is_programme(self.blocks, place, self.cues):
            self.course.turn(View.ORDERED)
        found = self._judged(block, start, end, cues)
        if found:
            yield found

    def _running(self, block: Block, place: int) -> Iterator[Found]:
        if is_caption(self.text, *block.span) or KEYWORDS.match(self.text, *block.span):
            return
        spans = self.sentences[id(block)]
        broken, self.particular = self.particular, False
        if self.latest and spans and self._is_particular(spans[0][0], spans[-1][1]):
            return
        # "Cơ quan chủ trì: Sở Nội vụ, Sở | Tài chính": the line above goes on.
        if broken or self._is_picture(spans):
            return
        last: Found | None = None
        if spans and goes_on(self.body, self.blocks, place):
            last, spans = self._go_on_above(place, spans[0][1]), spans[1:]
        for start, end in spans:
            cues = self.cues.within(start, end)
            if opens_list(self.text, self.blocks, place, start, end):
                self._introduce(start, end, cues)
                continue
            begin = self._after_introduction(start, end)
            if last and last.end <= start and DUE_ALONE.match(self.text, start, end):
                last.end = end
                continue
            found = self._judged(block, begin, end, self.cues.within(begin, end))
            if found:
                last = found
                yield found

    def _go_on_above(self, place: int, end: int) -> Found | None:
        """The task above, up to where its broken line ends; None where there is none."""
        if self.latest is None or self.latest.end != self.blocks[place - 1].end:
            return None
        self.latest.end = end
        return self.latest

    def _is_particular(self, start: int, end: int) -> bool:
        """Whether a line gives a particular of the task above; it is kept with that."""
        if not is_particular(self.text, start, end):
            return False
        self.particular = self.body[end - 1] not in _STOPS
        if self.latest:
            self.latest.particulars.append((start, end))
        return True

    def _is_picture(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether a paragraph of one sentence only says who does what in a picture."""
        if len(spans) != 1 or not PICTURE.match(self.text, *spans[0]):
            return False
        cues = self.cues.within(*spans[0])
        return not any(
            cue.kind in _ASKS or self.text.startswith("chỉ đạo", cue.start) for cue in cues
        )

    def _introduce(self, start: int, end: int, cues: Sequence[Cue]) -> None:
        """Turn as the words before a list say."""
        cues = without_settled(self.text, cues)
        kinds = {cue.kind for cue in cues}
        if CueKind.ORDER not in kinds and retells_law(self.text, start, end):
            self.course.retell()
            return
        if CueKind.ORDER in kinds or quotes_paper(self.text, start, end):
            self.course.stop_retelling()
        grounds = GROUNDS.match(self.text, start, end)
        said = {cue.kind for cue in cues if not grounds or cue.start >= grounds.end()}
        looks_back = said & {CueKind.DONE, CueKind.FOUND, CueKind.BEHIND}
        asks = bool(kinds & {CueKind.ORDER, CueKind.DUTY})
        if CueKind.DONE in kinds:
            asks = self._issues_an_order(start, cues)
        if asks or (CueKind.URGE in kinds and not looks_back):
            self.standing.grants(start, cues)
            self.course.turn(View.AHEAD)
            return
        turned = heading_view(self.text, start, end, cues)
        if turned is None and not looks_back and ANNOUNCES.search(self.text, start, end):
            turned = View.ORDERED
        if turned is not None:
            self.course.turn(turned)

    def _issues_an_order(self, start: int, cues: Sequence[Cue]) -> bool:
        """Whether what was done is to ask in writing: "đã ban hành công văn yêu cầu … sau:"."""
        order = next((cue for cue in cues if cue.kind is CueKind.ORDER), None)
        return order is not None and ISSUES.search(self.text, start, order.start) is not None

    def _after_introduction(self, start: int, end: int) -> int:
        colon = self.text.find(":", start, end) >= 0
        found = INTRODUCES.match(self.text, start, end) if colon else None
        if found is None or end - found.end() < _SHORTEST:
            return start
        cues = without_settled(self.text, self.cues.within(start, found.end()))
        kinds = {cue.kind for cue in cues}
        calls = {CueKind.ACT} if self.course.view < View.ORDERED else _CALLS
        first = cues[0] if cues and cues[0].kind in calls else None
        if first and first.start == opening(self.text, start, end):
            return start  # "Đẩy mạnh …; thực hiện phương châm: kỷ cương, liêm chính"
        if not kinds & {CueKind.TODO, CueKind.AHEAD, CueKind.ORDER, CueKind.DUTY}:
            return start
        if kinds & {CueKind.DONE, CueKind.FOUND}:
            return start
        self.course.turn(View.AHEAD)
        return found.end()

    def _judged(self, block: Block, start: int, end: int, cues: Sequence[Cue]) -> Found | None:
        if end - start < _SHORTEST:
            return None
        before = self.course.view
        drawn = consequence(self.text, start, end, cues)
        quote = quoted(self.text, start, end, cues) or answered(self.text, start, end, cues)
        begin = drawn or quote or start
        if before >= View.ORDERED:
            begin = enumerated(self.text, begin, end) or begin
        heads: Sequence[int] = clauses(self.body, self.text, begin, end)
        senses = Senses(self.body, self.text, begin, heads[-1], end, ahead=before >= View.ORDERED)
        cues = senses.of([cue for cue in cues if cue.start >= begin])
        heads = up_to_order(self.text, heads, cues)
        owed = drawn and any(cue.kind in {CueKind.DUTY, CueKind.ORDER} for cue in cues)
        turned = View.TURNED if owed else self._opening_view(begin, heads, cues)
        self.last = start, end
        if self.course.retold and not self._speaks_again(block, turned, cues):
            self.course.pass_other(before, item=block.is_item, tells=False)
            return None
        aside = turned is None and is_aside(self.text, heads, cues)
        if block.is_item and before is View.AHEAD and turned is View.BEHIND:
            turned, aside = None, True  # an item looks back; the list goes on
        self.course.look(turned, aside=aside)
        view = self.course.view
        doing = any(cue.kind in _DOING for cue in cues) or commands(self.text, heads[-1])
        if (view is not View.AHEAD and not doing) or is_of_no_office(self.text, start, end):
            self._pass_over(cues, before, item=block.is_item)
            return None
        if not block.is_item and is_hopeless(self.text, begin, heads[-1], end, cues, view):
            self._pass_over(cues, before, item=False)
            return None
        subject = subject_of(self.body, self.text, begin, heads[-1], end, cues)
        sentence = Sentence(
            self.body,
            self.text,
            begin,
            heads[-1],
            end,
            cues,
            view,
            block.is_item,
            subject.end,
            self.published_on,
            aside or turned is View.BEHIND,
            under_law=self.law is block,
        )
        if not block.is_item and cites_law(self.text, heads[-1], begin, end):
            self.law = block
        verdict = judge(sentence)
        if verdict.is_task and not self.standing.grants(begin, cues):
            verdict = Verdict(0.0, verdict.rule)
        self._go_on(sentence, verdict, before)
        if not verdict.is_task:
            return None
        parties = parties_of(self.body, self.text, begin, end, cues, subject)
        self.latest = Found(start, end, block, self.headings.nearest, verdict, parties)
        return self.latest

    def _speaks_again(self, block: Block, turned: View | None, cues: Sequence[Cue]) -> bool:
        """Whether the article itself goes on after what a law lays down."""
        if block.is_item:
            return False
        if turned is not None:
            self.course.stop_retelling()
        return turned is not None or any(cue.kind is CueKind.ORDER for cue in cues)

    def _opening_view(self, begin: int, heads: Sequence[int], cues: Sequence[Cue]) -> View | None:
        turned = opening_view(self.text, begin, heads, cues, self.published_on)
        if turned is None and ACCORDINGLY.match(self.text, begin):
            return View.TURNED if ISSUES.search(self.text, *self.last) else None
        return turned

    def _go_on(self, sentence: Sentence, verdict: Verdict, before: View) -> None:
        """How the text looks after a sentence."""
        if verdict.is_task:
            orders = any(cue.kind is CueKind.ORDER for cue in sentence.cues)
            self.course.pass_task("order" if orders else verdict.rule)
            return
        owes = any(cue.kind in {CueKind.DUTY, CueKind.ORDER} for cue in sentence.cues)
        self._pass_over(() if owes else sentence.cues, before, item=sentence.item)

    def _pass_over(self, cues: Sequence[Cue], before: View, *, item: bool) -> None:
        """How the text looks after a sentence that is no task."""
        if not item and JUST_ISSUED.search(self.text, *self.last):
            self.course.pass_issue(before)
            return
        tells = any(cue.kind in {CueKind.DONE, CueKind.STATE} for cue in cues)
        self.course.pass_other(before, item=item, tells=tells)
