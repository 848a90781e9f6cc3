"""Bodies that are responsible for a task or take part in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from review.models import body_guards


@tracked(exclude=["sort_key"])
class Organisation(models.Model):
    name = models.CharField(_("name"), max_length=300)
    sort_key = models.CharField(max_length=600, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        db_index=False,
        help_text=_("The body that stands for this one; always one that stands for itself."),
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]
        indexes = [
            models.Index(
                fields=["merged_into"],
                name="organisation_merged",
                condition=models.Q(merged_into__isnull=False),
            ),
        ]
        triggers = body_guards.ORGANISATION

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> "Organisation":
        """The one that stands for it: itself, unless it was merged into another."""
        return self.merged_into or self


@tracked(exclude=["key"])
class OrganisationSpelling(models.Model):
    """One way to write an organisation; its own name is one of them."""

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="spellings",
    )
    text = models.CharField(_("spelling"), max_length=300)
    key = models.CharField(max_length=300, unique=True, editable=False)

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["organisation", "text"]

    def __str__(self) -> str:
        return self.text
