"""What a check says."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    WELL = "well"
    WARNING = "warning"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Checkup:
    name: str
    verdict: Verdict
    words: str
    """For whoever runs the desk: what was found, and what to do about it. No secrets."""


def well(name: str, words: str) -> Checkup:
    return Checkup(name, Verdict.WELL, words)


def warning(name: str, words: str) -> Checkup:
    return Checkup(name, Verdict.WARNING, words)


def failing(name: str, words: str) -> Checkup:
    return Checkup(name, Verdict.FAILING, words)
