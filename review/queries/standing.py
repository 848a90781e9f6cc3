"""Which tasks stand, where, and which of them anybody had a hand in."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from articles.models import Article, ArticleText
from review.models import Decision, ExtractedTask, TaskVersion

State = ExtractedTask.State
DECIDED = (State.APPROVED, State.REJECTED)


def standing_tasks() -> QuerySet[ExtractedTask]:
    """All but the retired ones; not of articles that were taken down."""
    return not_retired(ExtractedTask.objects.filter(article__state=Article.State.ACTIVE))


def not_retired(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    return tasks.exclude(state=State.RETIRED)


def current_tasks() -> QuerySet[ExtractedTask]:
    return placed(standing_tasks())


def placed(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Give those that have their place in the text that their article has now."""
    return tasks.filter(article__text=F("text"))


def unplaced(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Give those whose words are not in that text: they stand on an older one."""
    return tasks.exclude(article__text=F("text"))


def standing_at(text: ArticleText, start: int, end: int) -> QuerySet[ExtractedTask]:
    return not_retired(ExtractedTask.objects.filter(text=text, start=start, end=end))


def undecided(text: ArticleText) -> QuerySet[ExtractedTask]:
    return not_retired(ExtractedTask.objects.filter(text=text)).exclude(state__in=DECIDED)


def unplaced_in(text: ArticleText) -> QuerySet[ExtractedTask]:
    """Give the tasks of the article of this text, its current one, that have no place in it."""
    tasks = ExtractedTask.objects.filter(article=text.article_id)
    return not_retired(tasks).exclude(text=text)


def touched(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Give those that any person had a hand in: wrote a wording, or decided, taken back or not."""
    return tasks.filter(_is_touched())


def untouched_in(text: ArticleText) -> QuerySet[ExtractedTask]:
    return not_retired(text.tasks.all()).exclude(_is_touched())


def _is_touched() -> Q | Combinable:
    written = TaskVersion.objects.filter(task=OuterRef("pk"), written_by__isnull=False)
    said = Decision.objects.filter(version__task=OuterRef("pk"))
    return Exists(written) | Exists(said)
