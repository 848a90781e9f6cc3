"""The desk's screens for articles: they call queries and actions, and decide nothing."""

from articles.admin import (
    articles,
    documents,
    imports,
    publishers,
    rereadings,
    themes,
    tokens,
    watching,
)

__all__ = [
    "articles",
    "documents",
    "imports",
    "publishers",
    "rereadings",
    "themes",
    "tokens",
    "watching",
]
