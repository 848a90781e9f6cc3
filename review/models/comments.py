"""What people say to each other about a task. Rows are added, never changed."""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.guards import Guard, append_only, refuse
from review.models.tasks import ExtractedTask, TaskVersion

LONGEST_COMMENT = 5000

_OF_ITS_TASK = Guard(
    name="of_its_task",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF NOT EXISTS (
            SELECT 1 FROM review_taskversion WHERE id = NEW.version_id AND task_id = NEW.task_id
        ) THEN
            {refuse("version % is not of task %", "NEW.version_id", "NEW.task_id")}
        END IF;
        RETURN NEW;
    """,
)
_OF_A_COMMENT = """
    SELECT task.article_id FROM review_comment said
    JOIN review_extractedtask task ON task.id = said.task_id WHERE said.id = OLD.comment_id
"""


class Comment(models.Model):
    """`about` are the words of the article that it speaks of, where it is not the whole task."""

    task = models.ForeignKey(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="comments"
    )
    version = models.ForeignKey(
        TaskVersion,
        verbose_name=_("version"),
        on_delete=models.CASCADE,
        related_name="comments",
        help_text=_("The wording that was the current one then."),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.TextField(_("comment"))
    about = models.TextField(_("about the words"), blank=True)
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="CommentMention",
        verbose_name=_("mentioned"),
        related_name="+",
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["pk"]
        default_permissions = ["add"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(words__regex=r"\S"), name="comment_says_something"
            ),
        ]
        triggers = [
            _OF_ITS_TASK,
            *append_only(
                article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"
            ),
        ]

    def __str__(self) -> str:
        return Truncator(self.words).chars(100)


class CommentMention(models.Model):
    """Somebody whom a comment names, so that they are told of it."""

    comment = models.ForeignKey(
        Comment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="mentions"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("mention in a comment")
        verbose_name_plural = _("mentions in comments")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="comment_mention_once"),
        ]
        triggers = append_only(article=_OF_A_COMMENT)

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.person}"
