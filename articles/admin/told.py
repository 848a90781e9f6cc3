"""What changed, in words for people."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.changes import SAME_AS, Change, How, What
from articles.models import Article, ImportItem

SORTS: dict[tuple[str, str], Promise] = {
    (What.FIELD, How.CHANGED): _("titles, dates, authors and publishers changed"),
    (What.PARAGRAPH, How.GAINED): _("paragraphs gained"),
    (What.PARAGRAPH, How.LOST): _("paragraphs lost"),
    (What.PARAGRAPH, How.CHANGED): _("paragraphs changed"),
    (What.THEME, How.GAINED): _("themes gained"),
    (What.THEME, How.LOST): _("themes lost"),
    (What.THEME, How.CHANGED): _("themes mentioned more or less often"),
    (What.CITATION, How.GAINED): _("documents cited gained"),
    (What.CITATION, How.LOST): _("documents cited lost"),
    (What.TASK, How.GAINED): _("tasks gained"),
    (What.TASK, How.LOST): _("tasks lost"),
    (What.TASK, How.CHANGED): _("tasks changed"),
    (What.TASK, How.UNPLACED): _("decided tasks whose place was lost"),
    (What.TASK, How.PLACED): _("decided tasks that have their place again"),
    (What.ARTICLE, How.CHANGED): _("articles that are now the same as another"),
    (What.ARTICLE, How.FAILED): _("articles that could not be read again"),
}


def told_in_numbers(tally: Mapping[tuple[str, str], int]) -> list[tuple[str, str, str, int]]:
    """Give each sort of change that there is, in the order of `SORTS`: what, how, words, number."""
    return [
        (what, how, str(words), tally[what, how])
        for (what, how), words in SORTS.items()
        if tally.get((what, how))
    ]


def summed_up(changes: Iterable[Change], *, without: What) -> str:
    """Say in one line how much of each sort changed, but for what everybody knows."""
    tally = Counter((c.what.value, c.how.value) for c in changes if c.what is not without)
    return ", ".join(f"{words}: {number}" for *_sort, words, number in told_in_numbers(tally))


def named(name: str) -> str:
    """Say which field changed, or what happened to the article."""
    if name in Article.Field:
        return str(Article.Field(name).label)
    if name in ImportItem.Problem:
        return str(ImportItem.Problem(name).label)
    return {"source_url": str(_("address")), SAME_AS: str(_("the same as article"))}.get(name, name)
