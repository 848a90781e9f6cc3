"""What becomes of a seeded error that has served: it is retired, and the true task comes back.

It is done after the verdict is committed, since the article is locked first and the task then. A
process that dies in between leaves it to the next look.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from articles.models import Article
from review.actions.twins import twin_of, word_alike
from review.models import Decision, ExtractedTask, SeededError, SeededVerdict, TaskVersion
from review.queries.seeding import (
    is_over,
    is_same_wording,
    is_wrong,
    seeded_errors_missing,
    standing_seeded_errors,
)

State = ExtractedTask.State
AT_ONCE = 200


@transaction.atomic
def look_at_seeded_errors(article_id: int) -> None:
    """Write down who saw them, and take away those of the article that have served."""
    Article.objects.select_for_update(of=("self",)).filter(pk=article_id).first()
    for seeded in _held(article_id):
        take_notes(seeded)
        if is_over(seeded):
            _end(seeded)


def end_seeded_errors(article_id: int) -> list[ExtractedTask]:
    """Take away all of an article, and give the true tasks. The caller has locked the article."""
    truths = []
    for seeded in _held(article_id):
        take_notes(seeded)
        truths.append(_end(seeded))
    return [truth for truth in truths if truth]


def unmasked(task: ExtractedTask) -> ExtractedTask:
    """Give the true task in place of a seeded error, for somebody who cuts it otherwise.

    A sentence that is no task stays: who makes tasks of it says so, and others decide on those.
    """
    seeded = standing_seeded_errors().filter(task=task.pk, instead_of__isnull=False).first()
    if seeded is None:
        return task
    [held] = [one for one in _held(task.article_id) if one.pk == seeded.pk]
    take_notes(held)
    return _end(held) or task


def sweep_seeded_errors() -> None:
    """Look at those that somebody had a word on; take away what the desk's setting is too few for.

    Harmless when run twice.
    """
    said = Decision.objects.filter(version__task=OuterRef("task"))
    written = TaskVersion.objects.filter(task=OuterRef("task"), written_by__isnull=False)
    spoken_on = standing_seeded_errors().filter(Q(Exists(said)) | Q(Exists(written)))
    for article_id in spoken_on.values_list("task__article", flat=True)[:AT_ONCE]:
        look_at_seeded_errors(article_id)
    too_many = min(-seeded_errors_missing(), AT_ONCE)
    if too_many > 0:
        newest = standing_seeded_errors().order_by("-pk").values_list("task__article", flat=True)
        for article_id in newest[:too_many]:
            with transaction.atomic():
                Article.objects.select_for_update(of=("self",)).filter(pk=article_id).first()
                end_seeded_errors(article_id)


def take_notes(seeded: SeededError) -> None:
    """Write what each person first made of it: they saw that it is wrong, or they did not."""
    first: dict[int, bool] = {}
    for _at, person_id, caught in sorted(_verdicts(seeded)):
        first.setdefault(person_id, caught)
    SeededVerdict.objects.bulk_create(
        (
            SeededVerdict(seeded_error=seeded, person_id=person_id, caught=caught)
            for person_id, caught in first.items()
        ),
        ignore_conflicts=True,
    )


def _verdicts(seeded: SeededError) -> Iterator[tuple[datetime, int, bool]]:
    """Judge what was said of wordings that are wrong, and the wordings that people wrote."""
    wrong = True
    for version in seeded.task.versions.order_by("number"):
        if version.written_by_id is not None:
            wrong = is_wrong(seeded, version)
            yield version.written_at, version.written_by_id, not wrong
        for said in version.decisions.order_by("pk") if wrong else ():
            yield said.made_at, said.person_id, said.verdict != Decision.Verdict.APPROVE


def _held(article_id: int) -> list[SeededError]:
    """Lock those of an article that stand, and read what was said of them only then."""
    tasks = ExtractedTask.objects.filter(article=article_id, seeded_error__isnull=False)
    standing = tasks.exclude(state=State.RETIRED).order_by("pk")
    numbers = list(
        standing.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True)
    )
    rows = SeededError.objects.filter(task__in=numbers).exclude(task__state=State.RETIRED)
    return list(rows.select_related("task__version", "task__text", "instead_of__version"))


def _end(seeded: SeededError) -> ExtractedTask | None:
    """Retire it. The true task comes back, with the wording of whoever put the fault right."""
    task, aside = seeded.task, seeded.instead_of
    task.state = State.RETIRED
    task.save(update_fields=["state"])
    if aside is None or aside.version is None:
        return None
    truth = twin_of(aside)
    found = word_alike(truth, aside.version)
    said = task.version
    if (
        said is not None
        and said.written_by_id is not None
        and not is_wrong(seeded, said)
        and not is_same_wording(said, found)
    ):
        word_alike(truth, said, number=2)
    return truth
