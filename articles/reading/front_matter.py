"""The lines between `---` at the head of a Markdown file: title, date, author, where it is from."""

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

_FORM: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<stated>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)


class _Loader(yaml.SafeLoader):
    """Knows no names that stand for what was said before: a few lines of these say billions."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def split(text: str) -> tuple[Mapping[str, Any], str]:
    """What is stated, and the text after it; a text without front matter is all text."""
    found = _FORM.match(text)
    if found is None:
        return {}, text
    try:
        stated = yaml.load(found["stated"], _Loader)  # noqa: S506 - it is a safe one
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(stated, dict):
        return {}, text
    return {str(name): value for name, value in stated.items()}, text[found.end() :]
