"""Addresses made from titles: ASCII, without marks."""

from django.utils.text import slugify

from articles.vietnamese import for_search, normalise

LONGEST = 100


def slug_of(title: str) -> str:
    return slugify(for_search(normalise(title)))[:LONGEST].strip("-")
