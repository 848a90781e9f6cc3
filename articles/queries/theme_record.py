"""What the page of a theme tells: what its spellings bring, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.finding.themes import spelling_key
from articles.models import ArticleTheme, Mention, ThemeDecision
from articles.queries.theme_preview import Quote, quoted

if TYPE_CHECKING:
    from articles.models import Article, Theme, ThemeSpelling

NEWEST: Final = 10
MOST_COUNTED: Final = 10_000


@dataclass(frozen=True, slots=True)
class Brought:
    """What each spelling brings: how many articles that have the theme mention it by this one."""

    articles: list[tuple[ThemeSpelling, int]]
    capped: bool
    """Whether only the newest mentions were counted."""
    most_counted: int


@dataclass(frozen=True, slots=True)
class Having:
    """An article that has the theme: where it stands first, and who said so."""

    article: Article
    quote: Quote | None
    places: int
    decision: ThemeDecision | None


def brought_by(theme: Theme) -> Brought:
    current = Mention.objects.filter(theme=theme, text__current_of__article_themes__tag=theme)
    found = current.order_by("-text_id").values_list("quote", "text_id")[: MOST_COUNTED + 1]
    texts: defaultdict[str, set[int]] = defaultdict(set)
    keys: dict[str, str] = {}
    for quote, text in found:
        key = keys.get(quote) or keys.setdefault(quote, spelling_key(quote))
        texts[key].add(text)
    spellings = theme.spellings.order_by("text")
    return Brought(
        [(spelling, len(texts[spelling_key(spelling.text)])) for spelling in spellings],
        capped=len(found) > MOST_COUNTED,
        most_counted=MOST_COUNTED,
    )


def newest_having(theme: Theme) -> list[Having]:
    rows = ArticleTheme.objects.filter(tag=theme, content_object__merged_into=None)
    rows = rows.order_by("-content_object_id")[:NEWEST]
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
