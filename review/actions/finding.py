"""What the finder found in a text becomes tasks, in the transaction that saves the text."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from articles.finding.results import Task
from articles.models import ArticleText, Citation
from review.actions.organisations import find_or_make
from review.actions.versions import Wording, bodies_of
from review.models import ExtractedTask, TaskVersion, VersionDocument, VersionOrganisation


@transaction.atomic(savepoint=False)
def make_tasks(text: ArticleText, found: Sequence[Task]) -> None:
    """Make a task of each, with version 1 as the finder words it, in a handful of statements."""
    if not found:
        return
    tasks = ExtractedTask.objects.bulk_create(_task(text, task) for task in found)
    wordings = wordings_of(text, found)
    versions = TaskVersion.objects.bulk_create(
        TaskVersion(
            task=task,
            number=1,
            wording=wording.wording,
            due=wording.due,
            due_from=wording.due_from,
            due_to=wording.due_to,
        )
        for task, wording in zip(tasks, wordings, strict=True)
    )
    known = find_or_make(
        name for task in found for name in (*task.responsible, *task.participating)
    )
    pairs = list(zip(versions, wordings, strict=True))
    VersionOrganisation.objects.bulk_create(
        row for version, wording in pairs for row in bodies_of(version, wording, known)
    )
    VersionDocument.objects.bulk_create(
        VersionDocument(version=version, document_id=pk)
        for version, wording in pairs
        for pk in sorted(wording.documents)
    )
    first = TaskVersion.objects.filter(task=OuterRef("pk"), number=1).values("pk")
    ExtractedTask.objects.filter(pk__in=[task.pk for task in tasks]).update(version=Subquery(first))


def _task(text: ArticleText, found: Task) -> ExtractedTask:
    return ExtractedTask(
        article_id=text.article_id,
        text=text,
        start=found.start,
        end=found.end,
        quote=text.body[found.start : found.end],
        **surroundings(found),
    )


def surroundings(found: Task) -> dict[str, Any]:
    """Give what the finder says of a place, beside its words."""
    return {
        "heading": (found.heading or "")[:1000],
        "marker": (found.marker or "")[:60],
        "rule": found.rule,
        "confidence": found.confidence,
    }


def wordings_of(text: ArticleText, found: Sequence[Task]) -> list[Wording]:
    """Word the tasks as version 1 says them."""
    cited = list(text.citations.exclude(document=None).order_by("start"))
    return [_wording(text, task, cited) for task in found]


def _wording(text: ArticleText, found: Task, cited: list[Citation]) -> Wording:
    return Wording(
        wording=text.body[found.start : found.end],
        responsible=found.responsible,
        participating=found.participating,
        due=(found.due or "")[:200],
        due_from=found.due_from,
        due_to=found.due_to,
        documents=frozenset(
            citation.document_id
            for citation in cited
            if citation.document_id and found.start <= citation.start <= citation.end <= found.end
        ),
    )
