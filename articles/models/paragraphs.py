"""What people said of the paragraphs of an article's page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.guards import kept_until_erasure
from articles.history import tracked
from articles.models.article import Article


@tracked(exclude=["key"])
class ParagraphDecision(models.Model):
    """This paragraph belongs to the text, or it does not: every later reading heeds it."""

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="paragraph_decisions",
    )
    key = models.CharField(
        max_length=64, editable=False, help_text="articles.reading.amending.paragraph_key"
    )
    words = models.TextField(_("words"))
    belongs = models.BooleanField(_("belongs to the text"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now=True)

    class Meta:
        verbose_name = _("decision on a paragraph")
        verbose_name_plural = _("decisions on paragraphs")
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="paragraph_decision_once"),
        ]
        triggers = kept_until_erasure(article="OLD.article_id")

    def __str__(self) -> str:
        return self.words[:100]
