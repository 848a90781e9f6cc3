"""Whether the pages that lists lead readers to are still there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class SourceCheck(models.Model):
    """What came of asking for an article's source, or an order to ask for it.

    It speaks of `address`: when the article gets another one, it says nothing any more.
    """

    class Outcome(models.TextChoices):
        ANSWERS = "answers", _("answers")
        GONE = "gone", _("is gone")
        SILENT = "silent", _("does not answer")
        UNTOLD = "untold", _("does not let itself be asked")

    article = models.OneToOneField(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="source_check"
    )
    address = models.URLField(_("address"), max_length=2000)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome, blank=True)
    checked_at = models.DateTimeField(_("checked at"), null=True)
    due_at = models.DateTimeField(
        null=True, help_text="When a worker is to ask; null where nobody has to."
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.PositiveIntegerField(default=0, help_text="Whose claim it is.")

    class Meta:
        verbose_name = _("check of a source")
        verbose_name_plural = _("checks of sources")
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(due_at__isnull=False),
                name="source_check_due",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome="", checked_at__isnull=True)
                | ~models.Q(outcome="") & models.Q(checked_at__isnull=False),
                name="source_check_tells_since_when",
            ),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_dead(self) -> bool:
        return self.outcome in {self.Outcome.GONE, self.Outcome.SILENT}
