"""The bodies and documents that wordings name, and may name."""

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import OfficialDocument
from review.models import ExtractedTask, Organisation, VersionOrganisation
from review.queries.standing import current_tasks, not_retired


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
