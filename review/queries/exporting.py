"""What an export reads: bit by bit, by a cursor of the server, as many queries for each bit."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import CharField, F, Func, Prefetch, Q, QuerySet, TextField, Value
from django.db.models.functions import Greatest, Least, Substr

from articles.models import ArticleText, ArticleTheme, Citation, Mention, ThemeDecision
from review.models import Comment, Decision, ExtractedTask, TaskVersion, VersionOrganisation
from review.places import CONTEXT
from review.queries.blindness import seen_by, sees_all, with_sight
from review.queries.seeding import standing_seeded_errors, without_seeded_errors

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

AT_ONCE = 500


class Span(NamedTuple):
    """A label on the text: what it says, and where."""

    says: str
    start: int
    end: int


class ThemeSaid(NamedTuple):
    """What somebody said of a theme of the article."""

    name: str
    verdict: str
    person: str
    decided_at: datetime


class Exported(NamedTuple):
    """A task with what stands around it.

    `task` has its wordings, decisions, bodies, documents and comments.
    """

    task: Any
    text_sha256: str
    themes: list[tuple[str, str]]
    themes_said: list[ThemeSaid]
    mentions: list[Span]
    citations: list[Span]


def exported(tasks: QuerySet[ExtractedTask], person: "AbstractUser") -> Iterator[Exported]:
    """Give the tasks that may leave the desk, as this person sees them."""
    rows = iter(_rows(tasks, person).iterator(chunk_size=AT_ONCE))
    while some := list(islice(rows, AT_ONCE)):
        yield from _with_surroundings(some)


def _rows(tasks: QuerySet[ExtractedTask], person: "AbstractUser") -> QuerySet[ExtractedTask]:
    decisions = Decision.objects.select_related("person", "withdrawal").order_by("pk")
    bodies = VersionOrganisation.objects.order_by("role", "position")
    versions = (
        TaskVersion.objects.select_related("written_by")
        .defer("search")
        .prefetch_related(Prefetch("bodies", bodies), "documents", Prefetch("decisions", decisions))
        .order_by("number")
    )
    comments = Comment.objects.select_related("person", "version").order_by("pk")
    known = with_sight(person, _that_may_leave(tasks, person))
    return (
        known.select_related("article__publisher")
        .defer("article__search")
        .annotate(
            words_before=Substr(
                "text__body",
                Greatest(F("start") - CONTEXT + 1, Value(1)),
                Least(F("start"), Value(CONTEXT)),
                output_field=TextField(),
            ),
            words_after=Substr("text__body", F("end") + 1, CONTEXT, output_field=TextField()),
        )
        .prefetch_related(Prefetch("versions", versions), Prefetch("comments", comments))
        .order_by("article", "text", "start", "pk")
    )


def _that_may_leave(
    tasks: QuerySet[ExtractedTask], person: "AbstractUser"
) -> QuerySet[ExtractedTask]:
    """Leave out seeded errors, so that nobody can tell them by comparing with the queue.

    While there are any, whoever may be tried by them gets nothing that they have yet to decide on.
    """
    tasks = without_seeded_errors(tasks)
    if sees_all(person) or not standing_seeded_errors().exists():
        return tasks
    seen = seen_by(person, ExtractedTask.objects.all())
    return tasks.filter(~Q(state=ExtractedTask.State.OPEN) | Q(pk__in=seen.values("pk")))


def _with_surroundings(tasks: list[ExtractedTask]) -> Iterator[Exported]:
    texts = {task.text_id for task in tasks}
    hashes = dict(_hashed(texts))
    themes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    given = ArticleTheme.objects.filter(content_object__in={task.article_id for task in tasks})
    for article, name, source in given.order_by("tag__sort_key", "pk").values_list(
        "content_object", "tag__name", "source"
    ):
        themes[article].append((name, source))
    said = _said_of_themes({task.article_id for task in tasks})
    mentions: dict[int, list[Span]] = defaultdict(list)
    found = Mention.objects.filter(text__in=texts).order_by("start", "end", "theme")
    for text, *span in found.values_list("text", "theme__name", "start", "end"):
        mentions[text].append(Span._make(span))
    citations: dict[int, list[Span]] = defaultdict(list)
    cited = Citation.objects.filter(text__in=texts).order_by("start", "end", "pk")
    for text, *span in cited.values_list("text", "number", "start", "end"):
        citations[text].append(Span._make(span))
    for task in tasks:
        yield Exported(
            task,
            hashes[task.text_id],
            themes[task.article_id],
            said[task.article_id],
            _within(task, mentions[task.text_id]),
            _within(task, citations[task.text_id]),
        )


def _said_of_themes(articles: set[int]) -> dict[int, list[ThemeSaid]]:
    said: dict[int, list[ThemeSaid]] = defaultdict(list)
    decisions = ThemeDecision.objects.filter(article__in=articles, decided_by__isnull=False)
    for each in decisions.select_related("theme", "decided_by").order_by("theme__sort_key", "pk"):
        who = each.decided_by.get_username() if each.decided_by else ""
        said[each.article_id].append(ThemeSaid(str(each.theme), each.verdict, who, each.decided_at))
    return said


def _hashed(texts: set[int]) -> QuerySet[Any, Any]:
    """Have the texts hashed where they are: they may be long."""
    body = Func(F("body"), Value("UTF8"), function="convert_to")
    sha256 = Func(Func(body, function="sha256"), Value("hex"), function="encode")
    rows = ArticleText.objects.filter(pk__in=texts)
    return rows.annotate(
        sha256=Func(sha256, function="", template="%(expressions)s", output_field=CharField())
    ).values_list("pk", "sha256")


def _within(task: ExtractedTask, spans: list[Span]) -> list[Span]:
    return [span for span in spans if task.start <= span.start and span.end <= task.end]
