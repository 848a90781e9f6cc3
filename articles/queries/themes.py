"""Reading the vocabulary and what people said of it."""

from articles.models import Article, ThemeDecision


def refused_by_people(article: Article) -> set[int]:
    """Give the numbers of the themes that a person took from this article."""
    return set(
        ThemeDecision.objects.filter(
            article=article, verdict=ThemeDecision.Verdict.REMOVED
        ).values_list("theme_id", flat=True)
    )
