"""Lead pictures: kept once each, under a name made of what is in them, in a few widths."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.guards import Guard, refuse


class Picture(models.Model):
    key = models.CharField(
        max_length=64, unique=True, editable=False, help_text="SHA-256 of the widest one."
    )
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    widths = ArrayField(models.PositiveIntegerField(), help_text="Narrowest first.")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0, widths__len__gt=0),
                name="picture_has_a_size",
            ),
        ]
        triggers = [
            Guard(
                name="never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=refuse("a row of % never changes", "TG_TABLE_NAME"),
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def file_of(self, width: int) -> str:
        """Where the storage keeps the one that is so wide."""
        return f"pictures/{self.key}/{width}.jpg"
