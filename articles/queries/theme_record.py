"""What the page of a theme tells: what its spellings bring, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from articles.finding.themes import spelling_key
from articles.models import ArticleTheme, Mention, ThemeDecision
from articles.queries.theme_preview import Quote, quoted

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from articles.models import Article, Theme, ThemeSpelling

NEWEST = 10


@dataclass(frozen=True, slots=True)
class Brought:
    """A spelling, and how many articles that have the theme mention it by this one."""

    spelling: ThemeSpelling
    articles: int


@dataclass(frozen=True, slots=True)
class Having:
    """An article that has the theme: where it stands first, and who said so."""

    article: Article
    quote: Quote | None
    places: int
    decision: ThemeDecision | None


def brought_by(theme: Theme) -> list[Brought]:
    """Count for each spelling, in as many queries for any number of them."""
    mentions = _in_current_texts(theme)
    quotes = defaultdict(list)
    for quote in mentions.order_by().values_list("quote", flat=True).distinct():
        quotes[spelling_key(quote)].append(quote)
    spellings = list(theme.spellings.order_by("text"))
    counts = mentions.aggregate(
        **{
            f"by_{spelling.pk}": Count(
                "text", distinct=True, filter=Q(quote__in=quotes[spelling_key(spelling.text)])
            )
            for spelling in spellings
        }
    )
    return [Brought(spelling, counts[f"by_{spelling.pk}"]) for spelling in spellings]


def newest_having(theme: Theme) -> list[Having]:
    rows = ArticleTheme.objects.filter(tag=theme).order_by("-content_object_id")[:NEWEST]
    articles = [
        row.content_object
        for row in rows.select_related("content_object__text", "content_object__publisher")
    ]
    mentions = defaultdict(list)
    texts = [article.text_id for article in articles]
    for mention in Mention.objects.filter(theme=theme, text__in=texts).order_by("text", "start"):
        mentions[mention.text_id].append(mention)
    decisions = {
        decision.article_id: decision
        for decision in ThemeDecision.objects.filter(
            theme=theme, article__in=articles
        ).select_related("decided_by")
    }
    return [
        _having(article, mentions[article.text_id], decisions.get(article.pk))
        for article in articles
    ]


def _having(article: Article, mentions: list[Mention], decision: ThemeDecision | None) -> Having:
    quote = None
    if article.text and mentions:
        quote = quoted(article.text.body, mentions[0].start, mentions[0].end)
    return Having(article, quote, len(mentions), decision)


def _in_current_texts(theme: Theme) -> QuerySet[Mention]:
    return Mention.objects.filter(theme=theme, text__current_of__article_themes__tag=theme)
