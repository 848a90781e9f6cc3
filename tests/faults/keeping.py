"""What rounds there were: kept in a file, so that a long run goes on where it ended; and told."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.rounds import Outcome


class Kept:
    """The rounds of one seed on one broker, in the order in which they were run."""

    def __init__(self, file: Path, seed: int, broker: str, *, resume: bool) -> None:
        self.file = file
        self.key = {"run": seed, "broker": broker}
        self.rounds: list[dict[str, object]] = []
        if resume and file.exists():
            lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
            self.rounds = [line for line in lines if self.key.items() <= line.items()]

    def add(self, outcome: "Outcome") -> None:
        row = {**self.key, **asdict(outcome)}
        self.rounds.append(row)
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

    @property
    def failed(self) -> int:
        return sum(bool(row["wrong"]) for row in self.rounds)

    def table(self) -> str:
        by_fault: dict[str, list[dict[str, object]]] = defaultdict(list)
        for row in self.rounds:
            by_fault[str(row["fault"])].append(row)
        lines = [_line("fault", "rounds", "items", "again", "failed", "heals in", "at most")]
        lines += [_line(name, *_figures(rows)) for name, rows in sorted(by_fault.items())]
        return "\n".join([*lines, _line(f"all ({self.key['broker']})", *_figures(self.rounds))])


def told(number: int, outcome: "Outcome") -> str:
    """Tell one round, and what is wrong after it."""
    line = (
        f"{number:>4} {outcome.fault:<24} {outcome.items:>4} items, {outcome.again:>3} begun again,"
        f" healed in {outcome.heal:5.1f} s, {outcome.seconds:5.1f} s in all: "
    )
    wrong = [f"       {what}" for what in outcome.wrong]
    return "\n".join([line + ("FAILED" if wrong else "whole"), *wrong])


def _figures(rows: Sequence[dict[str, object]]) -> Iterable[str]:
    heals = [float(str(row["heal"])) for row in rows if not row["wrong"]] or [0.0]
    yield str(len(rows))
    yield str(sum(int(str(row["items"])) for row in rows))
    yield str(sum(int(str(row["again"])) for row in rows))
    yield str(sum(bool(row["wrong"]) for row in rows))
    yield f"{median(heals):.1f} s"
    yield f"{max(heals):.1f} s"


def _line(name: str, *cells: str) -> str:
    return f"{name:<26}" + "".join(f"{cell:>10}" for cell in cells)
