"""Word files made for tests: written part by part, so that every corner can be reached."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from articles.reading import Draft, read
from articles.reading.formats import Sample, read_page
from articles.reading.page import Page

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES: Final = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_ROOTS: Final = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header1": "hdr",
    "footer1": "ftr",
}


def docx(body: str, **parts: str) -> bytes:
    """A .docx with this body; `styles`, `numbering`, `footnotes`, `header1` and `footer1` too."""
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _xml("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {name: (name.rstrip("1"), f"{name}.xml") for name in parts}
        ),
    }
    files |= {f"word/{name}.xml": _xml(_ROOTS[name], words) for name, words in parts.items()}
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, words in files.items():
            way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, words, way)
    return data.getvalue()


def with_part(data: bytes, name: str, words: str | bytes) -> bytes:
    """The same file with one part put in or in the place of another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return zipped(files | {name: words})


def _xml(root: str, words: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{words}</w:{root}>'


def _relations(related: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, props: str = "") -> str:
    words = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{props}</w:pPr>{words}</w:p>"


def listed(text: str, lst: int = 1, level: int = 0) -> str:
    return paragraph(
        text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{lst}"/></w:numPr>'
    )


def level(place: int, form: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def definition(*levels: str, name: int = 0, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{extra}{"".join(levels)}</w:abstractNum>'


def num(name: int = 1, of: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(name: str, words: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{words}</w:style>'


def table(*rows: tuple[str, ...], ruled: bool = False) -> str:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "insideV"))
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{_cell(words)}</w:tc>" for words in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{''.join(cells)}</w:tbl>"


def _cell(words: str) -> str:
    return words if words.startswith("<") else "".join(map(paragraph, words.split("\n")))


def page_of(data: bytes) -> Page:
    return read_page(Sample(data))


def lines_of(data: bytes) -> list[str]:
    """The lines of the text, without what has a reason to be left out."""
    return [block.text for block in page_of(data).blocks if block.hint is None]


def draft_of(data: bytes) -> Draft:
    return read(data)
