"""Why something cannot be read, as codes that the desk puts into words."""

from enum import StrEnum
from typing import Final

from lxml import etree


class Fault(StrEnum):
    """A machine code; whoever shows it to people translates it."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    UNSUPPORTED = "unsupported"
    BAD_ENCODING = "bad_encoding"
    NO_BODY = "no_body"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    SAVE_AS_DOCX = "save_as_docx"
    """A file of a word processor, but not one that is read here."""
    PICTURE = "picture"
    """A picture of text: a scanned page, a photograph."""
    TOO_LONG = "too_long"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOOK_TOO_LONG = "took_too_long"
    # Of bundles, and of what is in them:
    NOTHING_INSIDE = "nothing_inside"
    TOO_MANY = "too_many"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    NESTED = "nested"
    NO_TEXT_COLUMN = "no_text_column"
    BROKEN_ROW = "broken_row"
    ROW_WITHOUT_TEXT = "row_without_text"
    SECRET = "secret"  # noqa: S105 - a state secret, not a password


class Unreadable(Exception):  # noqa: N818 - it is what the input is, not a mistake of ours
    """These bytes give no draft. `code` says why; there is no text for people in it."""

    def __init__(self, code: Fault) -> None:
        super().__init__(code)
        self.code = code


STUMBLES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    etree.LxmlError,
)
"""What libraries raise over broken pages; a worker's order to stop is none of these."""
