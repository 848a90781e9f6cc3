"""What things are published on."""

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.api import parameters as given
from portal.api.cursors import by_slug
from portal.api.operations import Asked, Operation
from portal.api.problems import not_found
from portal.api.shapes import Said, Shapes, page_of
from portal.queries import editions as published

THEME: Final = given.word("slug", _("The slug of the theme."), "neu-guong")


def _themes(request: HttpRequest, asked: Asked) -> Said:
    page = by_slug("themes", published.published_themes(), asked)
    return page_of(request, page, Shapes(request).of_theme)


def _one_theme(request: HttpRequest, asked: Asked) -> Said:
    theme = published.published_theme(asked["slug"])
    if theme is None:
        raise not_found()
    return Shapes(request).of_theme(theme)


OPERATIONS: Final = (
    Operation(
        "themes",
        "/themes",
        _("Every theme that something is published on, in the order of the alphabet."),
        "ThemePage",
        _themes,
        in_query=given.PAGING,
    ),
    Operation(
        "theme",
        "/themes/{slug}",
        _("One theme; one that was merged answers as the one that it became part of."),
        "Theme",
        _one_theme,
        in_path=(THEME,),
    ),
)
