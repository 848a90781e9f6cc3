"""The headings under which a line stands."""

from articles.finding.structure import Block

__all__ = ["Headings"]


class Headings:
    """The open headings of one text, the nearest last."""

    def __init__(self) -> None:
        self._open: list[Block] = []

    @property
    def nearest(self) -> Block | None:
        return self._open[-1] if self._open else None

    def enter(self, block: Block) -> None:
        """Go on under a heading."""
        self._open.append(block)

    def leave(self, block: Block) -> None:
        """Leave what a line does not stand under: headings of its own list, and below them."""
        if block.heading and not block.is_item:
            self._open = []
        if not block.is_item:
            return
        above = block.above()
        nearest = [place for place, each in enumerate(self._open) if each in above]
        families = [heading.family for heading in self._open]
        if nearest:
            del self._open[nearest[-1] + 1 :]
        elif block.family in families:
            del self._open[families.index(block.family) :]
