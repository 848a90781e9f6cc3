"""The bodies and documents that wordings name, and may name."""

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from articles.models import OfficialDocument
from articles.models.search import ForSearch
from articles.vietnamese import for_search
from review.models import ExtractedTask, Organisation, OrganisationSpelling, VersionOrganisation
from review.queries.standing import current_tasks, not_retired


def standing_bodies() -> QuerySet[Organisation]:
    """Give the bodies that stand for themselves."""
    return Organisation.objects.filter(merged_into=None)


def bodies_found(bodies: QuerySet[Organisation], words: str) -> QuerySet[Organisation]:
    """Give those of which one spelling has all the words, typed with or without marks."""
    spellings = OrganisationSpelling.objects.alias(folded=ForSearch("text"))
    for word in for_search(words).split():
        spellings = spellings.filter(folded__contains=word)
    named = spellings.filter(
        Q(organisation=OuterRef("pk")) | Q(organisation__merged_into=OuterRef("pk"))
    )
    return bodies.filter(Exists(named))


def other_spellings(body_id: int) -> QuerySet[OrganisationSpelling]:
    return besides_its_name(OrganisationSpelling.objects.filter(organisation=body_id))


def besides_its_name(spellings: QuerySet[OrganisationSpelling]) -> QuerySet[OrganisationSpelling]:
    return spellings.exclude(text=F("organisation__name"))


def versions_naming(body_id: int | OuterRef) -> QuerySet[VersionOrganisation]:
    """Give what wordings say of this body, or of one that it stands for."""
    family = Organisation.objects.filter(Q(pk=body_id) | Q(merged_into=body_id))
    return VersionOrganisation.objects.filter(organisation__in=family.values("pk"))


def tasks_of(body_id: int) -> QuerySet[ExtractedTask]:
    """Give the tasks whose current wording names this body, the newest first."""
    return (
        current_tasks()
        .filter(version__in=versions_naming(body_id).values("version"))
        .select_related("article", "version")
        .order_by("-pk")
    )


def with_due_days(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Add the `first_day` and `last_day` on which a task is due; where one is said, it is both."""
    return tasks.annotate(
        first_day=Coalesce("version__due_from", "version__due_to"),
        last_day=Coalesce("version__due_to", "version__due_from"),
    )


def with_tasks_counted(bodies: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Add `tasks`: how many tasks name the body in their current wording."""
    naming = (
        VersionOrganisation.objects.filter(
            Q(organisation=OuterRef("pk")) | Q(organisation__merged_into=OuterRef("pk")),
            version__current_of__in=not_retired(ExtractedTask.objects.all()),
        )
        .order_by()
        .values(one=Value(1))
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
    others = standing_bodies().exclude(pk__in=named.values("organisation"))
    return [body.name for body in (*here, *others[:limit])]
