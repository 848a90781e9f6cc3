"""Feeds, sitemaps and folders that the desk looks into by itself."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from articles.models.imports import ImportItem

_HOW_IT_GOES = [
    *("pending", "etag", "last_modified", "due_at", "rung_at", "claim"),
    *("looked_at", "problem", "last_error", "failures", "found"),
]


@tracked(exclude=_HOW_IT_GOES, unnoticed=_HOW_IT_GOES)
class WatchedSource(models.Model):
    """A place that is looked into every so often; what is new in it is imported.

    `due_at` is in database time, and empty where nobody is to look. Whoever looks counts one claim
    more, and only the last claim may say what was found.
    """

    class Kind(models.TextChoices):
        FEED = "feed", _("feed (RSS or Atom)")
        SITEMAP = "sitemap", _("sitemap")
        FOLDER = "folder", _("folder")

    class Every(models.IntegerChoices):
        """In minutes."""

        QUARTER = 15, _("every 15 minutes")
        HOUR = 60, _("every hour")
        QUARTER_OF_A_DAY = 360, _("every 6 hours")
        DAY = 1440, _("every day")

    class Trouble(models.TextChoices):
        """What goes wrong with a source, beside what goes wrong with any address."""

        NO_FEED = "no_feed", _("This is no RSS or Atom feed.")
        NO_SITEMAP = "no_sitemap", _("This is no sitemap.")
        NO_FOLDER = "no_folder", _("There is no such folder where the workers run.")
        OTHER_FOLDER = "other_folder", _("This folder is not one that may be watched.")
        CLOSED_FILES = (
            "closed_files",
            _("Some of what is in it cannot be read where the workers run. The rest is imported."),
        )
        FEED_TOO_LARGE = "feed_too_large", _("The feed is too big: it may have 5 MB at most.")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("name"), max_length=200)
    place = models.CharField(
        _("address or folder"),
        max_length=2000,
        help_text=_("The address of the feed or the sitemap; for a folder, its path."),
    )
    every = models.PositiveSmallIntegerField(_("how often"), choices=Every, default=Every.HOUR)
    since = models.DateField(
        _("only what changed since"),
        null=True,
        blank=True,
        help_text=_("Older pages are left out, as far as the feed or the sitemap says their date."),
    )
    active = models.BooleanField(_("is watched"), default=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("added at"), auto_now_add=True)

    pending = ArrayField(
        models.CharField(max_length=2000),
        default=list,
        editable=False,
        help_text="Sitemaps of an index that are still to be read in this round.",
    )
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    due_at = models.DateTimeField(_("next look"), null=True, editable=False)
    rung_at = models.DateTimeField(
        null=True, editable=False, help_text="When a worker was last told that it is due."
    )
    claim = models.PositiveBigIntegerField(default=0, editable=False)
    looked_at = models.DateTimeField(_("last look"), null=True, editable=False)
    problem = models.CharField(
        _("problem"),
        max_length=20,
        choices=[*Trouble.choices, *ImportItem.Problem.choices],
        blank=True,
        editable=False,
    )
    last_error = models.TextField(_("last error"), blank=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    found = models.PositiveIntegerField(_("found so far"), default=0, editable=False)

    class Meta:
        verbose_name = _("watched source")
        verbose_name_plural = _("watched sources")
        ordering = ["name", "pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="watched_source_due",
                condition=models.Q(due_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "place"],
                name="watched_source_once",
                violation_error_message=_("This is watched already."),
            ),
            models.CheckConstraint(
                condition=models.Q(active=False) ^ models.Q(due_at__isnull=False),
                name="watched_source_due_while_active",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SeenEntry(models.Model):
    """Something that a source named once: it is not imported again, whatever became of it."""

    source = models.ForeignKey(
        WatchedSource, verbose_name=_("source"), on_delete=models.CASCADE, related_name="seen"
    )
    key = models.CharField(
        max_length=64, help_text="SHA-256 of its canonical address, or of a file's name and state."
    )

    class Meta:
        verbose_name = _("seen entry")
        verbose_name_plural = _("seen entries")
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="seen_entry_once"),
        ]

    def __str__(self) -> str:
        return self.key
