"""What things are published on."""

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.api import parameters as given
from portal.api.cursors import by_slug, downwards
from portal.api.operations import Asked, Operation
from portal.api.problems import not_found
from portal.api.shapes import Said, Shapes, page_of
from portal.queries import editions as published
from portal.queries.documents import published_document, published_documents

DOCUMENT: Final = given.word("slug", _("The slug of the document."), "quy-dinh-08-qdi-tw")
THEME: Final = given.word("slug", _("The slug of the theme."), "neu-guong")


def _themes(request: HttpRequest, asked: Asked) -> Said:
    page = by_slug("themes", published.published_themes(), asked)
    return page_of(request, page, Shapes(request).of_theme)


def _one_theme(request: HttpRequest, asked: Asked) -> Said:
    theme = published.published_theme(asked["slug"])
    if theme is None:
        raise not_found()
    return Shapes(request).of_theme(theme)


def _documents(request: HttpRequest, asked: Asked) -> Said:
    page = downwards("documents", published_documents(), asked)
    return page_of(request, page, Shapes(request).of_document)


def _one_document(request: HttpRequest, asked: Asked) -> Said:
    document = published_document(asked["slug"])
    if document is None:
        raise not_found()
    return Shapes(request).of_document(document.newest)


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
    Operation(
        "documents",
        "/documents",
        _("Every official document that something is published on, what was published last first."),
        "DocumentPage",
        _documents,
        in_query=given.PAGING,
    ),
    Operation(
        "document",
        "/documents/{slug}",
        _("One official document; one that was merged answers as the one that stands for it."),
        "Document",
        _one_document,
        in_path=(DOCUMENT,),
    ),
)
