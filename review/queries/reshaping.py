"""Which tasks became which, by people's hands."""

from django.db.models import Prefetch, QuerySet

from articles.models import Article
from review.models import ExtractedTask, ReshapedTask, Reshaping
from review.queries.standing import not_retired

Side = ReshapedTask.Side


def reshapings_of(task_id: int) -> QuerySet[Reshaping]:
    """Tell the reshapings that a task came of, or gave way in, with all their tasks."""
    parts = ReshapedTask.objects.select_related("task").order_by("task__start", "pk")
    return (
        Reshaping.objects.filter(parts__task=task_id)
        .select_related("reshaped_by")
        .prefetch_related(
            Prefetch("parts", parts.filter(side=Side.WAS), "were"),
            Prefetch("parts", parts.filter(side=Side.BECAME), "became"),
        )
        .order_by("pk")
    )


def reshaped_away(article: int | Article) -> QuerySet[ExtractedTask]:
    """Give the tasks of an article that gave way to others: the finder's word on them is out."""
    return ExtractedTask.objects.filter(article=article, reshaped__side=Side.WAS).order_by("pk")


def neighbours(task: ExtractedTask) -> tuple[ExtractedTask | None, ExtractedTask | None]:
    """Give the tasks that stand next to this one in its text: before it, and after it."""
    others = (
        not_retired(ExtractedTask.objects.filter(text=task.text_id))
        .exclude(pk=task.pk)
        .select_related("version")
    )
    before = others.filter(start__lt=task.start) | others.filter(start=task.start, pk__lt=task.pk)
    after = others.filter(start__gt=task.start) | others.filter(start=task.start, pk__gt=task.pk)
    return (
        before.order_by("-start", "-pk").first(),
        after.order_by("start", "pk").first(),
    )
