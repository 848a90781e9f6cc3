"""What the queue chooses and sorts by, in one narrow row for each task."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article, ArticleText, Publisher
from review.models import queue_upkeep
from review.models.tasks import ExtractedTask, TaskVersion

NEVER = "9999-12-31"
"""Sorts what has no day behind all that has one, with an index that holds no null."""


def _copied(to: Any, **more: Any) -> Any:
    """Point at what the task or its article points at; their own keys are checked there."""
    options: dict[str, Any] = {
        "on_delete": models.DO_NOTHING,
        "db_constraint": False,
        "db_index": False,
    }
    return models.ForeignKey(to, related_name="+", **(options | more))


class QueueRow(models.Model):
    """A task as the queue sees it. Triggers keep it (`review.models.queue_upkeep`); nobody writes.

    What a page of the queue costs must not hang on how many tasks there are, and what it asks
    for stands in five tables: here it is together, with the indexes for each order.
    """

    class Stage(models.TextChoices):
        """A task's state; but what has no place in the text is apart, whatever was decided."""

        OPEN = "open", pgettext_lazy("a task", "waiting")
        WITH_LEAD = "with_lead", _("with the lead")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        UNPLACED = "unplaced", _("lost its place")
        AWAY = "away", _("not at the desk")

    task = models.OneToOneField(
        ExtractedTask,
        verbose_name=_("task"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="queue_row",
    )
    # Of the task
    state = models.CharField(max_length=10)
    state_since = models.DateTimeField()
    article = _copied(Article)
    text = _copied(ArticleText)
    start = models.PositiveIntegerField()
    confidence = models.FloatField()
    found_at = models.DateTimeField()
    version = _copied(TaskVersion)
    due_from = models.DateField(null=True)
    due_to = models.DateField(null=True)
    due_order = models.DateField()
    said_by = ArrayField(models.BigIntegerField())
    """Who has decided on the current wording, or wrote it."""
    sent_back_to = ArrayField(models.BigIntegerField())
    """Who stood behind an earlier wording and has not spoken on this one; who stood behind one
    that was rejected."""
    # Of the article
    at_desk = models.BooleanField()
    article_text = _copied(ArticleText, null=True)
    publisher = _copied(Publisher, null=True)
    published_on = models.DateField(null=True)
    published_order = models.DateField()
    # Of the assignment
    assigned_person = _copied(settings.AUTH_USER_MODEL, null=True)
    assigned_group = _copied(Group, null=True)
    decide_by = models.DateField(null=True)

    stage = models.GeneratedField(
        expression=Case(
            When(Q(at_desk=False) | Q(state="retired"), then=Value("away")),
            When(Q(text=F("article_text")), then=F("state")),
            default=Value("unplaced"),
        ),
        output_field=models.CharField(max_length=10, choices=Stage),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("task in the queue")
        verbose_name_plural = _("tasks in the queue")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["stage", "-article", "start", "task"],
                name="queue_newest",
                include=["publisher"],
            ),
            models.Index(
                fields=["-article", "start", "task"],
                name="queue_second",
                condition=Q(stage="open") & ~Q(said_by=[]),
            ),
            models.Index(fields=["-article", "start", "task"], name="queue_all"),
            models.Index(fields=["stage", "due_order", "task"], name="queue_due"),
            models.Index(fields=["stage", "confidence", "task"], name="queue_confidence"),
            models.Index(
                fields=["stage", "-published_order", "-article", "start", "task"],
                name="queue_published",
            ),
            models.Index(
                fields=["state_since"],
                name="queue_decided",
                include=["task", "state", "found_at", "article", "publisher"],
                condition=Q(state__in=["approved", "rejected"]),
            ),
            # What is due soon is one of these or the other, of what is not decided.
            models.Index(
                fields=["due_to"],
                name="queue_due_soon",
                condition=Q(stage__in=["open", "with_lead"]),
            ),
            models.Index(
                fields=["decide_by"],
                name="queue_decide_soon",
                condition=Q(stage__in=["open", "with_lead"]),
            ),
            models.Index(
                fields=["assigned_person", "stage"],
                name="queue_person",
                condition=Q(assigned_person__isnull=False),
            ),
            models.Index(
                fields=["assigned_group", "stage"],
                name="queue_group",
                condition=Q(assigned_group__isnull=False),
            ),
            GinIndex(
                fields=["sent_back_to"], name="queue_sent_back", condition=~Q(sent_back_to=[])
            ),
        ]

    def __str__(self) -> str:
        return str(self.task)


class ArticleInQueue(Article):
    """Articles, for the trigger that tells the queue what changed about one."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = queue_upkeep.ARTICLE
