"""What came in from a file: see `review.actions.bringing_in`. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.guards import append_only
from review.models.tasks import ExtractedTask


class BroughtIn(models.Model):
    """That a task came in from a file, and who brought it."""

    task = models.OneToOneField(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="brought_in"
    )
    sealed = models.BooleanField(
        _("sealed"),
        help_text=_("A desk with our key wrote the record: wordings and decisions are of then."),
    )
    line_sha256 = models.CharField(max_length=64, help_text="SHA-256 of the line, as it came.")
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("brought in by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    brought_at = models.DateTimeField(_("brought in at"), auto_now_add=True)

    class Meta:
        verbose_name = _("task from a file")
        verbose_name_plural = _("tasks from files")
        ordering = ["pk"]
        default_permissions = ()
        triggers = append_only(
            article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"
        )

    def __str__(self) -> str:
        return str(self.task)
