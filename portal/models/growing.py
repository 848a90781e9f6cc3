"""Growing lists: what they look out for, and what was offered to them and refused."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, OfficialDocument, Publisher, Theme
from portal.models.lists import CuratedList
from review.models import ExtractedTask


class Growth(models.Model):
    """A saved filter: what fits it is offered to the list, and a person takes it in or refuses."""

    LONGEST_WORDS = 200

    class Wants(models.TextChoices):
        BOTH = "both", _("articles and tasks")
        ARTICLES = "articles", _("articles")
        TASKS = "tasks", _("tasks")

    curated_list = models.OneToOneField(
        CuratedList, verbose_name=_("list"), on_delete=models.CASCADE, related_name="growth"
    )
    wants = models.CharField(_("what it takes in"), max_length=8, choices=Wants, default=Wants.BOTH)
    words = models.CharField(
        _("words"),
        max_length=LONGEST_WORDS,
        blank=True,
        help_text=_("All of them in the article, or in the wording of the task."),
    )
    themes = models.ManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="+", help_text=_("One of them.")
    )
    publisher = models.ForeignKey(
        Publisher,
        verbose_name=_("publisher"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("That the article cites, or that the task carries out."),
    )
    published_from = models.DateField(_("published from"), null=True, blank=True)
    published_until = models.DateField(_("published until"), null=True, blank=True)

    class Meta:
        verbose_name = _("growth of a list")
        verbose_name_plural = _("growths of lists")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published_from__isnull=True)
                | models.Q(published_until__isnull=True)
                | models.Q(published_from__lte=models.F("published_until")),
                name="growth_begins_before_it_ends",
            ),
        ]

    def __str__(self) -> str:
        return str(self.curated_list)


class RefusedProposal(models.Model):
    """What was offered to a list and refused: it is not offered again, until that is taken back."""

    curated_list = models.ForeignKey(
        CuratedList,
        verbose_name=_("list"),
        on_delete=models.CASCADE,
        related_name="refused_proposals",
    )
    article = models.ForeignKey(
        Article, verbose_name=_("article"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    task = models.ForeignKey(
        ExtractedTask, verbose_name=_("task"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("refused by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    refused_at = models.DateTimeField(_("refused at"), auto_now_add=True)

    class Meta:
        verbose_name = _("refused proposal")
        verbose_name_plural = _("refused proposals")
        ordering = ["-refused_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=True) ^ models.Q(task__isnull=True),
                name="refused_article_or_task",
            ),
            models.UniqueConstraint(
                fields=["curated_list", "article"], name="refused_article_once"
            ),
            models.UniqueConstraint(fields=["curated_list", "task"], name="refused_task_once"),
        ]

    def __str__(self) -> str:
        return str(self.article or self.task)
