"""Addresses made from titles: ASCII, without marks."""

from django.utils.text import slugify

from articles.vietnamese import for_search, normalise

LONGEST = 100


def slug_of(title: str) -> str:
    return slugify(for_search(normalise(title)))[:LONGEST].strip("-")


def document_slug(name: str, number: int) -> str:
    """Give an official document its address: its number at the desk tells it from its namesakes."""
    return f"{slug_of(name.replace('/', '-'))}-{number}"
