"""Which official documents a published entry cites, where the desk knew them: frozen with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.models import guards
from portal.models.editions import EditionEntry


class EditionEntryDocument(models.Model):
    """An official document of a published entry, as it was known then."""

    entry = models.ForeignKey(
        EditionEntry,
        verbose_name=pgettext_lazy("of a list", "entry"),
        on_delete=models.PROTECT,
        related_name="known_documents",
    )
    position = models.PositiveIntegerField(_("position"))
    document_number = models.BigIntegerField(_("number of the document at the desk"))
    slug = models.CharField(_("slug"), max_length=120, help_text="Its address among ours.")
    name = models.CharField(_("name"), max_length=400, help_text="Its kind and number.")
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    title = models.CharField(
        pgettext_lazy("of an official document", "title"), max_length=1000, blank=True
    )
    issued_on = models.DateField(_("issued on"), null=True)

    class Meta:
        verbose_name = _("official document of a published entry")
        verbose_name_plural = _("official documents of published entries")
        ordering = ["entry", "position"]
        indexes = [
            models.Index(fields=["document_number", "entry"], name="edition_document_by_number"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "document_number"], name="edition_document_once"
            ),
        ]
        triggers = guards.DOCUMENT

    def __str__(self) -> str:
        return self.name
