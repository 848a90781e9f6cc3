"""Loading a vocabulary file: the themes and spellings that are missing. What people wrote stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from articles.actions.theme_locks import held_among_all, stands_under
from articles.actions.vocabulary import phrases_of
from articles.models import Theme, ThemeSpelling
from articles.vietnamese import normalise, same_word_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(slots=True)
class Loaded:
    themes_made: int = 0
    spellings_added: int = 0
    clashes: list[str] = field(default_factory=list)
    """Spellings that another theme has already."""
    circles: list[str] = field(default_factory=list)
    """Themes that would have stood under themselves."""


@transaction.atomic
def load_vocabulary(rows: Iterable[Mapping[str, Any]]) -> Loaded:
    """Add the themes and spellings of a vocabulary file.

    A theme that was merged into another is not revived: its words are that one's.
    """
    loaded = Loaded()
    rows = list(rows)
    merged = _merged(rows)
    themes = {row["name"]: _theme(row, merged, loaded) for row in rows}
    own = [row for row in rows if merged.get(same_word_key(row["name"])) != themes[row["name"]]]
    _file(own, themes, loaded)
    return loaded


def _merged(rows: Sequence[Mapping[str, Any]]) -> dict[str, Theme]:
    """Give the themes that count for those that were merged, by the keys of their names."""
    keys = [same_word_key(row["name"]) for row in rows]
    gone = Theme.objects.filter(key__in=keys, merged_into__isnull=False)
    return {theme.key: theme.standing for theme in gone.select_related("merged_into")}


def _theme(row: Mapping[str, Any], merged: Mapping[str, Theme], loaded: Loaded) -> Theme:
    theme = Theme.objects.named(row["name"]) or merged.get(same_word_key(row["name"]))
    if theme is None:
        theme = Theme.objects.make(
            row["name"],
            slug=row.get("slug") or "",
            note=(row.get("note") or "").strip(),
            excludes=phrases_of(row.get("excludes") or []),
        )
        loaded.themes_made += 1
    for text in row.get("spellings") or []:
        spelling, added = ThemeSpelling.objects.get_or_create(
            key=same_word_key(text), defaults={"theme": theme, "text": normalise(text).strip()}
        )
        loaded.spellings_added += added
        if spelling.theme_id != theme.pk:
            loaded.clashes.append(text)
    return theme


def _file(rows: Iterable[Mapping[str, Any]], themes: Mapping[str, Theme], loaded: Loaded) -> None:
    """File themes that stand under nothing yet under the broader ones that the file names."""
    _none, parents = held_among_all()
    for row in rows:
        name = row.get("parent")
        theme, parent = (
            themes[row["name"]],
            name and (themes.get(name) or Theme.objects.named(name)),
        )
        if not parent or parents[theme.pk] is not None:
            continue
        if stands_under(parent.pk, theme.pk, parents):
            loaded.circles.append(row["name"])
            continue
        parents[theme.pk] = parent.pk
        Theme.objects.filter(pk=theme.pk).update(parent=parent)
