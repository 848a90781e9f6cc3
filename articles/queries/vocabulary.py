"""The vocabulary as the finder takes it: from the database, or from the seeds without one."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import connection

from articles.finding.themes import Spelling, Vocabulary
from articles.models import Theme, ThemeSpelling

KEPT_FOR_SECONDS = 60
_VERSION = """
SELECT (SELECT max(pgh_id) FROM articles_themeevent),
    (SELECT max(pgh_id) FROM articles_themespellingevent)
"""


@dataclass(frozen=True, slots=True)
class Words:
    """By which words a theme is found, and in which it is not."""

    name: str
    spellings: list[str]
    excludes: list[str]


@dataclass(frozen=True, slots=True)
class DeskVocabulary:
    vocabulary: Vocabulary
    themes: dict[str, int]
    """Which Theme a name of the vocabulary stands for."""


@dataclass(slots=True)
class _Kept:
    version: tuple[int | None, ...]
    until: float
    desk: DeskVocabulary


_kept: list[_Kept] = []


def desk_vocabulary() -> DeskVocabulary:
    """Give the desk's vocabulary; it is built again only when a theme or a spelling has changed.

    Their histories say so, since triggers write them whatever path a change takes. The time
    limit is for a change that was numbered before the last one and committed after it.
    """
    version = _version()
    if not _kept or _kept[0].version != version or _kept[0].until < time.monotonic():
        _kept[:] = [_Kept(version, time.monotonic() + KEPT_FOR_SECONDS, _built())]
    return _kept[0].desk


def seed_vocabulary(path: Path) -> Vocabulary:
    """Read the starting vocabulary from its file, without a database."""
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return vocabulary_of(
        Words(entry["name"], entry.get("spellings") or [], entry.get("excludes") or [])
        for entry in entries
    )


def _version() -> tuple[int | None, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_VERSION)
        version: tuple[int | None, ...] = cursor.fetchone()
    return version


def _built() -> DeskVocabulary:
    themes = desk_themes()
    return DeskVocabulary(
        vocabulary_of(themes.values()), {theme.name: number for number, theme in themes.items()}
    )


def desk_themes() -> dict[int, Words]:
    """Give the words of every theme that stands, by its number."""
    spellings: dict[int, list[str]] = {}
    for theme, text in ThemeSpelling.objects.order_by("pk").values_list("theme", "text"):
        spellings.setdefault(theme, []).append(text)
    themes = Theme.objects.standing().order_by("pk").values_list("pk", "name", "excludes")
    return {pk: Words(name, spellings.get(pk, []), excludes) for pk, name, excludes in themes}


def vocabulary_of(themes: Iterable[Words]) -> Vocabulary:
    rows = list(themes)
    return Vocabulary(
        [Spelling(row.name, text) for row in rows for text in (row.name, *row.spellings)],
        {row.name: row.excludes for row in rows if row.excludes},
    )
