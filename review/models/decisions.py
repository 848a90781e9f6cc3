"""Verdicts. Rows are added, never changed: to change one's mind is to withdraw, and decide anew."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleText
from review.models import guards, queue_upkeep
from review.models.tasks import TaskVersion


class Decision(models.Model):
    """One person's verdict on one version."""

    class Verdict(models.TextChoices):
        APPROVE = "approve", _("approve")
        REJECT = "reject", _("reject")
        UNSURE = "unsure", _("unsure: to the lead")

    version = models.ForeignKey(
        TaskVersion, verbose_name=_("version"), on_delete=models.CASCADE, related_name="decisions"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict)
    reason = models.TextField(_("reason"), blank=True)
    settles = models.BooleanField(
        _("settles"), default=False, help_text=_("A lead's word on decisions that differ.")
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["made_at"], name="decision_by_time"),
            models.Index(fields=["person", "made_at"], name="decision_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(verdict="reject") | ~models.Q(reason=""),
                name="decision_reject_with_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(settles=False) | ~models.Q(verdict="unsure"),
                name="decision_settles_one_way",
            ),
        ]
        triggers = [*guards.DECISION, *queue_upkeep.DECISION]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_verdict_display()}"


class Withdrawal(models.Model):
    """Undo: a decision that no longer counts, and still stands on the record."""

    decision = models.OneToOneField(
        Decision, verbose_name=_("decision"), on_delete=models.CASCADE, related_name="withdrawal"
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["pk"]
        triggers = [*guards.WITHDRAWAL, *queue_upkeep.WITHDRAWAL]

    def __str__(self) -> str:
        return str(self.decision)


class SignOff(models.Model):
    """A reviewer's word on one text: every task is decided, and nothing was missed.

    It holds while all tasks of the text are decided: a task that is reopened suspends it. A task
    that is added afterwards shows that it was wrong: it is void, and another is needed.
    """

    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="sign_offs"
    )
    tasks = models.PositiveIntegerField(
        _("tasks then"), default=0, editable=False, help_text=_("Written by the database.")
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signed by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    signed_at = models.DateTimeField(_("signed at"), auto_now_add=True)

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["text", "tasks"], name="sign_off_once"),
        ]
        triggers = guards.SIGN_OFF

    def __str__(self) -> str:
        return str(self.text)
