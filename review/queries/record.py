"""What is shown of a task: its wordings, and all that was said and done about them."""

from django.db.models import Prefetch, QuerySet

from articles.models import Article
from review.models import Decision, ExtractedTask, Placing, Retirement, TaskVersion
from review.queries.standing import not_retired


def tasks_to_show(article: Article) -> QuerySet[ExtractedTask]:
    """Give the tasks of an article in their order; those that have lost their place come first."""
    return with_record(not_retired(article.tasks.all())).order_by("text__number", "start", "pk")


def with_record(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Fetch what a card shows with the tasks: a fixed number of statements for any number."""
    return tasks.select_related("version", "version__written_by").prefetch_related(
        "version__bodies",
        "version__documents",
        Prefetch(
            "version__decisions",
            Decision.objects.filter(withdrawal=None).select_related("person").order_by("pk"),
        ),
    )


def record_of(task_id: int) -> QuerySet[TaskVersion]:
    """Give every wording of a task with every decision on it, those taken back too."""
    decisions = Decision.objects.select_related("person", "withdrawal").order_by("pk")
    return (
        TaskVersion.objects.filter(task=task_id)
        .select_related("written_by")
        .prefetch_related("bodies", "documents", Prefetch("decisions", decisions))
        .order_by("number")
    )


def placings_of(task_id: int) -> QuerySet[Placing]:
    """Tell who gave the task a place in a new text, where its own words were gone."""
    placings = Placing.objects.filter(task=task_id).select_related("placed_by", "text")
    return placings.defer("text__body").order_by("pk")


def retirement_of(task_id: int) -> Retirement | None:
    return Retirement.objects.filter(task=task_id).select_related("retired_by").first()
