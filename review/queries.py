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
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from articles.models import Article, ArticleText, OfficialDocument, Publisher, Theme
from review.models import (
    Decision,
    ExtractedTask,
    Organisation,
    Placing,
    Retirement,
    SignOff,
    TaskVersion,
    VersionOrganisation,
)
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


def tasks_to_show(article: Article) -> QuerySet[ExtractedTask]:
    """Give the tasks of an article in their order; those that have lost their place come first."""
    return with_record(not_retired(article.tasks.all())).order_by("text__number", "start", "pk")


def standing_at(text: ArticleText, start: int, end: int) -> QuerySet[ExtractedTask]:
    return not_retired(ExtractedTask.objects.filter(text=text, start=start, end=end))


def touched(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Give those that any person had a hand in: wrote a wording, or decided, taken back or not."""
    return tasks.filter(_is_touched())


def untouched_in(text: ArticleText) -> QuerySet[ExtractedTask]:
    return not_retired(text.tasks.all()).exclude(_is_touched())


def _is_touched() -> Q | Combinable:
    written = TaskVersion.objects.filter(task=OuterRef("pk"), written_by__isnull=False)
    said = Decision.objects.filter(version__task=OuterRef("pk"))
    return Exists(written) | Exists(said)


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


def approved_without_enough_people() -> QuerySet[ExtractedTask]:
    """Find what no trigger would have let through. There is none, unless one was switched off."""
    approved = ExtractedTask.objects.filter(state=ExtractedTask.State.APPROVED)
    counted = with_people_in_favour(approved)
    return counted.alias(missing=F("version__needed") - F("in_favour")).filter(missing__gt=0)


def waiting_for(person: "AbstractUser", tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Open tasks on whose wording this person has said nothing yet."""
    own = effective_decisions(OuterRef("version")).filter(person_id=person.pk)
    return (
        tasks.filter(state=State.OPEN)
        .exclude(version__written_by_id=person.pk)
        .exclude(Exists(own))
    )


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


def tasks_of(organisation_id: int) -> QuerySet[ExtractedTask]:
    """Give the tasks whose current wording names this body, the newest first."""
    named = VersionOrganisation.objects.filter(organisation=organisation_id).values("version")
    return (
        current_tasks()
        .filter(version__in=named)
        .select_related("article", "version")
        .order_by("-pk")
    )


def with_tasks_counted(bodies: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Add `tasks`: how many tasks name the body in their current wording."""
    naming = (
        VersionOrganisation.objects.filter(
            organisation=OuterRef("pk"),
            version__current_of__in=not_retired(ExtractedTask.objects.all()),
        )
        .order_by()
        .values("organisation")
        .annotate(number=Count("version", distinct=True))
        .values("number")
    )
    return bodies.annotate(tasks=Coalesce(Subquery(naming), 0))


def documents_for(text_id: int, version_id: int | None = None) -> QuerySet[OfficialDocument]:
    """Tell which documents a wording may cite: those of the text, and those it cites now.

    A document that has been merged since is the one that stands for it.
    """
    cited = Q(citations__text=text_id)
    kept = Q(versions=version_id) if version_id else Q()
    final = Coalesce("same_as", "pk")
    numbers = OfficialDocument.objects.filter(cited | kept).values(final=final)
    return OfficialDocument.objects.filter(pk__in=numbers)


def known_bodies(text_id: int, limit: int = 300) -> list[str]:
    """Names to offer while somebody types a body: those of this text, then the desk's others."""
    named = VersionOrganisation.objects.filter(version__task__text=text_id)
    here = Organisation.objects.filter(pk__in=named.values("organisation"))
    others = Organisation.objects.exclude(pk__in=named.values("organisation"))
    return [body.name for body in (*here, *others[:limit])]


def undecided(text: ArticleText) -> QuerySet[ExtractedTask]:
    return not_retired(ExtractedTask.objects.filter(text=text)).exclude(state__in=DECIDED)


def unplaced_in(text: ArticleText) -> QuerySet[ExtractedTask]:
    """Give the tasks of the article of this text, its current one, that have no place in it."""
    tasks = ExtractedTask.objects.filter(article=text.article_id)
    return not_retired(tasks).exclude(text=text)


# -- Articles ------------------------------------------------------------------------------------


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


# -- The index -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits: tasks to decide for this person, with a lead, or without a place; articles."""

    open_for_me: int
    with_lead: int
    ready_to_sign_off: int
    unplaced: int


def counts_for(person: "AbstractUser") -> Counts:
    articles = Article.objects.filter(state=Article.State.ACTIVE).exclude(text=None)
    return Counts(
        open_for_me=waiting_for(person, current_tasks()).count(),
        with_lead=current_tasks().filter(state=State.WITH_LEAD).count(),
        ready_to_sign_off=ready_to_sign_off(articles).count(),
        unplaced=unplaced(standing_tasks()).count(),
    )
