"""The desk's vocabulary, where its words stand in texts, and what people said of it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles.guards import kept_until_erasure
from articles.history import tracked
from articles.models.article import Article, ArticleText
from articles.models.managers import LONGEST_SORT_KEY, ThemeManager
from articles.models.memory import remembers_people
from articles.models.theme_guards import THEME, follows_merges
from articles.vietnamese import for_search


@tracked(exclude=["key", "sort_key"])
class Theme(TagBase):
    """A tag. Two themes are the same when their `same_word` keys are.

    One that was merged into another stays as a row that leads there, for addresses and history.
    """

    objects: ClassVar[ThemeManager] = ThemeManager()

    name = models.CharField(_("name"), max_length=100)
    key = models.CharField(max_length=100, editable=False)
    sort_key = models.CharField(max_length=LONGEST_SORT_KEY, editable=False)
    note = models.TextField(_("note"), blank=True, help_text=_("What the desk files under it."))
    parent = models.ForeignKey(
        "self",
        verbose_name=_("broader theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="narrower",
    )
    excludes = models.JSONField(
        _("not in"),
        default=list,
        blank=True,
        help_text=_("Longer phrases in which the words do not count."),
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="theme_has_a_key"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(merged_into=None), name="theme_once"
            ),
        ]
        triggers = THEME

    @property
    def standing(self) -> "Theme":
        """The theme that counts for this one: itself, unless it was merged."""
        return self.merged_into or self

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Give the slug in plain letters: it stands in addresses."""
        slug = slugify(for_search(tag))[:90] or "theme"
        return f"{slug}-{i}" if i else slug


@tracked(exclude=["key"])
class ThemeSpelling(models.Model):
    """One way to write a theme; its own name is one of them. No spelling serves two themes."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="spellings"
    )
    text = models.CharField(_("spelling"), max_length=100)
    key = models.CharField(max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["theme", "text"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="theme_spelling_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.text


_BROUGHT = ["spellings", "narrower", "decisions", "excludes_gained", "excludes_given_up"]


@tracked(exclude=_BROUGHT)
class ThemeMerge(models.Model):
    """One theme became part of another; with what it brought, so that it can be split off again."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="merges"
    )
    into = models.ForeignKey(
        Theme, verbose_name=_("merged into"), on_delete=models.CASCADE, related_name="taken_in"
    )
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    split_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("split off again by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    split_at = models.DateTimeField(_("split off again at"), null=True)
    spellings = ArrayField(models.BigIntegerField(), default=list)
    narrower = ArrayField(models.BigIntegerField(), default=list)
    decisions = ArrayField(models.BigIntegerField(), default=list)
    excludes_gained = ArrayField(models.TextField(), default=list)
    excludes_given_up = ArrayField(models.TextField(), default=list)

    class Meta:
        verbose_name = _("merge of themes")
        verbose_name_plural = _("merges of themes")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme"],
                condition=models.Q(split_at=None),
                name="theme_merged_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} → {self.into}"


class ArticleTheme(ItemBase):
    """The theme is present. What a person said of it stands in `ThemeDecision`."""

    class Source(models.TextChoices):
        FINDER = "finder", _("found in the text")
        PERSON = "person", _("given by a person")

    tag = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="article_themes"
    )
    content_object = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="article_themes"
    )
    source = models.CharField(_("source"), max_length=8, choices=Source, default=Source.PERSON)

    class Meta:
        verbose_name = _("theme of an article")
        verbose_name_plural = _("themes of articles")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="article_theme_once"),
        ]
        indexes = [models.Index(fields=["tag", "-content_object"], name="article_theme_newest")]
        triggers = [follows_merges("tag_id"), *remembers_people()]


@tracked()
class ThemeDecision(models.Model):
    """What a person said: this theme belongs to this article, or it does not."""

    class Verdict(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        REMOVED = "removed", _("removed")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="theme_decisions"
    )
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="decisions"
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now=True)

    class Meta:
        verbose_name = _("decision on a theme")
        verbose_name_plural = _("decisions on themes")
        constraints = [
            models.UniqueConstraint(fields=["article", "theme"], name="theme_decision_once"),
        ]
        triggers = kept_until_erasure(article="OLD.article_id")

    def __str__(self) -> str:
        return f"{self.theme}: {self.get_verdict_display()}"


class Mention(models.Model):
    """One place where a theme stands in a text."""

    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="mentions"
    )
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="mentions"
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words"))
    rule = models.CharField(_("rule"), max_length=60)
    confidence = models.FloatField(_("confidence"))

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["text", "start"]
        constraints = [
            models.UniqueConstraint(fields=["text", "theme", "start"], name="mention_once"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="mention_not_empty"
            ),
        ]
        triggers = [follows_merges("theme_id")]

    def __str__(self) -> str:
        return self.quote
