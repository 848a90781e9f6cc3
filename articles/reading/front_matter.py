"""The lines between `---` at the head of a Markdown file: title, date, author, where it is from."""

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

_FORM: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<stated>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)


def split(text: str) -> tuple[Mapping[str, Any], str]:
    """What is stated, and the text after it; a text without front matter is all text."""
    found = _FORM.match(text)
    if found is None:
        return {}, text
    try:
        stated = yaml.safe_load(found["stated"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(stated, dict):
        return {}, text
    return {str(name): value for name, value in stated.items()}, text[found.end() :]
