"""What was published wrongly, and what is right: rows beside an edition, which never changes.

A chain for each field: a correction says what stood there, as published or as last corrected.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.models import correction_guards
from portal.models.editions import Edition, EditionEntry
from portal.models.public_changes import seen_by_readers


class EditionCorrection(models.Model):
    class Field(models.TextChoices):
        """By the names of the columns of what was published."""

        TITLE = "title", _("title")
        INTRODUCTION = "introduction", _("introduction")
        PICTURE_ALT = "picture_alt", _("what the picture shows")
        PICTURE_CREDIT = "picture_credit", _("credit of the picture")
        SECTION = "section", _("section heading")
        NOTE = "note", _("editor’s note")
        LEAD = "lead", _("lead")
        PUBLISHER = "publisher", _("publisher")
        AUTHOR = "author", _("author")
        PUBLISHED_ON = "published_on", _("date")
        SOURCE_URL = "source_url", _("address")
        DOCUMENTS = "documents", _("documents cited")
        WORDING = "wording", _("wording")
        RESPONSIBLE = "responsible", _("responsible")
        TAKING_PART = "taking_part", _("taking part")
        DUE = "due", _("due")

    APPROVED = (Field.WORDING, Field.RESPONSIBLE, Field.TAKING_PART, Field.DUE)
    """What a task's approval is about: it is corrected to what was approved, and nothing else."""

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="corrections"
    )
    entry = models.ForeignKey(
        EditionEntry,
        verbose_name=pgettext_lazy("of a list", "entry"),
        null=True,
        on_delete=models.PROTECT,
        related_name="corrections",
    )
    field = models.CharField(
        pgettext_lazy("of a published entry", "part"), max_length=14, choices=Field, blank=True
    )
    said = models.TextField(_("what it said"), blank=True)
    says = models.TextField(_("what it says now"), blank=True)
    version_number = models.BigIntegerField(_("number of the version"), null=True)
    reason = models.TextField(_("public reason"))
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("corrected by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    corrected_at = models.DateTimeField(_("corrected at"), db_default=Now())

    class Meta:
        verbose_name = _("correction of an edition")
        verbose_name_plural = _("corrections of editions")
        default_permissions = ()
        ordering = ["pk"]
        permissions = [("correct_edition", _("Can correct editions"))]
        indexes = [
            models.Index(
                fields=["version_number"],
                name="correction_version",
                condition=models.Q(version_number__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="correction_with_a_reason"),
            models.CheckConstraint(
                condition=models.Q(field="") | ~models.Q(said=models.F("says")),
                name="correction_says_something_else",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    field__in=["wording", "responsible", "taking_part", "due"],
                    version_number__isnull=False,
                )
                | (
                    ~models.Q(field__in=["wording", "responsible", "taking_part", "due"])
                    & models.Q(version_number__isnull=True)
                ),
                name="correction_to_what_was_approved",
            ),
        ]
        triggers = [*correction_guards.CORRECTION, seen_by_readers()]

    def __str__(self) -> str:
        return f"{self.edition}: {self.get_field_display() or self.reason}"
