"""Making one theme part of another.

The merged theme stays as a row that leads to the other (`articles.models.theme_guards`), so that
its addresses and its history hold. `ThemeMerge` keeps what it brought along, for the way back
(`articles.actions.theme_splitting`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from articles.actions.locks import again_after_deadlock
from articles.actions.theme_locks import held, held_among_all, stands_under
from articles.history import by
from articles.models import (
    Article,
    ArticleTheme,
    Mention,
    Theme,
    ThemeDecision,
    ThemeMerge,
    ThemeSpelling,
)
from articles.queries.theme_merges import articles_touched, excludes_together
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet

PERMISSION: Final = "articles.change_theme"
ROWS_AT_ONCE: Final = 1_000


def tell_nobody(_done: int) -> None:
    pass


@again_after_deadlock
def merge_themes(
    person: AbstractUser,
    theme: Theme,
    into: Theme,
    tell: Callable[[int], None] = tell_nobody,
) -> Theme:
    """Give all that a theme has to another, which counts for both from now on.

    What people said of the other one stands before what they said of this one. `tell` hears now
    and then how many articles are done.
    """
    require(person, PERMISSION)
    if theme.pk == into.pk:
        raise Refused(_("A theme cannot be merged into itself."))
    hold(articles_touched(theme))  # before the themes, in the order of those who save articles
    (theme, into), parents = held_among_all(theme, into)
    theme = held(theme, whole=True)
    if stands_under(into.pk, theme.pk, parents):
        raise Refused(
            _("“%(into)s” is narrower than “%(theme)s”: merge them the other way round.")
            % {"into": into.name, "theme": theme.name}
        )
    articles = hold(articles_touched(theme))  # those that got it while we waited
    with by(person):
        merge = ThemeMerge(theme=theme, into=into, merged_by_id=person.pk)
        _take_words(merge)
        _take_themes(merge)
        _take_decisions(merge)
        merge.save()
        for done, some in in_parts(articles):
            _take_articles(theme, into, some)
            _take_mentions(theme, into, some)
            tell(done)
    return into


def in_parts(articles: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Give the articles bit by bit, each time with how many there are so far."""
    for start in range(0, len(articles), ROWS_AT_ONCE):
        some = articles[start : start + ROWS_AT_ONCE]
        yield start + len(some), some


def hold(articles: QuerySet[Article]) -> list[int]:
    rows = Article.objects.select_for_update(no_key=True).filter(pk__in=articles.values("pk"))
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _take_words(merge: ThemeMerge) -> None:
    spellings = ThemeSpelling.objects.filter(theme=merge.theme)
    together = excludes_together(merge.theme, merge.into)
    merge.spellings = list(spellings.values_list("pk", flat=True))
    merge.excludes_gained = together.gained
    merge.excludes_given_up = together.given_up
    spellings.update(theme=merge.into)
    merge.into.excludes = together.phrases
    merge.into.save(update_fields=["excludes"])


def _take_themes(merge: ThemeMerge) -> None:
    """Take what stands under it and what was merged into it before; then it leads on itself."""
    narrower = Theme.objects.filter(parent=merge.theme)
    merge.narrower = list(narrower.values_list("pk", flat=True))
    narrower.update(parent=merge.into)
    Theme.objects.filter(merged_into=merge.theme).update(merged_into=merge.into)
    merge.theme.merged_into = merge.into
    merge.theme.save(update_fields=["merged_into"])


def _take_decisions(merge: ThemeMerge) -> None:
    """Who decided, and when, is kept."""
    own = ThemeDecision.objects.filter(theme=merge.into, article=OuterRef("article"))
    taken = ThemeDecision.objects.filter(~Exists(own), theme=merge.theme)
    merge.decisions = list(taken.values_list("pk", flat=True))
    ThemeDecision.objects.filter(pk__in=merge.decisions).update(theme=merge.into)


def _take_articles(theme: Theme, into: Theme, articles: Sequence[int]) -> None:
    removed = ThemeDecision.objects.filter(
        theme=into, verdict=ThemeDecision.Verdict.REMOVED, article__in=articles
    ).values("article")
    having = into.article_themes.filter(content_object__in=articles)
    having.filter(content_object__in=removed).delete()
    rows = theme.article_themes.filter(content_object__in=articles)
    kept = rows.exclude(content_object__in=removed)
    given = kept.filter(source=ArticleTheme.Source.PERSON).values("content_object")
    having.filter(content_object__in=given).update(source=ArticleTheme.Source.PERSON)
    ArticleTheme.objects.bulk_create(
        (
            ArticleTheme(content_object_id=article, tag=into, source=source)
            for article, source in kept.values_list("content_object", "source")
        ),
        ignore_conflicts=True,
    )
    rows.delete()


def _take_mentions(theme: Theme, into: Theme, articles: Sequence[int]) -> None:
    """Take them in all texts; where both stand at one place, one is enough."""
    mentions = Mention.objects.filter(theme=theme, text__article__in=articles)
    same = Mention.objects.filter(theme=into, text=OuterRef("text"), start=OuterRef("start"))
    mentions.filter(Exists(same)).delete()
    mentions.update(theme=into)
