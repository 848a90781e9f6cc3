"""How taggit names themes: by their spelling, whatever the case or the place of a tone mark."""

from taggit.managers import TaggableManager


class ThemesManager(TaggableManager):  # type: ignore[misc]
    """The `themes` of an article."""
