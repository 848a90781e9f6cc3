"""Splitting a merged theme off again, with what it brought along and what people said of it.

What people said of the joint theme meanwhile stays with the one that counted for both; what they
took away stays away from both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.locks import again_after_deadlock
from articles.actions.theme_locks import held_among_all, stands_under
from articles.actions.theme_merging import PERMISSION, hold, in_parts, tell_nobody
from articles.actions.themes import finder_at_work
from articles.actions.vocabulary import spell
from articles.history import by
from articles.models import (
    Article,
    ArticleTheme,
    Theme,
    ThemeDecision,
    ThemeMerge,
)
from articles.queries.theme_merges import (
    articles_given_back,
    mentions_brought,
    spellings_brought,
)
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.contrib.auth.models import AbstractUser

Source, Verdict = ArticleTheme.Source, ThemeDecision.Verdict

_REMOVED_MEANWHILE = """
    INSERT INTO articles_themedecision (article_id, theme_id, verdict, decided_by_id, decided_at)
    SELECT article_id, %(theme)s, verdict, decided_by_id, decided_at FROM articles_themedecision
    WHERE theme_id = %(into)s AND verdict = 'removed' AND decided_at > %(merged_at)s
    ON CONFLICT (article_id, theme_id) DO NOTHING
"""


@again_after_deadlock
def split_theme(
    person: AbstractUser, theme: Theme, tell: Callable[[int], None] = tell_nobody
) -> Theme:
    """Undo the merge of a theme: it stands for itself again. `tell` hears how many are done."""
    require(person, PERMISSION)
    merge = merge_of(theme)
    hold(articles_given_back(merge))
    (into,), parents = held_among_all(merge.theme.standing)
    merge = merge_of(theme)
    theme, articles = merge.theme, hold(articles_given_back(merge))
    if theme.standing != into:
        raise Refused(_("The themes have changed meanwhile. Please try again."))
    with by(person):
        mentions = mentions_brought(merge)
        _give_back_words(merge, into)
        _give_back_themes(merge, into, parents)
        _give_back_decisions(merge, into)
        for done, some in in_parts(articles):
            mentions.filter(text__article__in=some).update(theme=theme)
            _settle([theme, into], some)
            tell(done)
        merge.split_by_id, merge.split_at = person.pk, timezone.now()
        merge.save(update_fields=["split_by", "split_at"])
    return theme


def merge_of(theme: Theme) -> ThemeMerge:
    merges = ThemeMerge.objects.select_related("theme__merged_into")
    merge = merges.filter(theme=theme, split_at=None).first()
    if merge is None:
        raise Refused(_("The theme “%(theme)s” is not merged.") % {"theme": theme.name})
    return merge


def _give_back_words(merge: ThemeMerge, into: Theme) -> None:
    theme, spellings = merge.theme, spellings_brought(merge)
    if spellings.filter(key=into.key).exists():
        raise Refused(
            _("“%(name)s” is the name of the theme it was merged into: rename that one first.")
            % {"name": into.name}
        )
    spellings.update(theme=theme)
    spell(theme, theme.name)
    kept = [phrase for phrase in into.excludes if phrase not in merge.excludes_gained]
    again = [phrase for phrase in merge.excludes_given_up if phrase not in kept]
    into.excludes = [*kept, *again]
    into.save(update_fields=["excludes"])


def _give_back_themes(merge: ThemeMerge, into: Theme, parents: dict[int, int | None]) -> None:
    theme = merge.theme
    narrower = Theme.objects.filter(pk__in=merge.narrower, parent=into).exclude(pk=theme.pk)
    parents |= dict.fromkeys(narrower.values_list("pk", flat=True), theme.pk)
    narrower.update(parent=theme)
    if theme.parent_id and stands_under(theme.parent_id, theme.pk, parents):
        theme.parent = None  # it was filed under one of these meanwhile
    theme.merged_into = None
    theme.save(update_fields=["parent", "merged_into"])
    earlier = ThemeMerge.objects.filter(into=theme, split_at=None).values("theme")
    Theme.objects.filter(merged_into=into, pk__in=earlier).update(merged_into=theme)


def _give_back_decisions(merge: ThemeMerge, into: Theme) -> None:
    brought = ThemeDecision.objects.filter(
        Q(theme=into) | Q(theme__merged_into=into),
        pk__in=merge.decisions,
        decided_at__lte=merge.merged_at,
    )
    brought.update(theme=merge.theme)
    with connection.cursor() as cursor:
        cursor.execute(
            _REMOVED_MEANWHILE,
            {"theme": merge.theme.pk, "into": into.pk, "merged_at": merge.merged_at},
        )


def _settle(themes: Iterable[Theme], articles: Sequence[int]) -> None:
    """Let the articles have each theme as people said, and else as it stands in their texts."""
    for theme in themes:
        rows = theme.article_themes.filter(content_object__in=articles)
        said = theme.decisions.filter(article__in=articles)
        confirmed = said.filter(verdict=Verdict.CONFIRMED).values_list("article", flat=True)
        naming = Article.objects.filter(text__mentions__theme=theme, pk__in=articles).distinct()
        _add(theme, Source.PERSON, confirmed)
        given = rows.filter(source=Source.PERSON)
        given.exclude(content_object__in=confirmed).update(source=Source.FINDER)
        with finder_at_work():
            rows.filter(source=Source.FINDER).exclude(content_object__in=naming).delete()
            _add(theme, Source.FINDER, naming.values_list("pk", flat=True))


def _add(theme: Theme, source: str, articles: Iterable[int]) -> None:
    ArticleTheme.objects.bulk_create(
        (ArticleTheme(content_object_id=number, tag=theme, source=source) for number in articles),
        ignore_conflicts=True,
    )
