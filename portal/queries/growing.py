"""What fits a growing list and is neither in it nor refused: worked out when the page is opened."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article, Citation
from portal.models import CuratedList, Entry
from portal.models.growing import Growth, RefusedProposal
from portal.queries.lists import articles_to_pick, tasks_to_pick
from review.models import ExtractedTask, VersionDocument

Wants = Growth.Wants


def looks_for(growth: Growth) -> bool:
    """Whether it names anything: a filter of nothing would offer everything."""
    days: list[date | None] = [growth.published_from, growth.published_until]
    named = [growth.words, growth.publisher_id, growth.document_id, *days]
    return any(named) or growth.themes.exists()


def proposed_articles(growth: Growth) -> QuerySet[Article]:
    if growth.wants == Wants.TASKS:
        return Article.objects.none()
    fitting = articles_to_pick(growth.words).filter(_of_articles(growth, ""))
    if growth.document_id:
        cited = Citation.objects.filter(text=OuterRef("text"), document=_final(growth))
        fitting = fitting.filter(Exists(cited))
    return _new(fitting, growth.curated_list, "article")


def proposed_tasks(growth: Growth) -> QuerySet[ExtractedTask]:
    if growth.wants == Wants.ARTICLES:
        return ExtractedTask.objects.none()
    at_the_desk = Q(article__state=Article.State.ACTIVE)
    fitting = tasks_to_pick(growth.words).filter(at_the_desk, _of_articles(growth, "article__"))
    if growth.document_id:
        final = _final(growth)  # a version is frozen with what its document was then
        meant = Q(document=final) | Q(document__same_as=final)
        under = VersionDocument.objects.filter(meant, version=OuterRef("version"))
        fitting = fitting.filter(Exists(under))
    return _new(fitting, growth.curated_list, "task")


def refused_proposals(curated_list: CuratedList) -> QuerySet[RefusedProposal]:
    return curated_list.refused_proposals.select_related(
        "article__publisher", "task__version", "task__article", "refused_by"
    )


def _of_articles(growth: Growth, article: str) -> Q:
    """Say what is asked of the article itself; `article` leads to it."""
    asked: dict[str, Any] = {}
    if growth.publisher_id:
        asked[f"{article}publisher"] = growth.publisher_id
    if growth.published_from:
        asked[f"{article}published_on__gte"] = growth.published_from
    if growth.published_until:
        asked[f"{article}published_on__lte"] = growth.published_until
    themes = {theme.standing.pk for theme in growth.themes.select_related("merged_into")}
    if themes:
        tagged = Article.objects.filter(article_themes__tag__in=themes).values("pk")
        asked[f"{article}pk__in"] = tagged
    return Q(**asked)


def _final(growth: Growth) -> int | None:
    return growth.document.final.pk if growth.document else None


def _new(fitting: QuerySet[Any], curated_list: CuratedList, what: str) -> QuerySet[Any]:
    here = {"curated_list": curated_list, what: OuterRef("pk")}
    stands, refused = Entry.objects.filter(**here), RefusedProposal.objects.filter(**here)
    return fitting.filter(~Exists(stands), ~Exists(refused))
