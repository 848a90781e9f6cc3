"""What was published, frozen. Public pages read these rows and no others.

Entries point at articles and tasks by number only: what is published outlives its sources.
"""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.models import guards
from portal.models.lists import CuratedList
from portal.models.pictures import Picture
from portal.models.public_changes import seen_by_readers


class Edition(models.Model):
    """A frozen, numbered publication of a list."""

    curated_list = models.ForeignKey(
        CuratedList, verbose_name=_("list"), on_delete=models.PROTECT, related_name="editions"
    )
    uuid = models.UUIDField(
        default=uuid.uuid4, unique=True, editable=False, help_text="Names it in feeds for ever."
    )
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=100)
    introduction = models.TextField(_("introduction"), blank=True)
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("lead picture"),
        null=True,
        on_delete=models.PROTECT,
        related_name="editions",
    )
    picture_alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)
    picture_credit = models.CharField(_("credit of the picture"), max_length=200, blank=True)
    entries_count = models.PositiveIntegerField(_("number of entries"))
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published at"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-published_at", "-pk"]
        permissions = [("withdraw_edition", _("Can withdraw editions"))]
        indexes = [models.Index(fields=["-published_at", "-id"], name="edition_newest")]
        constraints = [
            models.UniqueConstraint(fields=["curated_list", "number"], name="edition_number"),
            models.UniqueConstraint(fields=["slug", "number"], name="edition_address"),
            models.CheckConstraint(
                condition=~models.Q(submitted_by=models.F("published_by")),
                name="edition_by_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(picture__isnull=True, picture_alt="", picture_credit="")
                | models.Q(picture__isnull=False) & ~models.Q(picture_alt=""),
                name="edition_picture_described",
            ),
        ]
        triggers = [*guards.EDITION, seen_by_readers()]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class EditionEntry(models.Model):
    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        TASK = "task", _("task")

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="entries"
    )
    position = models.PositiveIntegerField(_("position"))
    section = models.CharField(
        _("section heading"), max_length=200, blank=True, help_text="What it stands under."
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    note = models.TextField(pgettext_lazy("of a list", "note"), blank=True)
    article_number = models.BigIntegerField(_("number of the article"))
    title = models.CharField(_("title"), max_length=500)
    lead = models.TextField(_("lead"), blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    published_on = models.DateField(_("date"), null=True)
    source_url = models.URLField(_("address"), max_length=2000, blank=True)
    documents = ArrayField(
        models.CharField(max_length=400), verbose_name=_("documents cited"), default=list
    )
    task_number = models.BigIntegerField(_("number of the task"), null=True)
    version_number = models.BigIntegerField(_("number of the version"), null=True)
    wording = models.TextField(_("wording"), blank=True)
    responsible = ArrayField(
        models.CharField(max_length=300), verbose_name=_("responsible"), default=list
    )
    taking_part = ArrayField(
        models.CharField(max_length=300), verbose_name=_("taking part"), default=list
    )
    due = models.CharField(_("due"), max_length=200, blank=True)
    themes_count = models.PositiveIntegerField(_("number of themes"), default=0)
    documents_count = models.PositiveIntegerField(
        _("number of documents"), default=0, help_text="Of those the desk knew."
    )
    has_full_text = models.BooleanField(_("with its full text"), default=False)

    class Meta:
        verbose_name = _("entry of an edition")
        verbose_name_plural = _("entries of editions")
        ordering = ["edition", "position"]
        indexes = [
            models.Index(fields=["article_number", "edition"], name="edition_entry_article"),
            models.Index(fields=["version_number", "edition"], name="edition_entry_version"),
            models.Index(fields=["publisher", "id"], name="edition_entry_publisher"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="edition_entry_position"),
            models.CheckConstraint(
                condition=models.Q(
                    kind="article", task_number__isnull=True, version_number__isnull=True
                )
                | models.Q(kind="task", task_number__isnull=False, version_number__isnull=False),
                name="edition_entry_task_has_a_version",
            ),
        ]
        triggers = guards.ENTRY

    def __str__(self) -> str:
        return self.wording or self.title


class EditionEntryTheme(models.Model):
    """A theme of a published entry, as it was named then."""

    entry = models.ForeignKey(
        EditionEntry,
        verbose_name=pgettext_lazy("of a list", "entry"),
        on_delete=models.PROTECT,
        related_name="themes",
    )
    name = models.CharField(_("name"), max_length=100)
    slug = models.CharField(_("slug"), max_length=100)
    sort_key = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("theme of a published entry")
        verbose_name_plural = _("themes of published entries")
        ordering = ["entry", "sort_key"]
        indexes = [models.Index(fields=["slug", "entry"], name="edition_theme_by_slug")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "slug"], name="edition_theme_once"),
        ]
        triggers = guards.THEME

    def __str__(self) -> str:
        return self.name


class EditionWithdrawal(models.Model):
    """An edition that readers are asked not to rely on, and the public reason why."""

    edition = models.OneToOneField(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="withdrawal"
    )
    reason = models.TextField(_("public reason"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal of an edition")
        verbose_name_plural = _("withdrawals of editions")
        ordering = ["-withdrawn_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="edition_withdrawn_with_a_reason"
            ),
        ]
        triggers = [*guards.WITHDRAWAL, seen_by_readers()]

    def __str__(self) -> str:
        return str(self.edition)
