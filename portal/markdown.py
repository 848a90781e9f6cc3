"""Markdown as editors write it: paragraphs, emphasis, lists, quotations and links. Nothing runs."""

from html import unescape
from typing import Final

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# Headings would break the outline of the page, pictures would load from elsewhere.
_PARSER: Final = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
    ["heading", "lheading", "image", "code", "fence", "html_block", "html_inline"]
)
_TAGS: Final = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "hr", "code"}


def rendered(text: str) -> SafeString:
    clean = nh3.clean(
        _PARSER.render(text),
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener external",
    )
    return mark_safe(clean)  # noqa: S308  (nh3 has cleaned it)


def words(text: str) -> str:
    """Return what it says, without any markup: for descriptions."""
    return " ".join(unescape(nh3.clean(_PARSER.render(text), tags=set())).split())
