"""An edition as a Word document."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

import docx
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length

from portal.exports.corrections import lines
from portal.exports.taken import Taken
from portal.markdown import words
from portal.models import Edition, EditionCorrection, Picture
from portal.queries.printed import PrintedEntry
from portal.templatetags.public import long_date, short_date
from portal.terms import terms

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FACE: Final = "Times New Roman"  # has every Vietnamese letter, and stands on every desk
_STYLES: Final = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Quote", "Caption")


def in_docx(taken: Taken) -> Iterator[bytes]:
    document, edition = _document(), taken.edition
    document.core_properties.title = edition.title
    document.core_properties.author = "Duyệt"
    document.add_heading(edition.title, 0)
    said = {"number": edition.number, "day": long_date(edition.published_at)}
    document.add_paragraph(_("Edition %(number)d, %(day)s") % said, "Subtitle")
    if edition.picture:
        _add_picture(document, edition, edition.picture)
    if edition.introduction:
        document.add_paragraph(words(edition.introduction))
    _add_corrections(document, edition.corrections.filter(entry=None))
    section = ""
    for printed in taken.entries:
        if printed.entry.section != section:
            section = printed.entry.section
            document.add_heading(section, 1)
        _add(document, printed, level=2 if section else 1)
    document.add_paragraph("_" * 20)
    document.add_paragraph(taken.address)
    document.add_paragraph(terms())
    whole = BytesIO()
    document.save(whole)
    yield whole.getvalue()


def _document() -> Document:
    """Give an empty one in Vietnamese: its spelling is checked as such."""
    document = docx.Document()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    for name in _STYLES:
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]  # a theme's font would win over the one that is named
        for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(script), FACE)
    return document


def _add_picture(document: Document, edition: Edition, picture: Picture) -> None:
    width = picture.widths[min(1, len(picture.widths) - 1)]
    with default_storage.open(picture.file_of(width)) as file:
        shown = document.add_picture(BytesIO(file.read()), _text_width(document))
    shown._inline.docPr.set("descr", edition.picture_alt)  # noqa: SLF001  (the library has no way)
    if edition.picture_credit:
        document.add_paragraph(edition.picture_credit, "Caption")


def _text_width(document: Document) -> Length:
    page = document.sections[0]
    margins = (page.left_margin or 0) + (page.right_margin or 0)
    return Length((page.page_width or 0) - margins)


def _add(document: Document, printed: PrintedEntry, *, level: int) -> None:
    entry = printed.entry
    document.add_heading(f"{entry.position}. {entry}", level)
    for name, said in _facts(printed):
        line = document.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)
    if entry.lead and not printed.is_task:
        document.add_paragraph(entry.lead)
    if entry.note:
        document.add_paragraph(words(entry.note), "Quote")
    _add_corrections(document, printed.corrections)


def _add_corrections(document: Document, corrections: Iterable[EditionCorrection]) -> None:
    for line in lines(corrections):
        paragraph = document.add_paragraph()
        paragraph.add_run(_("Correction") + ", ").bold = True
        paragraph.add_run(line)


def _facts(printed: PrintedEntry) -> Iterator[tuple[str, str]]:
    entry = printed.entry
    source = (
        entry.publisher,
        entry.author,
        short_date(entry.published_on) if entry.published_on else "",
        entry.source_url,
    )
    facts = {
        pgettext("is to do it", "Who"): "; ".join(entry.responsible),
        _("With"): "; ".join(entry.taking_part),
        _("By when"): entry.due,
        _("From"): entry.title if printed.is_task else "",
        _("Source"): ", ".join(filter(None, source)),
        _("Documents cited"): "; ".join(entry.documents),
        _("Themes"): "; ".join(theme.name for theme in printed.themes),
    }
    return ((name, said) for name, said in facts.items() if said)
