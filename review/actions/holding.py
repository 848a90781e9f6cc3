"""Take hold of a task before anything is written about it, and settle its state afterwards."""

from django.utils.translation import gettext as _

from articles.models import Article
from articles.refusal import Refused
from review.models import ExtractedTask
from review.queries import said_of
from review.verdicts import state_of


class ChangedMeanwhile(Refused):
    """The wording that the person was looking at is not the current one any more."""


def hold(task_id: int, version_id: int) -> ExtractedTask:
    """Lock the task, and refuse unless it can be worked on and still has this version."""
    task = (
        ExtractedTask.objects.select_for_update(of=("self",))
        .select_related("article", "version")
        .get(pk=task_id)
    )
    if task.article.state != Article.State.ACTIVE:
        raise Refused(_("This article has been taken down."))
    if task.article.text_id != task.text_id:
        raise Refused(_("The text of this article has changed since: look at its tasks again."))
    if task.version_id != version_id:
        raise ChangedMeanwhile(_("Somebody has changed the wording meanwhile: look again."))
    return task


def restate(task: ExtractedTask) -> None:
    """Write the state that the decisions on the current version add up to."""
    task.refresh_from_db(fields=["version"])
    version = task.version
    if version is None:
        raise ValueError(task)
    state = state_of(version.written_by_id, version.needed, said_of(version))
    if state != task.state:
        task.state = state
        task.save(update_fields=["state"])
