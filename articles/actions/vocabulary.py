"""The vocabulary: themes, their names and their spellings."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import Theme, ThemeSpelling
from articles.queries.themes import is_used
from articles.refusal import Refused, require
from articles.vietnamese import normalise, same_word_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.contrib.auth.models import AbstractUser

LONGEST_NAME = 100


def create_theme(
    person: AbstractUser,
    name: str,
    *,
    parent: Theme | None = None,
    note: str = "",
    excludes: Iterable[str] = (),
) -> Theme:
    require(person, "articles.add_theme")
    name = _named(name)
    with by(person), _one_theme_each(name):
        return Theme.objects.make(
            name, parent=parent, note=note.strip(), excludes=_phrases(excludes)
        )


@transaction.atomic
def rename_theme(person: AbstractUser, theme: Theme, name: str) -> Theme:
    """Rename; the old name stays a spelling, and the address stays as it is."""
    require(person, "articles.change_theme")
    name = _named(name)
    theme = _locked(theme)
    if theme.name == name:
        return theme
    with by(person):
        _spell(theme, name)
        theme.name, theme.key, theme.sort_key = name, same_word_key(name), sort_key(name)
        theme.save(update_fields=["name", "key", "sort_key"])
    return theme


@transaction.atomic
def describe_theme(
    person: AbstractUser,
    theme: Theme,
    *,
    parent: Theme | None,
    note: str,
    excludes: Iterable[str],
) -> Theme:
    """Set what is filed under a theme: where it stands, its note, and what does not count."""
    require(person, "articles.change_theme")
    theme = _locked(theme) if parent is None else _locked_among_all(theme, parent)
    theme.parent, theme.note, theme.excludes = parent, note.strip(), _phrases(excludes)
    with by(person):
        theme.save(update_fields=["parent", "note", "excludes"])
    return theme


@transaction.atomic
def add_spelling(person: AbstractUser, theme: Theme, text: str) -> ThemeSpelling:
    require(person, "articles.change_theme")
    with by(person):
        return _spell(_locked(theme), _named(text))


@transaction.atomic
def remove_spelling(person: AbstractUser, spelling: ThemeSpelling) -> None:
    require(person, "articles.change_theme")
    theme = _locked(spelling.theme)
    if spelling.key == theme.key:
        raise Refused(_("A theme's own name is always one of its spellings."))
    with by(person):
        ThemeSpelling.objects.filter(pk=spelling.pk, theme=theme).delete()


@transaction.atomic
def delete_theme(person: AbstractUser, theme: Theme) -> None:
    """Delete a theme that was never used; one that an article has or had stays for ever."""
    require(person, "articles.delete_theme")
    theme = _locked(theme)
    if is_used(theme):
        raise Refused(
            _("The theme “%(theme)s” stands in articles, so it cannot be deleted.")
            % {"theme": theme.name}
        )
    with by(person):
        theme.delete()


@dataclass(slots=True)
class Loaded:
    themes_made: int = 0
    spellings_added: int = 0
    clashes: list[str] = field(default_factory=list)
    """Spellings that another theme has already."""


@transaction.atomic
def load_vocabulary(rows: Iterable[Mapping[str, Any]]) -> Loaded:
    """Add the themes and spellings of a vocabulary file. What people wrote stays as it is."""
    loaded = Loaded()
    rows = list(rows)
    themes = {row["name"]: _loaded_theme(row, loaded) for row in rows}
    for row in rows:
        theme, parent = themes[row["name"]], row.get("parent")
        if parent and theme.parent is None:
            theme.parent = themes.get(parent) or Theme.objects.named(parent)
            theme.save(update_fields=["parent"])
    return loaded


def _loaded_theme(row: Mapping[str, Any], loaded: Loaded) -> Theme:
    theme = Theme.objects.named(row["name"])
    if theme is None:
        theme = Theme.objects.make(
            row["name"],
            slug=row.get("slug") or "",
            note=(row.get("note") or "").strip(),
            excludes=_phrases(row.get("excludes") or []),
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


def _named(name: str) -> str:
    name = " ".join(normalise(name).split())
    if not same_word_key(name):
        raise Refused(_("A name needs at least one letter or digit."))
    if len(name) > LONGEST_NAME:
        raise Refused(_("A name has at most %(longest)s characters.") % {"longest": LONGEST_NAME})
    return name


def _phrases(lines: Iterable[str]) -> list[str]:
    phrases = (" ".join(normalise(line).split()) for line in lines)
    return list(dict.fromkeys(phrase for phrase in phrases if phrase))


def _locked(theme: Theme) -> Theme:
    locked: Theme = Theme.objects.select_for_update().get(pk=theme.pk)
    return locked


def _spell(theme: Theme, text: str) -> ThemeSpelling:
    key = same_word_key(text)
    with _one_theme_each(text, theme):
        spelling, added = theme.spellings.get_or_create(key=key, defaults={"text": text})
    if not added and spelling.text != text:
        spelling.text = text
        spelling.save(update_fields=["text"])
    return spelling


@contextmanager
def _one_theme_each(words: str, theme: Theme | None = None) -> Iterator[None]:
    """Refuse words that another theme has, also where it took them a moment ago."""
    _refuse_taken(words, theme)
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        _refuse_taken(words, theme)
        raise


def _refuse_taken(words: str, theme: Theme | None) -> None:
    taken = Theme.objects.named(words)
    if taken is not None and taken != theme:
        raise Refused(
            _("“%(words)s” already belongs to the theme “%(theme)s”.")
            % {"words": words, "theme": taken.name}
        )


def _locked_among_all(theme: Theme, parent: Theme) -> Theme:
    """Lock every theme, in one order: a circle may go through themes that nobody names."""
    themes = Theme.objects.select_for_update(no_key=True).order_by("pk")
    standing: dict[int, Theme] = {each.pk: each for each in themes}
    _refuse_circle(theme.pk, parent.pk, {pk: each.parent_id for pk, each in standing.items()})
    return standing[theme.pk]


def _refuse_circle(theme: int, parent: int, parents: Mapping[int, int | None]) -> None:
    above: int | None = parent
    for _step in parents:  # no longer, should there be a circle already
        if above is None:
            return
        if above == theme:
            raise Refused(_("A theme cannot be broader than itself."))
        above = parents.get(above)
