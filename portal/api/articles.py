"""Articles and tasks, each once: the newest edition that has them speaks."""

from typing import Final

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.api import parameters as given
from portal.api.cursors import downwards
from portal.api.lists import gone
from portal.api.narrowing import narrowed, said_entries
from portal.api.operations import Asked, Operation
from portal.api.shapes import Said, Shapes, page_of
from portal.models import Edition, EditionEntry
from portal.queries import editions as published

ARTICLE: Final = given.number("number", _("The number of the article."), 42)
TASK: Final = given.number("number", _("The number of the task."), 7)
SINCE: Final = given.since(_("Only what stands in an article of this day or later."))
UNTIL: Final = given.until(_("Only what stands in an article of this day or earlier."))
NARROWING: Final = (given.THEME, given.PUBLISHER, given.DOCUMENT, SINCE, UNTIL)


def _articles(request: HttpRequest, asked: Asked) -> Said:
    page = downwards("articles", narrowed(_newest(EditionEntry.Kind.ARTICLE), asked), asked)
    return page_of(request, page, Shapes(request).of_article)


def _tasks(request: HttpRequest, asked: Asked) -> Said:
    page = downwards("tasks", narrowed(_newest(EditionEntry.Kind.TASK), asked), asked)
    return page_of(request, page, Shapes(request).of_task)


def _one_article(request: HttpRequest, asked: Asked) -> Said:
    found = published.published_article(asked["number"])
    if found is None:
        raise gone(request, published.withdrawn_edition_with(asked["number"]))
    return Shapes(request).of_whole_article(found.entry)


def _one_task(request: HttpRequest, asked: Asked) -> Said:
    entry = _newest(EditionEntry.Kind.TASK).filter(task_number=asked["number"]).first()
    if entry is None:
        raise gone(request, _withdrawn_with_task(asked["number"]))
    return Shapes(request).of_task(entry)


def _withdrawn_with_task(number: int) -> Edition | None:
    editions = Edition.objects.filter(entries__task_number=number).exclude(withdrawal=None)
    return editions.select_related("withdrawal").order_by("-pk").first()


def _newest(kind: EditionEntry.Kind) -> QuerySet[EditionEntry]:
    return said_entries(published.newest_entries()).filter(kind=kind)


OPERATIONS: Final = (
    Operation(
        "articles",
        "/articles",
        _("Every article that is published as such, what was published last first."),
        "ArticlePage",
        _articles,
        in_query=(*NARROWING, *given.PAGING),
    ),
    Operation(
        "article",
        "/articles/{number}",
        _("One article, or the one that a published task comes from."),
        "WholeArticle",
        _one_article,
        in_path=(ARTICLE,),
        may_be_withdrawn=True,
    ),
    Operation(
        "tasks",
        "/tasks",
        _("Every task that is published, what was published last first."),
        "TaskPage",
        _tasks,
        in_query=(*NARROWING, *given.PAGING),
    ),
    Operation(
        "task",
        "/tasks/{number}",
        _("One task, in the wording that was published last."),
        "Task",
        _one_task,
        in_path=(TASK,),
        may_be_withdrawn=True,
    ),
)
