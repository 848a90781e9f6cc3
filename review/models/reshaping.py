"""Tasks that people cut otherwise: which became which, and by whose hand. Rows never change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleText
from review.models import place_guards
from review.models.tasks import ExtractedTask


class Reshaping(models.Model):
    """A person's word that the tasks at a place of a text are others.

    The place of a task never changes within a text, since decisions are on exact words. So tasks
    that are split, merged or given other words are retired, with all that was said of them, and
    new ones stand in their place.
    """

    class How(models.TextChoices):
        SPLIT = "split", _("split")
        MERGED = "merged", _("merged")
        MOVED = "moved", _("given other words")

    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="+"
    )
    how = models.CharField(_("how"), max_length=6, choices=How)
    reshaped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reshaped by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    reshaped_at = models.DateTimeField(_("reshaped at"), auto_now_add=True)

    class Meta:
        verbose_name = _("reshaping")
        verbose_name_plural = _("reshapings")
        ordering = ["pk"]
        triggers = place_guards.RESHAPING

    def __str__(self) -> str:
        return f"{self.pk}: {self.get_how_display()}"


class ReshapedTask(models.Model):
    """A task that gave way in a reshaping, or that came of it, and the place that it had then."""

    class Side(models.TextChoices):
        WAS = "was", _("was")
        BECAME = "became", _("became")

    reshaping = models.ForeignKey(
        Reshaping, verbose_name=_("reshaping"), on_delete=models.CASCADE, related_name="parts"
    )
    task = models.ForeignKey(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="reshaped"
    )
    side = models.CharField(_("side"), max_length=6, choices=Side)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))

    class Meta:
        verbose_name = _("reshaped task")
        verbose_name_plural = _("reshaped tasks")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "side"], name="reshaped_task_once"),
        ]
        triggers = place_guards.RESHAPED_TASK

    def __str__(self) -> str:
        return str(self.task)
