"""How taggit names themes: by their spelling, whatever the case or the place of a tone mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, router, transaction
from taggit.managers import TaggableManager, _TaggableManager
from taggit.models import NaturalKeyManager

from articles.vietnamese import normalise, same_word_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.models.themes import Theme

LONGEST_SORT_KEY = 200


class ThemeManager(NaturalKeyManager, models.Manager["Theme"]):
    """Finds themes by any of their spellings, and makes them whole."""

    def standing(self) -> models.QuerySet[Theme]:
        """Give the themes to choose from: those that were not merged into another."""
        return self.filter(merged_into=None)

    def by_key(self, keys: Iterable[str]) -> dict[str, Theme]:
        """Give the theme of each `same_word_key` that is a spelling of one."""
        spellings = self.model.spellings.rel.related_model.objects.using(self.db)
        found = spellings.filter(key__in=set(keys)).select_related("theme")
        return {spelling.key: spelling.theme for spelling in found}

    def named(self, name: str) -> Theme | None:
        key = same_word_key(name)
        return self.by_key([key]).get(key)

    def make(self, name: str, **values: Any) -> Theme:
        """Make a theme with its name as its first spelling. The name must be free."""
        name = normalise(name).strip()
        key = same_word_key(name)
        if not key:
            raise ValueError("a theme needs a name")
        with transaction.atomic(using=self.db):
            theme: Theme = self.create(
                name=name, key=key, sort_key=sort_key(name)[:LONGEST_SORT_KEY], **values
            )
            theme.spellings.create(text=name, key=key)
        return theme

    def named_or_made(self, name: str) -> Theme:
        theme = self.named(name)
        if theme is not None:
            return theme
        try:
            return self.make(name)
        except IntegrityError:  # somebody else made it a moment ago
            theme = self.named(name)
            if theme is None:
                raise
            return theme


class _ThemesOfAnArticle(_TaggableManager):
    """`article.themes`: words are looked up among all spellings, never as printed."""

    def _to_tag_model_instances(self, tags: Iterable[Theme | str], _: object) -> list[Theme]:
        themes = self._theme_manager()
        tags = list(tags)
        known = themes.by_key(same_word_key(tag) for tag in tags if isinstance(tag, str))
        found: dict[Theme, None] = {}
        for tag in tags:
            if isinstance(tag, str):
                found[known.get(same_word_key(tag)) or themes.named_or_made(tag)] = None
            else:
                found[tag] = None
        return list(found)

    def remove(self, *tags: Theme | str) -> None:
        keys = (same_word_key(tag) for tag in tags if isinstance(tag, str))
        named = self._theme_manager().by_key(keys).values()
        given = (tag for tag in tags if not isinstance(tag, str))
        super().remove(*{theme.name for theme in (*named, *given)})

    def _theme_manager(self) -> ThemeManager:
        database = router.db_for_write(self.through, instance=self.instance)
        manager: ThemeManager = self.through.tag_model().objects.db_manager(database)
        return manager


class ThemesManager(TaggableManager):
    """The `themes` of an article."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"manager": _ThemesOfAnArticle, **options})  # type: ignore[no-untyped-call]
