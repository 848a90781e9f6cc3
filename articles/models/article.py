"""An article, the numbered states of its text, and who published it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import erasing_guards
from articles.guards import append_only
from articles.history import tracked
from articles.models import likeness_guards
from articles.models.managers import ThemesManager
from articles.models.originals import Original
from articles.models.search import search_vector


@tracked(exclude=["key", "sort_key"])
class Publisher(models.Model):
    """The newspaper or office whose page it is."""

    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)
    sort_key = models.CharField(max_length=400, editable=False)
    website = models.URLField(_("website"), blank=True)
    full_text_allowed = models.BooleanField(
        _("full text may be shown"),
        default=False,
        help_text=_("Its terms allow it. Otherwise readers get the lead and a link to the source."),
    )

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name


@tracked(exclude=["search", "sort_key", "content_sha256"])
class Article(models.Model):
    class State(models.TextChoices):
        ACTIVE = "active", _("at the desk")
        TAKEN_DOWN = "taken_down", _("taken down")
        MERGED = "merged", pgettext_lazy("an article", "merged into another")

    class Field(models.TextChoices):
        """What people may correct; a re-reading leaves what they corrected alone."""

        TITLE = "title", _("title")
        PUBLISHED_ON = "published_on", _("date")
        AUTHOR = "author", _("author")
        PUBLISHER = "publisher", _("publisher")

    title = models.CharField(_("title"), max_length=500)
    published_on = models.DateField(_("date"), null=True, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    publisher = models.ForeignKey(
        Publisher,
        verbose_name=_("publisher"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    source_url = models.URLField(_("address"), max_length=2000, blank=True)
    corrected = ArrayField(
        models.CharField(max_length=20, choices=Field),
        verbose_name=_("corrected by people"),
        default=list,
        blank=True,
        editable=False,
    )
    original = models.ForeignKey(
        Original, verbose_name=_("original"), on_delete=models.PROTECT, related_name="articles"
    )
    content_sha256 = models.CharField(
        max_length=64, unique=True, editable=False, help_text="SHA-256 of the cleaned text"
    )
    text = models.OneToOneField(
        "ArticleText",
        verbose_name=_("text"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="current_of",
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ACTIVE)
    taken_down_reason = models.TextField(_("reason for taking down"), blank=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        editable=False,
        on_delete=models.DO_NOTHING,  # who erases an article has to split off the others first
        related_name="merged",
        db_index=False,
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("imported by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    sort_key = models.CharField(max_length=1000, editable=False)
    search = models.GeneratedField(
        expression=search_vector("title"), output_field=SearchVectorField(), db_persist=True
    )

    themes = ThemesManager(verbose_name=_("themes"), through="ArticleTheme", to="Theme", blank=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("take_down_article", _("Can take an article down")),
            ("erase_article", _("Can erase an article for good")),
        ]
        indexes = [
            GinIndex(fields=["search"], name="article_search"),
            models.Index(fields=["-created_at", "-id"], name="article_newest"),
            models.Index(fields=["publisher", "-published_on"], name="article_by_publisher"),
            models.Index(fields=["-published_on"], name="article_by_date"),
            models.Index(
                fields=["merged_into"],
                name="article_merged",
                condition=models.Q(merged_into__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="taken_down") | ~models.Q(taken_down_reason=""),
                name="article_taken_down_with_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(state="merged") ^ models.Q(merged_into=None),
                name="article_merged_into_another",
            ),
        ]
        triggers = [*erasing_guards.ARTICLE, *likeness_guards.ARTICLE]

    def __str__(self) -> str:
        return self.title

    @property
    def standing(self) -> "Article":
        """The one that stays at the desk for it: itself, unless it was merged into another."""
        return self.merged_into or self


class ArticleText(models.Model):
    """One numbered state of an article's text. It never changes; a new one is made."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="texts"
    )
    number = models.PositiveIntegerField(_("number"))
    body = models.TextField(_("body"))
    lead = models.TextField(_("lead"), blank=True)
    headings = models.JSONField(_("headings"), default=list, help_text="[[start, end], …]")
    dropped = models.JSONField(
        _("dropped"), default=list, help_text='[{"text", "reason", "at"}, …]'
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty where reading made it."),
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    search = models.GeneratedField(
        expression=search_vector("body"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["article", "number"]
        indexes = [GinIndex(fields=["search"], name="article_text_search")]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_text_number"),
        ]
        triggers = append_only(article="OLD.article_id")

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"


class Erasure(models.Model):
    """The record that an article was erased for good: who, when and why, and nothing of it."""

    article_number = models.BigIntegerField(_("number of the article"), unique=True)
    reason = models.TextField(_("reason"))
    erased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("erased by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    erased_at = models.DateTimeField(_("erased at"), auto_now_add=True)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-erased_at"]
        triggers = erasing_guards.ERASURE

    def __str__(self) -> str:
        return str(self.article_number)
