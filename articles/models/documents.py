"""Official documents, and the places where articles cite them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.history import tracked
from articles.models.article import ArticleText


@tracked(exclude=["key"])
class OfficialDocument(models.Model):
    """A resolution, directive, regulation… Its number alone never says which one it is."""

    kind = models.CharField(_("kind"), max_length=60)
    number = models.CharField(_("number"), max_length=100)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    title = models.CharField(
        pgettext_lazy("of an official document", "title"), max_length=1000, blank=True
    )
    key = models.CharField(max_length=400, unique=True, editable=False)

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        ordering = ["kind", "number"]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Citation(models.Model):
    """One place where an article cites an official document."""

    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="citations"
    )
    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="citations",
        help_text=_("Empty where the words do not say for sure which one it is."),
    )
    kind = models.CharField(_("kind"), max_length=60)
    number = models.CharField(_("number"), max_length=100)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words"))
    rule = models.CharField(_("rule"), max_length=60)
    confidence = models.FloatField(_("confidence"))

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["text", "start"]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "number"], name="citation_once"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="citation_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
