"""What is to be published or withdrawn at a set time.

A row with a state, which beat looks for: the database is the truth. It says who stands behind it
and what they saw; it ends once, and then never changes. To change the time is to approve anew.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from portal.models import schedule_guards
from portal.models.editions import Edition
from portal.models.lists import CuratedList

_WAITS = models.Q(state="waiting")


class Scheduled(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("failed")

    due_at = models.DateTimeField(_("due at"), help_text="In database time.")
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    set_at = models.DateTimeField(_("set at"), db_default=Now())
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Nobody, where the time had come.",
    )

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["-pk"]


class ScheduledPublication(Scheduled):
    """That what somebody saw of a submitted list is to be published, exactly that, and when."""

    class Problem(models.TextChoices):
        OTHER_SUBMISSION = (
            "submission",
            _("The list was changed or sent back after its publication had been approved."),
        )
        CHANGED = (
            "changed",
            _("What the list would say is no longer what was approved: something it draws on was "
              "changed."),
        )  # fmt: skip
        NOT_FIT = "not_fit", _("Something in the list can no longer be published.")
        MAY_NOT = "may_not", _("Who approved the publication may no longer publish.")

    curated_list = models.ForeignKey(
        CuratedList,
        verbose_name=_("list"),
        on_delete=models.CASCADE,
        related_name="scheduled_publications",
    )
    fingerprint = models.CharField(max_length=64, help_text="Of the proof that was approved.")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("submitted at"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    edition = models.OneToOneField(
        Edition,
        verbose_name=_("edition"),
        null=True,
        on_delete=models.PROTECT,
        related_name="schedule",
    )
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)
    detail = models.TextField(_("detail"), blank=True, help_text="In the desk's own language.")

    class Meta(Scheduled.Meta):
        verbose_name = _("publication at a set time")
        verbose_name_plural = _("publications at a set time")
        indexes = [models.Index(fields=["due_at"], name="publication_due", condition=_WAITS)]
        constraints = [
            models.UniqueConstraint(
                fields=["curated_list"], condition=_WAITS, name="one_publication_waits"
            ),
            models.CheckConstraint(
                condition=~models.Q(submitted_by=models.F("approved_by")),
                name="publication_by_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", ended_at__isnull=True)
                | (~models.Q(state="waiting") & models.Q(ended_at__isnull=False)),
                name="publication_ends_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state="done", edition__isnull=False)
                | (~models.Q(state="done") & models.Q(edition__isnull=True)),
                name="publication_done_is_an_edition",
            ),
            models.CheckConstraint(
                condition=(models.Q(state="failed") & ~models.Q(problem=""))
                | (~models.Q(state="failed") & models.Q(problem="")),
                name="publication_failed_for_a_reason",
            ),
        ]
        triggers = schedule_guards.PUBLICATION

    def __str__(self) -> str:
        return f"{self.curated_list}, {self.due_at}"


class ScheduledWithdrawal(Scheduled):
    """That an edition is to be withdrawn, when, and what readers will be told."""

    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition"),
        on_delete=models.PROTECT,
        related_name="scheduled_withdrawals",
    )
    reason = models.TextField(_("public reason"))
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("set by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Scheduled.Meta):
        verbose_name = _("withdrawal at a set time")
        verbose_name_plural = _("withdrawals at a set time")
        indexes = [models.Index(fields=["due_at"], name="withdrawal_due", condition=_WAITS)]
        constraints = [
            models.UniqueConstraint(
                fields=["edition"], condition=_WAITS, name="one_withdrawal_waits"
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="withdrawal_due_with_a_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", ended_at__isnull=True)
                | models.Q(state__in=["done", "cancelled"], ended_at__isnull=False),
                name="withdrawal_ends_once",
            ),
        ]
        triggers = schedule_guards.WITHDRAWAL

    def __str__(self) -> str:
        return f"{self.edition}, {self.due_at}"
