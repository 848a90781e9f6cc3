"""What merging two themes would do, and which themes were merged."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from articles.finding.themes import Spelling, Vocabulary, spelling_key
from articles.models import (
    Article,
    ArticleTheme,
    Mention,
    Theme,
    ThemeDecision,
    ThemeMerge,
    ThemeOrder,
    ThemeSpelling,
)
from articles.vietnamese import normalise

Verdict = ThemeDecision.Verdict


def articles_touched(theme: Theme) -> QuerySet[Article]:
    """Give the articles that have the theme, or of which it was said, or in which it stands."""
    having = Article.objects.filter(article_themes__tag=theme)
    judged = Article.objects.filter(theme_decisions__theme=theme)
    naming = Article.objects.filter(texts__mentions__theme=theme)
    numbers = having.values("pk").union(judged.values("pk"), naming.values("pk"))
    return Article.objects.filter(pk__in=numbers)


def articles_given_back(merge: ThemeMerge) -> QuerySet[Article]:
    """Give the articles of which something goes back when the theme is split off again."""
    judged = Article.objects.filter(
        Q(theme_decisions__in=merge.decisions) | Q(theme_decisions__theme=merge.theme)
    )
    naming = Article.objects.filter(texts__mentions__in=mentions_brought(merge))
    return Article.objects.filter(pk__in=judged.values("pk").union(naming.values("pk")))


def mentions_brought(merge: ThemeMerge) -> QuerySet[Mention]:
    """Give the mentions that its spellings have found."""
    keys = {spelling_key(spelling.text) for spelling in spellings_brought(merge)}
    mentions = Mention.objects.filter(theme=merge.theme.standing)
    quotes = mentions.order_by().values_list("quote", flat=True).distinct()
    return mentions.filter(quote__in=[quote for quote in quotes if spelling_key(quote) in keys])


def spellings_brought(merge: ThemeMerge) -> QuerySet[ThemeSpelling]:
    return ThemeSpelling.objects.filter(pk__in=merge.spellings, theme=merge.theme.standing)


@dataclass(frozen=True, slots=True)
class Excludes:
    """In which words two themes do not count when they are one."""

    phrases: list[str]
    gained: list[str]
    given_up: list[str]


def excludes_together(theme: Theme, into: Theme) -> Excludes:
    """Give up a phrase in which the other theme is meant: that is a mention of the one they are."""
    of_theme, of_into = _spellings(theme), _spellings(into)
    gained = [
        phrase
        for phrase in theme.excludes
        if phrase not in into.excludes and not _stands_in(of_into, phrase)
    ]
    given_up = [
        phrase
        for phrase in into.excludes
        if phrase not in theme.excludes and _stands_in(of_theme, phrase)
    ]
    kept = [phrase for phrase in into.excludes if phrase not in given_up]
    return Excludes([*kept, *gained], gained, given_up)


def _spellings(theme: Theme) -> Vocabulary:
    return Vocabulary([Spelling(theme.name, spelling.text) for spelling in theme.spellings.all()])


def _stands_in(spellings: Vocabulary, phrase: str) -> bool:
    return bool(spellings.find(normalise(phrase)))


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a merge would do."""

    spellings: list[str]
    narrower: list[Theme]
    excludes: Excludes
    articles: int
    """That have the theme now."""
    gaining: int
    """That would have the other one, and do not yet."""
    losing: int
    """That would lose the other one, since a person took the theme from them."""
    kept_without: int
    """That have the theme now and would have neither, since a person took the other one away."""


def outlook(theme: Theme, into: Theme) -> Outlook:
    with_into = ArticleTheme.objects.filter(tag=into).values("content_object")
    judged = ThemeDecision.objects.filter(theme=into).values("article")
    removed = ThemeDecision.objects.filter(theme=into, verdict=Verdict.REMOVED).values("article")
    losing = ThemeDecision.objects.filter(
        theme=theme, verdict=Verdict.REMOVED, article__in=with_into
    ).exclude(article__in=judged)
    counts = ArticleTheme.objects.filter(tag=theme).aggregate(
        articles=Count("pk"),
        gaining=Count(
            "pk", filter=~Q(content_object__in=with_into) & ~Q(content_object__in=removed)
        ),
        kept_without=Count("pk", filter=Q(content_object__in=removed)),
    )
    return Outlook(
        spellings=[spelling.text for spelling in theme.spellings.order_by("text")],
        narrower=list(theme.narrower.filter(merged_into=None)),
        excludes=excludes_together(theme, into),
        losing=losing.count(),
        **counts,
    )


def merges_into(theme: Theme) -> QuerySet[ThemeMerge]:
    """Give the merges by which themes became part of this one, directly or by a further one."""
    return (
        ThemeMerge.objects.filter(theme__merged_into=theme, split_at=None)
        .select_related("theme", "into", "merged_by")
        .order_by("theme__sort_key")
    )


def under_way(theme: Theme) -> ThemeOrder | None:
    """Give the order of a merge or a split that a worker has still to do with this theme."""
    concerned = Q(theme=theme) | Q(into=theme) | Q(theme__merged_into=theme)
    return ThemeOrder.objects.filter(concerned, ended_at=None).first()
