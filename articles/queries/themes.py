"""Reading the vocabulary."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from articles.models import ArticleTheme, Theme, ThemeSpelling
from articles.models.search import ForSearch
from articles.queries.counting import counted
from articles.vietnamese import for_search, normalise, same_word_key


def standing_numbers(themes: Iterable[Theme]) -> set[int]:
    """Give the numbers of the themes, and for those that were merged, of what they lead to."""
    rows = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
    return set(rows.values_list(Coalesce("merged_into", "pk"), flat=True))


def spelled(words: str) -> Theme | None:
    """Give the theme that is written so, in whatever case and placement of tone marks."""
    written = ThemeSpelling.objects.filter(key=same_word_key(words)).select_related("theme")
    spelling = written.first()
    return spelling.theme if spelling else None


def search_themes(themes: QuerySet[Theme], words: str) -> QuerySet[Theme]:
    """Give the themes with a spelling that has all the words in it, typed without marks or with.

    Those that were merged into another are not among them.
    """
    spellings = ThemeSpelling.objects.filter(theme=OuterRef("pk")).alias(plain=ForSearch("text"))
    for word in for_search(normalise(words)).split():
        spellings = spellings.filter(plain__contains=word)
    return themes.filter(Exists(spellings), merged_into=None)


def taken_words(words: Iterable[str], theme: Theme | None) -> list[ThemeSpelling]:
    """Give the spellings of other themes that are among the words."""
    keys = {same_word_key(each) for each in words}
    taken = ThemeSpelling.objects.filter(key__in=keys).select_related("theme").order_by("text")
    return list(taken.exclude(theme=theme) if theme else taken)


def with_counts(themes: QuerySet[Theme]) -> QuerySet[Theme]:
    """Count, for each theme, the articles that have it."""
    return themes.annotate(
        articles_count=counted(ArticleTheme.objects.filter(tag=OuterRef("pk")), "tag")
    )


def is_used(theme: Theme) -> bool:
    """Whether an article has the theme, or had it, or it was ever part of a merge."""
    return (
        theme.article_themes.exists()
        or theme.decisions.exists()
        or theme.mentions.exists()
        or theme.taken_in.exists()
        or theme.merges.exists()
    )
