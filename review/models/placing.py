"""What people said of tasks whose words are not in the article's new text. Rows never change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleText
from review.models import place_guards
from review.models.tasks import ExtractedTask


class Placing(models.Model):
    """A person's word on where a task stands in the new text, though the letters are others."""

    task = models.ForeignKey(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="placings"
    )
    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="+"
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("placed by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    placed_at = models.DateTimeField(_("placed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("placing")
        verbose_name_plural = _("placings")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["task", "text"], name="placing_once")]
        triggers = place_guards.PLACING

    def __str__(self) -> str:
        return str(self.task)


class Retirement(models.Model):
    """A person's word that what a task says is no longer in the article."""

    task = models.OneToOneField(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="retirement"
    )
    reason = models.TextField(_("reason"))
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("retired by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    retired_at = models.DateTimeField(_("retired at"), auto_now_add=True)

    class Meta:
        verbose_name = _("retirement")
        verbose_name_plural = _("retirements")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="retirement_with_a_reason"),
        ]
        triggers = place_guards.RETIREMENT

    def __str__(self) -> str:
        return str(self.task)
