"""Bodies that are responsible for a task or take part in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked


@tracked(exclude=["sort_key"])
class Organisation(models.Model):
    name = models.CharField(_("name"), max_length=300)
    sort_key = models.CharField(max_length=600, editable=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name


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
