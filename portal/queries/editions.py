"""What readers find. Nothing here looks at anything but editions, and which themes were merged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Exists, Max, Min, OuterRef, Prefetch, Q, QuerySet, When
from django.utils import timezone

from articles.models import Theme
from portal.models import (
    Edition,
    EditionCorrection,
    EditionEntry,
    EditionEntryDocument,
    EditionEntryTheme,
    EditionWithdrawal,
)
from portal.queries.printed import PrintedEntry

MOST_APPEARANCES = 100


def standing_editions() -> QuerySet[Edition]:
    """The newest edition of each list, leaving out those that were withdrawn."""
    newer = Edition.objects.filter(
        curated_list=OuterRef("curated_list"), number__gt=OuterRef("number"), withdrawal=None
    )
    return Edition.objects.filter(~Exists(newer), withdrawal=None).order_by("-pk")


def editions_narrowed(theme: "PublishedTheme | None", year: int | None) -> QuerySet[Edition]:
    """Standing editions with something on the theme, published in the year."""
    editions = standing_editions()
    if theme:
        named = EditionEntryTheme.objects.filter(
            entry__edition=OuterRef("pk"), slug__in=theme.slugs
        )
        editions = editions.filter(Exists(named))
    return editions.filter(published_at__year=year) if year else editions


def years_published() -> list[int]:
    """From the newest to the oldest, with those between."""
    standing = Edition.objects.filter(withdrawal=None)
    ends = standing.aggregate(first=Min("published_at"), last=Max("published_at"))
    if ends["first"] is None:
        return []
    first, last = timezone.localtime(ends["first"]).year, timezone.localtime(ends["last"]).year
    return list(range(last, first - 1, -1))


def editions_with(version_id: int) -> QuerySet[Edition]:
    """Give the editions with this wording of a task that were not withdrawn, however old.

    Those too that were corrected to it.
    """
    entries = EditionEntry.objects.filter(version_number=version_id)
    corrections = EditionCorrection.objects.filter(version_number=version_id)
    says_it = Q(pk__in=entries.values("edition")) | Q(pk__in=corrections.values("edition"))
    return Edition.objects.filter(says_it, withdrawal=None)


def newest_edition(slug: str) -> Edition | None:
    return Edition.objects.filter(slug=slug, withdrawal=None).order_by("-number").first()


def editions_of(slug: str) -> QuerySet[Edition]:
    """Every edition that the address ever had, newest first, the withdrawn ones too."""
    return Edition.objects.filter(slug=slug).select_related("withdrawal").order_by("-number")


def printed_entries(edition: Edition, *, most: int | None = None) -> list[PrintedEntry]:
    return _printed(edition.entries.order_by("position")[:most])


def first_entries(editions: Sequence[Edition], *, most: int) -> dict[int, list[EditionEntry]]:
    """The first few entries of each edition, by its number in the database."""
    found: dict[int, list[EditionEntry]] = {edition.pk: [] for edition in editions}
    entries = EditionEntry.objects.filter(edition__in=editions, position__lte=most)
    for entry in entries.order_by("edition", "position"):
        found[entry.edition_id].append(entry)
    return found


def themes_of(editions: Iterable[Edition]) -> list[EditionEntryTheme]:
    return _by_name(EditionEntryTheme.objects.filter(entry__edition__in=list(editions)))


def published_themes() -> list[EditionEntryTheme]:
    return _by_name(EditionEntryTheme.objects.filter(entry__edition__withdrawal=None))


@dataclass(frozen=True)
class PublishedTheme:
    slug: str
    """The address that counts: another one than was asked for, where it was merged meanwhile."""
    name: str
    slugs: list[str]
    """Its own address, and those of the themes that were merged into it."""


def published_theme(slug: str) -> PublishedTheme | None:
    """The theme as its newest entry calls it, or None where nothing is published about it."""
    one_of_them = Q(slug=slug) | Q(merged__slug=slug)
    themes = Theme.objects.filter(one_of_them, merged_into=None)
    standing = themes.prefetch_related("merged").first()
    own = standing.slug if standing else slug
    slugs = [own, *(theme.slug for theme in standing.merged.all())] if standing else [own]
    printed = EditionEntryTheme.objects.filter(slug__in=slugs, entry__edition__withdrawal=None)
    newest = printed.order_by(Case(When(slug=own, then=0), default=1), "-entry").first()
    if newest is None:
        return None
    name = standing.name if standing and newest.slug != own else newest.name
    return PublishedTheme(own, name, slugs)


def newest_entries() -> QuerySet[EditionEntry]:
    """Each article and task once: the newest edition that has it and was not withdrawn speaks."""
    # Not by a join: PostgreSQL takes it that hardly any edition stands, and goes through them all.
    was_withdrawn = Exists(EditionWithdrawal.objects.filter(edition=OuterRef("edition")))
    newer = EditionEntry.objects.filter(
        Q(kind=EditionEntry.Kind.ARTICLE) | Q(task_number=OuterRef("task_number")),
        ~was_withdrawn,
        article_number=OuterRef("article_number"),
        kind=OuterRef("kind"),
        pk__gt=OuterRef("pk"),
    )
    standing = EditionEntry.objects.filter(~Exists(newer), ~was_withdrawn)
    return _with_rows(standing.select_related("edition"))


def newest_tasks() -> QuerySet[EditionEntry]:
    """What was published last as a task, without what stands beside the entries."""
    tasks = newest_entries().filter(kind=EditionEntry.Kind.TASK)
    return tasks.prefetch_related(None).order_by("-pk")


def entries_on(theme: PublishedTheme) -> QuerySet[EditionEntry]:
    """Each article and task with the theme: if its newest entry has it."""
    named = EditionEntryTheme.objects.filter(entry=OuterRef("pk"), slug__in=theme.slugs)
    return newest_entries().filter(Exists(named))


def as_printed(entries: Iterable[EditionEntry]) -> list[PrintedEntry]:
    return [
        PrintedEntry(entry, list(entry.themes.all()), list(entry.known_documents.all()))
        for entry in entries
    ]


@dataclass(frozen=True)
class PublishedArticle:
    entry: EditionEntry
    """The newest word on it."""
    itself: PrintedEntry | None
    """The newest entry of its own, where not only tasks of it were published."""
    themes: list[EditionEntryTheme]
    tasks: list[PrintedEntry]
    appearances: list[EditionEntry]
    """Where it stands, list by list, each with its note."""


def published_article(number: int) -> PublishedArticle | None:
    newest = as_printed(newest_entries().filter(article_number=number).order_by("-edition"))
    if not newest:
        return None
    itself = next((printed for printed in newest if not printed.is_task), None)
    same = itself and itself.entry.edition_id == newest[0].entry.edition_id
    speaks = itself if itself and same else newest[0]
    tasks = [printed for printed in newest if printed.is_task]
    kind = EditionEntry.Kind.ARTICLE if itself else EditionEntry.Kind.TASK
    return PublishedArticle(
        entry=speaks.entry,
        itself=itself,
        themes=speaks.themes,
        tasks=sorted(tasks, key=lambda p: (-p.entry.edition_id, p.entry.position)),
        appearances=_appearances(number, kind),
    )


def _appearances(number: int, kind: str) -> list[EditionEntry]:
    """The newest edition with it of each list, newest first."""
    entries = EditionEntry.objects.filter(
        article_number=number, kind=kind, edition__withdrawal=None
    ).select_related("edition")
    newest_first = entries.order_by("-edition", "position")[:MOST_APPEARANCES]
    lists: dict[int, EditionEntry] = {}
    for entry in newest_first:
        lists.setdefault(entry.edition.curated_list_id, entry)
    return list(lists.values())


def withdrawn_edition_with(article_number: int) -> Edition | None:
    """The newest edition that an article stood in, where all of them were withdrawn."""
    editions = Edition.objects.filter(entries__article_number=article_number)
    return editions.exclude(withdrawal=None).select_related("withdrawal").order_by("-pk").first()


def _printed(entries: QuerySet[EditionEntry]) -> list[PrintedEntry]:
    return as_printed(_with_rows(entries))


def _with_rows(entries: QuerySet[EditionEntry]) -> QuerySet[EditionEntry]:
    themes = EditionEntryTheme.objects.order_by("sort_key")
    documents = EditionEntryDocument.objects.order_by("position")
    return entries.prefetch_related(
        Prefetch("themes", themes), Prefetch("known_documents", documents), "corrections"
    )


def _by_name(themes: QuerySet[EditionEntryTheme]) -> list[EditionEntryTheme]:
    """Each theme once, by its newest name, in Vietnamese order."""
    newest = {theme.slug: theme for theme in themes.order_by("slug", "-entry").distinct("slug")}
    merged = Theme.objects.filter(slug__in=newest, merged_into__isnull=False)
    for theme in merged.select_related("merged_into"):
        del newest[theme.slug]
        now = theme.standing
        named = EditionEntryTheme(name=now.name, slug=now.slug, sort_key=now.sort_key)
        newest.setdefault(now.slug, named)
    return sorted(newest.values(), key=lambda theme: theme.sort_key)
