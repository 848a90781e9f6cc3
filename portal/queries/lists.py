"""Lists in the making: what their screens show, and what can be put on them."""

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article
from articles.models.search import ForSearch
from articles.queries.articles import search
from articles.queries.counting import counted
from articles.vietnamese import for_search, normalise
from portal.models import CuratedList, Edition, Entry, ScheduledPublication
from review.models import ExtractedTask
from review.queries import current_tasks

MOST_WORDS = 20


def with_counts(lists: QuerySet[CuratedList]) -> QuerySet[CuratedList]:
    """Say how many entries each list has, its newest edition, and when the next is to come."""
    newest = (
        Edition.objects.filter(curated_list=OuterRef("pk"))
        .order_by()
        .values("curated_list")
        .annotate(newest=Max("number"))
    )
    waiting = ScheduledPublication.objects.filter(
        curated_list=OuterRef("pk"), state=ScheduledPublication.State.WAITING
    )
    return lists.annotate(
        entries_number=counted(
            Entry.objects.filter(curated_list=OuterRef("pk"), heading=""), "curated_list"
        ),
        newest_edition=Coalesce(Subquery(newest.values("newest")), 0),
        set_for=Subquery(waiting.values("due_at")[:1]),
    )


def lists_with(article: Article) -> QuerySet[CuratedList]:
    """Give the lists in which the article or one of its tasks stands."""
    entries = Entry.objects.filter(Q(article=article) | Q(task__article=article))
    return CuratedList.objects.filter(pk__in=entries.values("curated_list"))


def articles_in(curated_list: CuratedList) -> QuerySet[Article]:
    """Give the articles that stand in the list or have a task in it, some more than once."""
    in_list = Q(entries__curated_list=curated_list) | Q(tasks__entries__curated_list=curated_list)
    return Article.objects.filter(in_list)


def articles_to_pick(words: str) -> QuerySet[Article]:
    active = Article.objects.filter(state=Article.State.ACTIVE).select_related("publisher")
    return search(active, words).order_by("-created_at", "-pk")


def tasks_to_pick(words: str) -> QuerySet[ExtractedTask]:
    """Approved tasks with all the words in their wording, typed with or without marks."""
    approved = current_tasks().filter(state=ExtractedTask.State.APPROVED)
    tasks = approved.select_related("article", "version")
    folded = tasks.alias(said=ForSearch("version__wording"))
    for word in for_search(normalise(words)).split()[:MOST_WORDS]:
        folded = folded.filter(said__contains=word)
    return folded.order_by("-pk")
