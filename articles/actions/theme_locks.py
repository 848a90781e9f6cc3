"""Holding themes while they are changed, and the order in which they stand under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from articles.models import Theme
from articles.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


def held(theme: Theme, *, whole: bool = False) -> Theme:
    """Lock a theme that stands. Held whole, it is not given to any article meanwhile."""
    rows = Theme.objects.select_for_update(no_key=not whole)
    return _standing(rows.filter(pk=theme.pk).first(), theme)


def held_among_all(*themes: Theme) -> tuple[list[Theme], dict[int, int | None]]:
    """Lock every theme, in one order: a circle may go through themes that nobody names.

    Gives the themes that were asked for, and what every theme stands under.
    """
    rows = Theme.objects.select_for_update(no_key=True).order_by("pk")
    every: dict[int, Theme] = {theme.pk: theme for theme in rows}
    chosen = [_standing(every.get(theme.pk), theme) for theme in themes]
    return chosen, {theme.pk: theme.parent_id for theme in every.values()}


def stands_under(theme: int, other: int, parents: Mapping[int, int | None]) -> bool:
    """Whether a theme is the other one, or is filed somewhere under it."""
    above: int | None = theme
    for _step in range(len(parents) + 1):  # no longer, should there be a circle already
        if above is None or above == other:
            return above == other
        above = parents.get(above)
    return False


def _standing(held: Theme | None, asked: Theme) -> Theme:
    if held is None:
        raise Refused(_("The theme “%(theme)s” was deleted meanwhile.") % {"theme": asked.name})
    if held.merged_into_id is not None:
        raise Refused(
            _("The theme “%(theme)s” was merged into “%(into)s”.")
            % {"theme": held.name, "into": held.standing.name}
        )
    return held
