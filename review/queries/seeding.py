"""Seeded errors: where one can stand, whether it has served, and who saw it.

Nothing here may be shown to anybody about one that still stands.
"""

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.models import Article
from review.agreement import Share
from review.models import (
    Claim,
    DeskSettings,
    ExtractedTask,
    QueueRow,
    SeededError,
    SeededVerdict,
    TaskVersion,
    VersionOrganisation,
)
from review.queries.decisions import said_of
from review.queries.standing import not_retired, touched, undecided
from review.verdicts import state_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = ExtractedTask.State
Fault = SeededError.Fault
FEWEST_BESIDE = 3


def without_seeded_errors(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Leave out what was ever one: for figures, and for what leaves the desk."""
    return tasks.filter(seeded_error=None)


def standing_seeded_errors() -> QuerySet[SeededError]:
    return SeededError.objects.exclude(task__state=State.RETIRED)


def seeded_errors_missing() -> int:
    """Tell how many more the desk's setting asks for, or, below nothing, how many are too many."""
    settings = DeskSettings.objects.filter(pk=1).first()
    hundredths = settings.seeded_errors if settings else 0
    waiting = QueueRow.objects.filter(stage=QueueRow.Stage.OPEN).count()
    return -(-waiting * hundredths // 100) - standing_seeded_errors().count()


def articles_to_sow_in() -> QuerySet[Article]:
    """Articles with some tasks, of which nobody has said a word yet, nor is looking at them.

    Whoever has seen an article would notice that a task has come or changed. What hangs on a task
    that steps aside would not come back with it.
    """
    tasks = not_retired(ExtractedTask.objects.filter(article=OuterRef("pk")))
    many = tasks.order_by().values("article").annotate(n=Count("pk")).filter(n__gte=FEWEST_BESIDE)
    looked_at = Claim.objects.filter(article=OuterRef("pk"), leased_until__gt=Now())
    sown = SeededError.objects.filter(task__article=OuterRef("pk"))
    return Article.objects.filter(
        Exists(many.values("n")),
        ~Exists(touched(tasks)),
        ~Exists(tasks.filter(Q(assignment__isnull=False) | Q(comments__isnull=False))),
        ~Exists(looked_at),
        ~Exists(sown),
        state=Article.State.ACTIVE,
        text__isnull=False,
    )


# -- Whether one has served ------------------------------------------------------------------------


def is_over(seeded: SeededError) -> bool:
    """Say whether it would be decided by now, was put right, or is all that still waits."""
    task, version = seeded.task, seeded.task.version
    assert version is not None  # noqa: S101  (a seeded error is made with its version)
    if version.written_by_id is not None and not is_wrong(seeded, version):
        return True
    if state_of(version.written_by_id, version.needed, said_of(version)) != State.OPEN:
        return True
    return not undecided(task.text).exclude(pk=task.pk).exists()


def is_wrong(seeded: SeededError, version: TaskVersion) -> bool:
    """Say whether this wording has the fault still. A sentence that is no task never becomes one.

    Who is named, and when, is compared with what was sown: other mistakes are people's own.
    """
    sown = TaskVersion.objects.get(task=seeded.task_id, number=1)
    if seeded.fault == Fault.WRONG_BODY:
        return not _responsible(sown).isdisjoint(_responsible(version))
    if seeded.fault == Fault.WRONG_DUE:
        return _due(sown) == _due(version)
    return True


def _responsible(version: TaskVersion) -> set[int]:
    role = VersionOrganisation.Role.RESPONSIBLE
    return set(version.bodies.filter(role=role).values_list("organisation", flat=True))


def _due(version: TaskVersion) -> tuple[object, object]:
    return version.due_from, version.due_to


def is_same_wording(one: TaskVersion, other: TaskVersion) -> bool:
    return _all_of(one) == _all_of(other)


def _all_of(version: TaskVersion) -> tuple[object, ...]:
    return (
        version.wording,
        version.due,
        _due(version),
        list(version.bodies.order_by("role", "position").values_list("role", "printed")),
        set(version.documents.values_list("pk", flat=True)),
    )


# -- Who saw it ------------------------------------------------------------------------------------


def ended_verdicts() -> QuerySet[SeededVerdict]:
    """Verdicts on those that no longer stand: until then nobody is told, leads neither."""
    return SeededVerdict.objects.filter(seeded_error__task__state=State.RETIRED)


def verdicts_to_show(person: "AbstractUser") -> QuerySet[SeededVerdict]:
    """Give this person's own, and to leads everybody's, the newest first."""
    verdicts = ended_verdicts().select_related(
        "person", "seeded_error__task__article", "seeded_error__task__version"
    )
    if not person.has_perm("review.settle_extractedtask"):
        verdicts = verdicts.filter(person=person.pk)
    return verdicts.order_by("-given_at", "-pk")


def told_of(person: "AbstractUser", task_id: int) -> str:
    """Say whether this person saw a seeded error that has gone; nothing of any other task."""
    verdict = ended_verdicts().filter(person=person.pk, seeded_error__task=task_id).first()
    if verdict is None:
        return ""
    if verdict.caught:
        return _("This was a seeded error, and you saw that something was wrong. It is gone now.")
    return _("This was a seeded error: something was wrong with it on purpose. It is gone now.")


def caught_by_person(verdicts: QuerySet[SeededVerdict]) -> dict[int, Share]:
    """Tell for each person how many they saw, of those that they were shown."""
    counted = (
        verdicts.order_by()
        .values_list("person")
        .annotate(shown=Count("pk"), seen=Count("pk", filter=Q(caught=True)))
    )
    return {person: Share(seen, shown) for person, shown, seen in counted}
