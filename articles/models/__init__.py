"""What the desk knows about articles: originals, texts, themes, documents and imports."""

from articles.models.addresses import ArticleAddress
from articles.models.article import Article, ArticleText, Erasure, Publisher
from articles.models.documents import (
    Citation,
    CitationDecision,
    DocumentDistinction,
    OfficialDocument,
)
from articles.models.imports import ImportItem, ImportJob
from articles.models.likeness import Likeness, Signature, SignatureKey
from articles.models.originals import Original
from articles.models.paragraphs import ParagraphDecision
from articles.models.pulses import WorkerPulse
from articles.models.rereadings import Rereading, RereadingChange, RereadingSlice
from articles.models.sites import SeenRedirect, Site, SiteRules
from articles.models.theme_orders import ThemeOrder
from articles.models.themes import (
    ArticleTheme,
    Mention,
    Theme,
    ThemeDecision,
    ThemeMerge,
    ThemeSpelling,
)
from articles.models.tokens import ApiToken, ImportKey
from articles.models.watching import SeenEntry, WatchedSource

__all__ = [
    "ApiToken",
    "Article",
    "ArticleAddress",
    "ArticleText",
    "ArticleTheme",
    "Citation",
    "CitationDecision",
    "DocumentDistinction",
    "Erasure",
    "ImportItem",
    "ImportJob",
    "ImportKey",
    "Likeness",
    "Mention",
    "OfficialDocument",
    "Original",
    "ParagraphDecision",
    "Publisher",
    "Rereading",
    "RereadingChange",
    "RereadingSlice",
    "SeenEntry",
    "SeenRedirect",
    "Signature",
    "SignatureKey",
    "Site",
    "SiteRules",
    "Theme",
    "ThemeDecision",
    "ThemeMerge",
    "ThemeOrder",
    "ThemeSpelling",
    "WatchedSource",
    "WorkerPulse",
]
