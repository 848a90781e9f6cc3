"""Tasks that are known to be wrong, mixed in so that the desk sees whether people look.

Nothing on the task itself tells. What is known of it stands here, and PostgreSQL reads it.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from review.models import seed_guards
from review.models.tasks import ExtractedTask


class SeededError(models.Model):
    """What is wrong with a task, and which true task steps aside for it meanwhile."""

    class Fault(models.TextChoices):
        WRONG_BODY = "wrong_body", _("another body is responsible")
        WRONG_DUE = "wrong_due", _("another time")
        NO_TASK = "no_task", _("no task at all")

    task = models.OneToOneField(
        ExtractedTask,
        verbose_name=_("task"),
        on_delete=models.CASCADE,
        related_name="seeded_error",
    )
    fault = models.CharField(_("fault"), max_length=10, choices=Fault)
    instead_of = models.OneToOneField(
        ExtractedTask,
        verbose_name=_("instead of"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("What the finder truly made of the same words."),
    )
    sown_at = models.DateTimeField(_("sown at"), auto_now_add=True)

    class Meta:
        verbose_name = _("seeded error")
        verbose_name_plural = _("seeded errors")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fault="no_task", instead_of=None)
                | ~models.Q(fault="no_task") & models.Q(instead_of__isnull=False),
                name="seeded_error_instead_of_a_task",
            ),
        ]
        triggers = seed_guards.SEEDED_ERROR

    def __str__(self) -> str:
        return str(self.task)


class SeededVerdict(models.Model):
    """What one person first made of a seeded error. Taking a decision back changes nothing here."""

    seeded_error = models.ForeignKey(
        SeededError,
        verbose_name=_("seeded error"),
        on_delete=models.CASCADE,
        related_name="verdicts",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    caught = models.BooleanField(_("caught"))
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)

    class Meta:
        verbose_name = _("verdict on a seeded error")
        verbose_name_plural = _("verdicts on seeded errors")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["seeded_error", "person"], name="seeded_verdict_first"),
        ]
        triggers = seed_guards.SEEDED_VERDICT

    def __str__(self) -> str:
        return f"{self.person}: {_('caught') if self.caught else _('missed')}"
