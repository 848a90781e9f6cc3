"""Every address of the site, as the URL resolver has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Route:
    name: str
    route: str
    needs: tuple[str, ...]


def routes() -> list[Route]:
    return list(_under(get_resolver(), "", ""))


def _under(resolver: Any, space: str, before: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _under(pattern, inner, route)
        elif isinstance(pattern, URLPattern):
            needs = tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)
            yield Route(f"{space}{pattern.name}" if pattern.name else route, route, needs)
