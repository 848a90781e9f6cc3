"""Articles at the desk: which are to be reviewed, ready to be signed off, and signed off."""

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article, ArticleText, Publisher, Theme
from review.models import ExtractedTask, SignOff
from review.queries.standing import DECIDED, not_retired


def articles_in_review() -> QuerySet[Article]:
    """Articles at the desk with `tasks_total`, `tasks_decided`, `tasks_unplaced`, and `signed`.

    Counted for each row that is shown, so a page costs the same however many articles there are.
    """
    tasks = _standing_in(OuterRef("text")).order_by().values("text")
    lost = _unplaced().order_by().values("article").annotate(number=Count("pk"))
    total = tasks.annotate(number=Count("pk")).values("number")
    decided = tasks.filter(state__in=DECIDED).annotate(number=Count("pk")).values("number")
    return (
        Article.objects.filter(state=Article.State.ACTIVE)
        .exclude(text=None)
        .annotate(
            tasks_total=Coalesce(Subquery(total), 0),
            tasks_decided=Coalesce(Subquery(decided), 0),
            tasks_unplaced=Coalesce(Subquery(lost.values("number")), 0),
            signed=Exists(_standing_sign_offs(OuterRef("text"))),
        )
    )


def chosen_articles(
    stage: str, words: str, theme: Theme | None, publisher: Publisher | None
) -> QuerySet[Article]:
    """Give the articles in review that somebody asks for, the newest first."""
    at_stage = {
        "open": to_review,
        "unplaced": with_places_lost,
        "ready": ready_to_sign_off,
        "signed": signed_off,
    }
    articles = articles_in_review().select_related("publisher").order_by("-pk")
    if stage in at_stage:
        articles = at_stage[stage](articles)
    if words:
        articles = articles.filter(title__icontains=words)
    if theme:
        articles = articles.filter(article_themes__tag=theme)
    if publisher:
        articles = articles.filter(publisher=publisher)
    return articles


def to_review(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(Exists(_open_tasks()))


def with_places_lost(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(Exists(_unplaced()))


def ready_to_sign_off(articles: QuerySet[Article]) -> QuerySet[Article]:
    return (
        articles.exclude(Exists(_open_tasks()))
        .exclude(Exists(_unplaced()))
        .exclude(Exists(_standing_sign_offs(OuterRef("text"))))
    )


def signed_off(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(Exists(_standing_sign_offs(OuterRef("text"))))


def is_signed_off(text: ArticleText) -> bool:
    return standing_sign_off(text.pk) is not None


def standing_sign_off(text_id: int) -> SignOff | None:
    """Give the sign-off that holds: all its tasks are decided, and none was added since."""
    return _standing_sign_offs(text_id).select_related("signed_by").first()


def _standing_sign_offs(text: int | OuterRef) -> QuerySet[SignOff]:
    """Count what is retired too, so that one gained and one lost are not as if nothing happened."""
    ever = ExtractedTask.objects.filter(text=OuterRef("text"))
    count = ever.order_by().values("text").annotate(number=Count("pk")).values("number")
    return SignOff.objects.filter(text=text, tasks=Coalesce(Subquery(count), 0)).exclude(
        Exists(_open_tasks())
    )


def _standing_in(text: OuterRef) -> QuerySet[ExtractedTask]:
    return not_retired(ExtractedTask.objects.filter(text=text))


def _open_tasks() -> QuerySet[ExtractedTask]:
    return _standing_in(OuterRef("text")).exclude(state__in=DECIDED)


def _unplaced() -> QuerySet[ExtractedTask]:
    tasks = ExtractedTask.objects.filter(article=OuterRef("pk"))
    return not_retired(tasks).exclude(text=OuterRef("text"))
