"""Take hold of a task or a text before anything is written about it; settle a task's state after.

Whoever needs an article's row and rows of its tasks locks the article first, then the tasks by
number: so does a re-reading, and nobody waits in a ring.
"""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, ArticleText
from articles.queries.articles import why_not_at_the_desk
from articles.refusal import Refused
from review.actions.unmasking import look_at_seeded_errors
from review.models import ExtractedTask, TaskVersion
from review.queries import said_of
from review.queries.seeding import standing_seeded_errors
from review.verdicts import state_of


class ChangedMeanwhile(Refused):
    """The wording that the person was looking at is not the current one any more."""


def hold(task_id: int, version_id: int, *, unplaced: bool = False) -> ExtractedTask:
    """Lock the task, and refuse unless it can be worked on and still has this version.

    `unplaced` says that the person knows that its words are not in the article's text any more.
    """
    task = _locked(task_id)
    if task.article.text_id != task.text_id and not unplaced:
        raise Refused(_("The text of this article has changed since: look at its tasks again."))
    if task.version_id != version_id:
        raise ChangedMeanwhile(_("Somebody has changed the wording meanwhile: look again."))
    return task


def hold_whichever(task_id: int) -> ExtractedTask:
    """Lock the task whatever its wording and its place, for what does not hang on them."""
    return _locked(task_id)


def hold_text(text_id: int) -> ArticleText:
    """Lock the article, and refuse unless this is the text that it has now."""
    article = Article.objects.select_for_update(of=("self",)).filter(texts=text_id).first()
    if article:
        _refuse_unless_at_the_desk(article)
    if article is None or article.text_id != text_id:
        raise Refused(_("The text of this article has changed since: look at its tasks again."))
    return ArticleText.objects.get(pk=text_id)


def hold_unplaced(task_id: int, text_id: int) -> tuple[ExtractedTask, ArticleText]:
    """Lock a task that has no place in this text, the one that its article has now."""
    text = hold_text(text_id)
    task = _locked(task_id)
    if task.article_id != text.article_id or task.text_id == text.pk:
        raise Refused(_("This task has its place in the text: somebody has placed it meanwhile."))
    return task, text


def restate(task: ExtractedTask) -> None:
    """Write the state that the decisions on the current version add up to.

    A seeded error is never decided: it waits, and goes when it has served.
    """
    current = ExtractedTask.objects.order_by().filter(pk=task.pk).values("version")
    task.version = version = TaskVersion.objects.get(pk__in=current)
    state = state_of(version.written_by_id, version.needed, said_of(version))
    seeded = set(standing_seeded_errors().filter(task__text=task.text_id).values_list("task"))
    if seeded:
        transaction.on_commit(partial(look_at_seeded_errors, task.article_id))
    if state != task.state and (task.pk,) not in seeded:
        task.state = state
        task.save(update_fields=["state"])


def _locked(task_id: int) -> ExtractedTask:
    """Lock the row, and read all else afterwards: what a join brought could be of before."""
    # Not `first`: its order joins the text, which would be locked too, and a moved row missed.
    tasks = ExtractedTask.objects.select_for_update().order_by()
    task = next(iter(tasks.filter(pk=task_id)), None)
    if task is None or task.state == ExtractedTask.State.RETIRED:
        raise Refused(_("This task is no longer in the article: look at its tasks again."))
    _refuse_unless_at_the_desk(task.article)
    return task


def _refuse_unless_at_the_desk(article: Article) -> None:
    if why_not := why_not_at_the_desk(article):
        raise Refused(why_not)
