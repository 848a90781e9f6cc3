"""Reading ruined files in a process of its own, so that a crash or a hang can be told."""

import hashlib
import multiprocessing
import resource
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, islice
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from random import Random
from typing import Final, Self

from articles.reading import Draft, Unreadable, read
from articles.reading.bundles import open_bundle
from tests.fuzz.mutations import mutated
from tests.fuzz.samples import Sample, samples

LONGEST: Final = 60.0  # seconds for one input: ten times the slowest, on a machine that is busy
_MEMORY: Final = 4 * 1024**3  # bytes of address space
_MEMBERS: Final = 20
_STARTS: Final = 60.0  # seconds to load the readers
KEPT: Final = Path(__file__).parents[2] / "var" / "fuzz"


Serve = Callable[[Connection], None]


@dataclass(frozen=True, slots=True)
class Failure:
    number: int
    name: str
    data: bytes
    why: str

    def keep(self, seed: int) -> Path:
        """Save the bytes and what they did; where they are."""
        KEPT.mkdir(parents=True, exist_ok=True)
        path = KEPT / f"{hashlib.sha256(self.data).hexdigest()[:16]}-{self.name}"
        path.write_bytes(self.data)
        path.with_suffix(".txt").write_text(f"seed {seed}, input {self.number}\n{self.why}\n")
        return path


@dataclass(slots=True)
class Report:
    seed: int
    inputs: int = 0
    drafts: int = 0
    refused: int = 0
    slowest: float = 0.0
    failures: list[Failure] = field(default_factory=list)


def ruined(seed: int, number: int) -> Sample:
    """The input of that number: the same for the same seed, on every machine."""
    chance = Random(f"{seed}:{number}")
    sample = chance.choice(samples())
    others = [other.data for other in samples()]
    name = sample.name if chance.random() < 0.8 else chance.choice(("", "bai", "x.docx", "y.pdf"))
    return Sample(name, mutated(sample.data, others, chance))


def run(
    seconds: float,
    seed: int,
    *,
    at_least: int = 1,
    serve: Serve | None = None,
    longest: float = LONGEST,
) -> Report:
    """Read ruined files for so long, and at least so many, and report."""
    report = Report(seed)
    end = time.monotonic() + seconds
    with _Reader(serve or read_all, longest) as reader:
        for number in _numbers(end, at_least):
            sample = ruined(seed, number)
            started = time.monotonic()
            answer = reader.read(sample)
            report.inputs += 1
            report.slowest = max(report.slowest, time.monotonic() - started)
            report.drafts += answer == "draft"
            report.refused += answer == "refused"
            if answer not in {"draft", "refused"}:
                report.failures.append(Failure(number, sample.name, sample.data, answer))
    return report


def _numbers(end: float, at_least: int) -> Iterator[int]:
    for number in count():
        if number >= at_least and time.monotonic() > end:
            return
        yield number


class _Reader:
    """A process that reads; another one takes its place where it dies or does not answer."""

    def __init__(self, serve: Serve, longest: float) -> None:
        self._serve = serve
        self._longest = longest
        self._context = multiprocessing.get_context("spawn")
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._stop()

    def read(self, sample: Sample) -> str:
        """`draft`, `refused`, or what went wrong."""
        line = self._line or self._start()
        line.send(tuple(sample))
        if not line.poll(self._longest):
            self._stop()
            return f"no answer after {self._longest:.0f} seconds"
        try:
            answer: str = line.recv()
        except (EOFError, ConnectionError):
            return f"the process died ({self._stop()})"
        return answer

    def _start(self) -> Connection:
        self._line, theirs = self._context.Pipe()
        self._process = self._context.Process(target=self._serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        if not self._line.poll(_STARTS):
            raise TimeoutError("The reading process does not start")
        self._line.recv()
        return self._line

    def _stop(self) -> int | None:
        """End the process, if it has not ended by itself; its exit code."""
        code = None
        if self._process is not None:
            self._process.join(timeout=1)
            self._process.kill()
            self._process.join()
            code = self._process.exitcode
        if self._line is not None:
            self._line.close()
        self._process = self._line = None
        return code


def read_all(line: Connection) -> None:
    """Read what comes, and answer how it went, until nothing comes any more."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for sample in samples():  # loads what is loaded at the first file of a kind
        outcome(*sample)
    line.send("ready")
    with suppress(EOFError):
        while True:
            name, data = line.recv()
            line.send(outcome(name, data))


def outcome(name: str, data: bytes) -> str:
    """`draft`, `refused`, or how reading it went wrong."""
    try:
        return "draft" if _read(name, data) else "refused"
    except Exception:  # noqa: BLE001 - that is what is looked for
        return traceback.format_exc(limit=-6)


def _read(name: str, data: bytes) -> bool:
    """Read it as the desk does: what is in a bundle one by one, anything else as it is."""
    try:
        bundle = open_bundle(data, name=name)
        if bundle is None:
            _check(read(data, name=name))
            return True
        for member in islice(bundle.members(), _MEMBERS):
            with suppress(Unreadable):
                _check(read(member.data, name=member.name, media_type=member.media_type))
    except Unreadable:
        return False
    return True


def _check(draft: Draft) -> None:
    """What every draft keeps."""
    assert draft.lead
    assert draft.lead in draft.body
    assert all(line == line.strip() and line for line in draft.body.split("\n"))
    assert all(draft.body[start:end].strip() for start, end in draft.headings)
    assert all(0 <= item.offset <= len(draft.body) + 1 for item in draft.dropped)
    (draft.title + draft.body + (draft.author or "") + (draft.publisher or "")).encode()
