"""The public pages. They show what was published, and nothing else."""

from portal.views.articles import article
from portal.views.documents import document, documents
from portal.views.editions import compared, edition, lists, newest_edition
from portal.views.front import about, home
from portal.views.machines import feed, robots, sitemap, sitemap_index, theme_feed
from portal.views.pictures import picture, shared_picture
from portal.views.searching import search, suggest
from portal.views.shared import shared_preview
from portal.views.takeaway import export
from portal.views.themes import theme, themes

__all__ = [
    "about",
    "article",
    "compared",
    "document",
    "documents",
    "edition",
    "export",
    "feed",
    "home",
    "lists",
    "newest_edition",
    "picture",
    "robots",
    "search",
    "shared_picture",
    "shared_preview",
    "sitemap",
    "sitemap_index",
    "suggest",
    "theme",
    "theme_feed",
    "themes",
]
