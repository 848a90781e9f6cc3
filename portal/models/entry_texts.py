"""The whole text of a published article, where its publisher allowed that at the time.

Readers see it for as long as the publisher allows it: `queries.articles.shown_text` asks.
"""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.models import guards
from portal.models.editions import EditionEntry


class Paragraph(NamedTuple):
    text: str
    is_heading: bool


class EditionEntryText(models.Model):
    """The paragraphs that stood, word for word. Apart from the entry, which lists have to read."""

    entry = models.OneToOneField(
        EditionEntry,
        verbose_name=pgettext_lazy("of a list", "entry"),
        on_delete=models.PROTECT,
        related_name="full_text",
    )
    publisher_number = models.BigIntegerField(_("number of the publisher"))
    body = models.TextField(_("body"))
    headings = models.JSONField(_("headings"), default=list, help_text="[[start, end], …]")

    class Meta:
        verbose_name = _("text of a published article")
        verbose_name_plural = _("texts of published articles")
        ordering = ["entry"]
        triggers = guards.TEXT

    def __str__(self) -> str:
        return str(self.entry)

    @property
    def paragraphs(self) -> list[Paragraph]:
        starts = {start for start, _end in self.headings}
        found, start = [], 0
        for line in self.body.split("\n"):
            if line.strip():
                found.append(Paragraph(line, start in starts))
            start += len(line) + 1
        return found
