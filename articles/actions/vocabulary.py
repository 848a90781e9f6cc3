"""The vocabulary: themes, their names and their spellings."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions.naming import named
from articles.actions.theme_locks import held, held_among_all, stands_under
from articles.history import by
from articles.models import Theme, ThemeSpelling
from articles.models.managers import LONGEST_SORT_KEY
from articles.queries.themes import is_used
from articles.refusal import Refused, require
from articles.vietnamese import on_one_line, same_word_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.contrib.auth.models import AbstractUser

LONGEST_NAME = 100


@transaction.atomic
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
    parent = parent and held(parent)
    with by(person), _one_theme_each(name):
        return Theme.objects.make(
            name, parent=parent, note=note.strip(), excludes=phrases_of(excludes)
        )


@transaction.atomic
def rename_theme(person: AbstractUser, theme: Theme, name: str) -> Theme:
    """Rename; the old name stays a spelling, and the address stays as it is."""
    require(person, "articles.change_theme")
    name = _named(name)
    theme = held(theme)
    if theme.name == name:
        return theme
    with by(person):
        spell(theme, name)
        theme.name, theme.key = name, same_word_key(name)
        theme.sort_key = sort_key(name)[:LONGEST_SORT_KEY]
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
    theme, parent = _filed(theme, parent)
    theme.parent, theme.note, theme.excludes = parent, note.strip(), phrases_of(excludes)
    with by(person):
        theme.save(update_fields=["parent", "note", "excludes"])
    return theme


@transaction.atomic
def add_spelling(person: AbstractUser, theme: Theme, text: str) -> ThemeSpelling:
    require(person, "articles.change_theme")
    with by(person):
        return spell(held(theme), _named(text))


@transaction.atomic
def remove_spelling(person: AbstractUser, spelling: ThemeSpelling) -> None:
    require(person, "articles.change_theme")
    theme = held(spelling.theme)
    if spelling.key == theme.key:
        raise Refused(_("A theme's own name is always one of its spellings."))
    with by(person):
        ThemeSpelling.objects.filter(pk=spelling.pk, theme=theme).delete()


@transaction.atomic
def delete_theme(person: AbstractUser, theme: Theme) -> None:
    """Delete a theme that was never used; one that an article has or had stays for ever."""
    require(person, "articles.delete_theme")
    theme = held(theme, whole=True)
    if is_used(theme):
        raise Refused(
            _("The theme “%(theme)s” stands in articles, so it cannot be deleted.")
            % {"theme": theme.name}
        )
    with by(person):
        theme.delete()


def _named(name: str) -> str:
    name = named(name)
    if len(name) > LONGEST_NAME:
        raise Refused(_("A name has at most %(longest)s characters.") % {"longest": LONGEST_NAME})
    return name


def phrases_of(lines: Iterable[str]) -> list[str]:
    phrases = map(on_one_line, lines)
    return list(dict.fromkeys(phrase for phrase in phrases if phrase))


def _filed(theme: Theme, parent: Theme | None) -> tuple[Theme, Theme | None]:
    if parent is None:
        return held(theme), None
    (theme, parent), parents = held_among_all(theme, parent)
    if stands_under(parent.pk, theme.pk, parents):
        raise Refused(_("A theme cannot be broader than itself."))
    return theme, parent


def spell(theme: Theme, text: str) -> ThemeSpelling:
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
