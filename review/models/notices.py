"""What the desk tells a person: in the desk, and by mail once a day to those who want that."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from review.models.comments import Comment
from review.models.tasks import ExtractedTask


class Digest(models.Model):
    """One mail to one person about one day. It stands here before it is sent."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    day = models.DateField(_("day"))
    leased_until = models.DateTimeField(
        _("leased until"), db_default=Now(), help_text="In database time."
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    ended_at = models.DateTimeField(
        _("ended at"), null=True, help_text="When it was sent, or there was nothing left to send."
    )

    class Meta:
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["leased_until"],
                name="digest_to_be_sent",
                condition=models.Q(ended_at=None),
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person}, {self.day}"


class Notice(models.Model):
    """That something concerns a person: a task, or what another app knows by the kind.

    What it says is told when it is read.
    """

    class Kind(models.TextChoices):
        MENTIONED = "mentioned", _("you were mentioned in a comment")
        ASSIGNED = "assigned", _("a task was assigned to you")
        APPROVED = "approved", _("a wording of yours was approved")
        REJECTED = "rejected", _("a wording of yours was rejected")
        VOIDED = "voided", _("a wording that you approved has been replaced")
        DISPUTED = "disputed", _("a task waits for a lead")
        SETTLED = "settled", _("a lead has settled a task that you decided on")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="notices",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    task = models.ForeignKey(
        ExtractedTask,
        verbose_name=_("task"),
        null=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    about = models.BigIntegerField(
        _("about"), null=True, help_text="The number of what another app tells of."
    )
    comment = models.ForeignKey(
        Comment,
        verbose_name=_("comment"),
        null=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    told_at = models.DateTimeField(_("told at"), db_default=Now())
    read_at = models.DateTimeField(_("read at"), null=True)
    digest = models.ForeignKey(
        Digest,
        verbose_name=_("digest"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="notices",
    )

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["person", "-id"], name="notice_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "task", "comment", "about"],
                condition=models.Q(read_at=None),
                nulls_distinct=False,
                name="notice_once_unread",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="mentioned") ^ models.Q(comment=None),
                name="notice_of_a_comment",
            ),
            models.CheckConstraint(
                condition=models.Q(task=None) ^ models.Q(about=None), name="notice_of_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"


class MailChoice(models.Model):
    """Whether somebody wants their notices by mail too, and how. Who never chose gets them."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="mail_choice",
    )
    by_mail = models.BooleanField(_("by mail"), default=True)
    language = models.CharField(
        _("language"), max_length=20, blank=True, help_text="Empty where it is the house's."
    )

    class Meta:
        verbose_name = _("choice of mail")
        verbose_name_plural = _("choices of mail")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.person)
