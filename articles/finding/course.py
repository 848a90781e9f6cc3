"""Which way a text looks, line after line.

A heading, an introduction or the opening of a sentence turns it ahead or back; what is found in
the sentences after that keeps it so or lets it fall back. Nothing here reads words.
"""

from typing import Final

from articles.finding.structure import Block
from articles.finding.turns import View

__all__ = ["Course"]

_STEP_BACK: Final = {
    View.AHEAD: View.AHEAD,  # only a turn or a heading ends a section
    View.TURNED: View.OPEN,
    View.ORDERED: View.OPEN,
    View.SPOKEN: View.OPEN,
    View.OPEN: View.BEHIND,
    View.BEHIND: View.BEHIND,
}
# After a task by one of these rules, sentences without a subject go on with it.
_OPENS_ORDERS: Final = frozenset(["order", "duty", "urging", "named task", "plan", "deadline"])
_SPEECH: Final = 3  # sentences in a row without a task after which a speech asks no more
_SERIES: Final = 3  # tasks in a row, after which one sentence that is none ends nothing


class Course:
    """The view of one text, as it goes on."""

    def __init__(self) -> None:
        self.view = View.OPEN
        self.in_section = False  # a heading, not a list, has turned the text ahead
        self.retold = False  # what a law lays down is told
        self.programme = False  # a plan or directive was issued, whose contents are told
        self._after_aside: View | None = None
        self._missed = 0  # sentences since the last task
        self._series = 0  # tasks in a row before that
        self._listed: set[str | None] = set()  # the families of the lists of tasks that were met

    def begin(self, block: Block, before: Block | None) -> None:
        """What a new line changes by itself."""
        if self._after_aside is not None:
            self.view, self._after_aside = self._after_aside, None
        if block.is_item:
            self._return_to_list(block)
        ended = before is not None and before.is_item and not before.heading
        if block.is_item or block.heading or self.view is not View.AHEAD:
            return
        if ended or not self.in_section:
            self.view = View.TURNED  # what follows a list may still go on with it

    def _return_to_list(self, block: Block) -> None:
        """Look ahead again at the next item of a list of tasks, whatever stood in between."""
        if self.view is View.AHEAD:
            self._listed.add(block.family)
        elif block.family in self._listed and block.starts_over is False:
            self.view, self.in_section = View.AHEAD, False
        elif block.starts_over:
            self._listed.discard(block.family)

    def turn(self, view: View, *, section: bool = False) -> None:
        """Look another way from here on, as a heading or an introduction says."""
        self.view, self.in_section = view, section and view is View.AHEAD

    def end_turn(self) -> None:
        """Take back what running text had turned: a heading that says nothing of it."""
        if self.view < View.TURNED:
            self.view = View.OPEN

    def answer(self) -> None:
        """Somebody answers a question with what must be done, whatever was told before."""
        self.view = max(self.view, View.SPOKEN)

    def retell(self) -> None:
        """From here on a law is told."""
        self.retold = True
        self.turn(View.BEHIND)

    def stop_retelling(self) -> None:
        """The article speaks again."""
        self.retold = False

    def look(self, turned: View | None, *, aside: bool) -> None:
        """Turn as the opening of a sentence says; `aside` is for its paragraph only."""
        if aside:
            if self._after_aside is None:
                self._after_aside = self.view
            self.view = View.BEHIND
        elif turned in {View.SPOKEN, View.TURNED}:
            self.view = max(self.view, turned)
        elif turned is not None:
            self.view = turned

    def pass_task(self, rule: str) -> None:
        """How it looks after a task."""
        self._series = self._series + 1 if self._missed == 0 else 1
        self._after_aside, self._missed, self.retold = None, 0, False
        if rule in _OPENS_ORDERS:
            self.view = max(self.view, View.ORDERED)

    def pass_issue(self, before: View) -> None:
        """How it looks after a paper was issued, whose contents follow."""
        self._missed += 1
        self.view, self.programme = max(before, View.ORDERED), True

    def pass_other(self, before: View, *, item: bool, tells: bool) -> None:
        """How it looks after a sentence that is no task, where it looked `before`.

        `tells`: it says what was done or how things stand.
        """
        self._missed += 1
        if self.view is View.TURNED and before < View.TURNED:
            self.view = before  # a turn that no task follows was none
        elif self.view is View.TURNED and self._missed > 1:
            self.view = View.SPOKEN if self._listed else View.OPEN
        if item:
            return
        if tells:
            self.view, self.programme = _STEP_BACK[self.view], False
        elif self.view is View.ORDERED and not self.programme:
            if self._missed > 1 or self._series < _SERIES:
                self.view = View.SPOKEN
        elif self.view is View.SPOKEN and self._missed > _SPEECH and not self._listed:
            self.view = View.OPEN
