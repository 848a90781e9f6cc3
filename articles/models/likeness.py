"""Which articles say the same: what is kept to find them, what was found, what editors said."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.history import tracked
from articles.likeness.grams import Way as AsMeasured
from articles.models import likeness_guards
from articles.models.article import Article, ArticleText


class Signature(models.Model):
    """What of an article's text is kept to find others like it (`articles.likeness.signatures`).

    It is also the order to compare the article: due until somebody has. `due_at` is in database
    time. Whoever writes it holds the article's row.
    """

    article = models.OneToOneField(
        Article,
        verbose_name=_("article"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="signature",
    )
    text = models.ForeignKey(
        ArticleText,
        verbose_name=_("text"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,  # texts leave with their article only, and so does this
    )
    keys = ArrayField(models.BigIntegerField(), default=list)
    due_at = models.DateTimeField(_("to be compared from"), null=True)

    class Meta:
        verbose_name = _("signature of a text")
        verbose_name_plural = _("signatures of texts")
        indexes = [
            models.Index(
                fields=["due_at", "article"],
                name="signature_due",
                condition=models.Q(due_at__isnull=False),
            ),
        ]
        triggers = likeness_guards.SIGNATURE

    def __str__(self) -> str:
        return str(self.text_id)


class SignatureKey(models.Model):
    """The keys of all signatures, each with its articles, newest first: the database writes it.

    The index is all that is read. There is no foreign key, which would want another one.
    """

    pk = models.CompositePrimaryKey("key", "article_number")
    key = models.BigIntegerField()
    article_number = models.BigIntegerField()

    class Meta:
        verbose_name = _("key of a signature")
        verbose_name_plural = _("keys of signatures")

    def __str__(self) -> str:
        return f"{self.key}: {self.article_number}"


@tracked(unnoticed=["jaccard", "contained"])
class Likeness(models.Model):
    """Two articles that may be one, and what editors said of it.

    Where one of the two has been merged into a third, the same is offered of that third one: `via`
    says by which likeness.
    """

    class Way(models.TextChoices):
        REPOST = AsMeasured.REPOST.value, _("the same article")
        EXCERPT = AsMeasured.EXCERPT.value, _("one stands in the other")

    class State(models.TextChoices):
        OFFERED = "offered", pgettext_lazy("a likeness", "waiting")
        KEPT_APART = "kept_apart", _("kept apart")
        MERGED = "merged", _("merged")

    first = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="likenesses"
    )
    second = models.ForeignKey(
        Article,
        verbose_name=_("later article"),
        on_delete=models.CASCADE,
        related_name="earlier_likenesses",
    )
    way = models.CharField(_("how"), max_length=8, choices=Way)
    jaccard = models.FloatField(_("likeness"))
    contained = models.FloatField(_("how much of the shorter stands in the longer"))
    via = models.ForeignKey(
        "self",
        verbose_name=_("by way of"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="handed_on",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OFFERED)
    aside = models.OneToOneField(
        Article,
        verbose_name=_("the one that stepped aside"),
        null=True,
        on_delete=models.CASCADE,
        related_name="merge",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    found_at = models.DateTimeField(_("found at"), auto_now_add=True)

    class Meta:
        verbose_name = _("likeness")
        verbose_name_plural = _("likenesses")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["-id"], name="likeness_offered", condition=models.Q(state="offered")
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likeness_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="likeness_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(state="offered", decided_by=None, decided_at=None)
                | (
                    ~models.Q(state="offered")
                    & models.Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="likeness_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=(~models.Q(state="merged") & models.Q(aside=None))
                | (
                    models.Q(state="merged", aside__isnull=False)
                    & (models.Q(aside=models.F("first")) | models.Q(aside=models.F("second")))
                ),
                name="likeness_merged_with_one_aside",
            ),
        ]
        triggers = likeness_guards.LIKENESS

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"

    @property
    def percent(self) -> int:
        return int(100 * self.share)

    @property
    def share(self) -> float:
        """The figure that speaks for it."""
        return self.contained if self.way == self.Way.EXCERPT else self.jaccard

    def other_than(self, article: Article) -> Article:
        return self.second if self.first_id == article.pk else self.first
