"""The parts of a Word file and how they hang together."""

import posixpath
from typing import Final, NamedTuple
from zipfile import ZipFile

from lxml import etree

from articles.reading.archive import is_zip, member, open_zip
from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import LARGEST_PART

_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# The dialect that the standard calls strict has names of its own for the same things.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


class Relation(NamedTuple):
    id: str
    kind: str
    """`numbering`, `header`, `footnotes`…"""
    target: str
    """The name of the part."""


def is_word(data: bytes) -> bool:
    """Whether it is a zip that holds a Word document."""
    if not is_zip(data):
        return False
    try:
        names = open_zip(data).namelist()
    except Unreadable:
        # The directory is gone, or more than may come out: whose it is must be told otherwise.
        return b"word/document" in data
    return any(name.lower().startswith("word/document") for name in names)


class Package:
    """An opened Word file. Missing parts are None; damaged XML is read as far as it goes."""

    def __init__(self, data: bytes) -> None:
        self._archive: ZipFile = open_zip(data)
        self.main = self._main()

    def document(self) -> etree._Element:
        root = self.part(self.main)
        if root is None:
            raise Unreadable(Fault.DAMAGED)
        return root

    def part(self, name: str) -> etree._Element | None:
        data = member(self._archive, name, LARGEST_PART)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        # No entities, no network: a document needs neither.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, recover=True, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root: etree._Element | None = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            return None
        return root

    def related(self, name: str) -> list[Relation]:
        """The parts that a part refers to, inside the file."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return []
        return [
            Relation(
                relation.get("Id") or "",
                (relation.get("Type") or "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))[1:],
            )
            for relation in root.iter(f"{_RELATIONS}Relationship")
            if relation.get("TargetMode") != "External"
        ]

    def only(self, kind: str) -> etree._Element | None:
        """The one part of a kind that the document has (`styles`, `numbering`), or None."""
        for relation in self.related(self.main):
            if relation.kind == kind:
                return self.part(relation.target)
        return None

    def _main(self) -> str:
        for relation in self.related(""):
            if relation.kind == "officeDocument":
                return relation.target
        return "word/document.xml"
