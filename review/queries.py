"""Every read of the review that is worth a name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from articles.models import Article, ArticleText
from review.models import Decision, ExtractedTask, SignOff, TaskVersion
from review.verdicts import Said

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = ExtractedTask.State
DECIDED = (State.APPROVED, State.REJECTED)


def effective_decisions(version_id: int | OuterRef) -> QuerySet[Decision]:
    """Those that were not taken back, in the order in which they were made."""
    return Decision.objects.filter(version=version_id, withdrawal=None).order_by("pk")


def said_of(version: TaskVersion) -> list[Said]:
    return [
        Said(decision.person_id, decision.verdict, decision.settles)
        for decision in effective_decisions(version.pk)
    ]


# -- Tasks ---------------------------------------------------------------------------------------


def current_tasks() -> QuerySet[ExtractedTask]:
    """Tasks of the texts that articles have now; not of articles that were taken down."""
    return ExtractedTask.objects.filter(
        article__state=Article.State.ACTIVE, article__text=F("text")
    )


def with_people_in_favour(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Add `in_favour`: how many stand behind the current version (as in `verdicts.in_favour`)."""
    said = effective_decisions(OuterRef("version"))
    approving = (
        said.filter(verdict=Decision.Verdict.APPROVE)
        .order_by()
        .values("version")
        .annotate(people=Count("person", distinct=True))
        .values("people")
    )
    by_writer = said.filter(person=OuterRef("version__written_by"))
    return tasks.annotate(
        in_favour=Coalesce(Subquery(approving), 0)
        + Case(
            When(Q(version__written_by__isnull=False) & ~Exists(by_writer), then=1),
            default=0,
            output_field=IntegerField(),
        )
    )


def waiting_for(person: "AbstractUser", tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Open tasks on whose wording this person has said nothing yet."""
    own = effective_decisions(OuterRef("version")).filter(person_id=person.pk)
    return (
        tasks.filter(state=State.OPEN)
        .exclude(version__written_by_id=person.pk)
        .exclude(Exists(own))
    )


def undecided(text: ArticleText) -> QuerySet[ExtractedTask]:
    return ExtractedTask.objects.filter(text=text).exclude(state__in=DECIDED)


# -- Articles ------------------------------------------------------------------------------------


def articles_in_review() -> QuerySet[Article]:
    """Articles at the desk with `tasks_total`, `tasks_decided`, and `signed` where that holds.

    Counted for each row that is shown, so a page costs the same however many articles there are.
    """
    tasks = ExtractedTask.objects.filter(text=OuterRef("text")).order_by().values("text")
    total = tasks.annotate(number=Count("pk")).values("number")
    decided = tasks.filter(state__in=DECIDED).annotate(number=Count("pk")).values("number")
    return (
        Article.objects.filter(state=Article.State.ACTIVE)
        .exclude(text=None)
        .annotate(
            tasks_total=Coalesce(Subquery(total), 0),
            tasks_decided=Coalesce(Subquery(decided), 0),
            signed=Exists(_standing_sign_offs(OuterRef("text"))),
        )
    )


def to_review(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(Exists(_open_tasks()))


def ready_to_sign_off(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.exclude(Exists(_open_tasks())).exclude(
        Exists(_standing_sign_offs(OuterRef("text")))
    )


def signed_off(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.filter(Exists(_standing_sign_offs(OuterRef("text"))))


def is_signed_off(text: ArticleText) -> bool:
    return standing_sign_off(text) is not None


def standing_sign_off(text: ArticleText) -> SignOff | None:
    """Give the sign-off that holds: all its tasks are decided, and none was added since."""
    return _standing_sign_offs(text.pk).select_related("signed_by").first()


def _standing_sign_offs(text: int | OuterRef) -> QuerySet[SignOff]:
    tasks = ExtractedTask.objects.filter(text=OuterRef("text"))
    count = tasks.order_by().values("text").annotate(number=Count("pk")).values("number")
    return SignOff.objects.filter(text=text, tasks=Coalesce(Subquery(count), 0)).exclude(
        Exists(tasks.exclude(state__in=DECIDED))
    )


def _open_tasks() -> QuerySet[ExtractedTask]:
    return ExtractedTask.objects.filter(text=OuterRef("text")).exclude(state__in=DECIDED)


# -- The index -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits: open tasks that this person may decide, tasks with a lead, articles to sign."""

    open_for_me: int
    with_lead: int
    ready_to_sign_off: int


def counts_for(person: "AbstractUser") -> Counts:
    articles = Article.objects.filter(state=Article.State.ACTIVE).exclude(text=None)
    return Counts(
        open_for_me=waiting_for(person, current_tasks()).count(),
        with_lead=current_tasks().filter(state=State.WITH_LEAD).count(),
        ready_to_sign_off=ready_to_sign_off(articles).count(),
    )
