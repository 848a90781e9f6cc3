"""Which themes an article has. The database remembers what people say (articles.models.memory)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection, transaction

from articles.history import by
from articles.models import Article, ArticleTheme, ThemeDecision
from articles.queries.themes import standing_numbers
from articles.refusal import require

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser

    from articles.models import Theme


@dataclass(frozen=True, slots=True)
class Tagged:
    """How many articles changed, and how many were as wished before."""

    changed: int
    unchanged: int


@transaction.atomic
def tag_articles(
    person: AbstractUser, articles: Iterable[Article], themes: Iterable[Theme]
) -> Tagged:
    """Add the themes to the articles; one that was found there is now a person's word.

    For a theme that was merged meanwhile, the one that it was merged into is meant.
    """
    require(person, "articles.change_article")
    numbers, wanted = _locked(articles), standing_numbers(themes)
    present = _present(numbers, wanted)
    missing = {(number, theme) for number in numbers for theme in wanted} - set(present)
    with by(person):
        ArticleTheme.objects.filter(
            content_object__in=numbers, tag__in=wanted, source=ArticleTheme.Source.FINDER
        ).update(source=ArticleTheme.Source.PERSON)
        _insert(missing)
    return _counted(numbers, missing)


@transaction.atomic
def untag_articles(
    person: AbstractUser, articles: Iterable[Article], themes: Iterable[Theme]
) -> Tagged:
    require(person, "articles.change_article")
    numbers, unwanted = _locked(articles), standing_numbers(themes)
    present = _present(numbers, unwanted)
    with by(person):
        ArticleTheme.objects.filter(content_object__in=numbers, tag__in=unwanted).delete()
    return _counted(numbers, present)


@transaction.atomic
def bring_decision(
    article: Article, theme: Theme, verdict: str, *, decided_by: AbstractUser, decided_at: datetime
) -> None:
    """Put on the record what somebody said of a theme then; what was said here stands against it.

    The caller has to know that they did say so.
    """
    require(decided_by, "articles.change_article")
    [number], [theme_id] = _locked([article]), standing_numbers([theme])
    if ThemeDecision.objects.filter(article=number, theme=theme_id).exists():
        return
    with finder_at_work():  # what the triggers would remember is that it is said now
        given = ArticleTheme.objects.filter(content_object=number, tag=theme_id)
        if verdict == ThemeDecision.Verdict.REMOVED:
            given.delete()
        elif not given.update(source=ArticleTheme.Source.PERSON):
            _insert([(number, theme_id)])
    ThemeDecision(
        article_id=number,
        theme_id=theme_id,
        verdict=verdict,
        decided_by_id=decided_by.pk,
        decided_at=decided_at,
    ).save_base(raw=True, force_insert=True)  # else Django writes the present moment


@contextmanager
def finder_at_work() -> Iterator[None]:
    """What is added and removed within is no person's word, and people's words stand against it."""
    with transaction.atomic():
        _set_finder("on")
        yield
        _set_finder("off")


def _set_finder(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('duyet.finder', %s, true)", [state])


def _locked(articles: Iterable[Article]) -> list[int]:
    """Lock in one order, so that two people with the same articles do not block each other."""
    numbers = [article.pk for article in articles]
    rows = Article.objects.select_for_update(no_key=True).filter(pk__in=numbers)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _present(numbers: list[int], themes: set[int]) -> set[tuple[int, int]]:
    rows = ArticleTheme.objects.filter(content_object__in=numbers, tag__in=themes)
    return set(rows.values_list("content_object", "tag"))


def _insert(pairs: Iterable[tuple[int, int]]) -> None:
    ArticleTheme.objects.bulk_create(
        [ArticleTheme(content_object_id=number, tag_id=theme) for number, theme in sorted(pairs)],
        ignore_conflicts=True,
    )


def _counted(numbers: list[int], pairs: Iterable[tuple[int, int]]) -> Tagged:
    changed = len({number for number, _theme in pairs})
    return Tagged(changed, len(numbers) - changed)
