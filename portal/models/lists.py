"""A list in the making."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.history import tracked
from articles.models import Article
from portal.models import guards
from portal.models.pictures import Picture
from review.models import ExtractedTask


@tracked(exclude=["revision"])
class CuratedList(models.Model):
    """An ordered, commented choice of articles and approved tasks."""

    LONGEST_TITLE = 200
    LONGEST_ALT = 300
    LONGEST_CREDIT = 200

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")

    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Markdown: **bold**, *italic*, lists, links.")
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=LONGEST_ALT,
        blank=True,
        help_text=_("Needed with a picture: read out to those who cannot see it."),
    )
    picture_credit = models.CharField(
        _("credit of the picture"),
        max_length=LONGEST_CREDIT,
        blank=True,
        help_text=_("Who took it, and where it is from."),
    )
    wants_notes = models.BooleanField(
        _("every entry needs a note"),
        default=True,
        help_text=_("Before publishing, entries without one are named."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)

    sent_back_note = models.TextField(_("sent back because"), blank=True, editable=False)
    revision = models.PositiveIntegerField(
        default=1, editable=False, help_text="Raised by every change: tells a stale form."
    )

    class Meta:
        verbose_name = _("curated list")
        verbose_name_plural = _("curated lists")
        ordering = ["-pk"]
        permissions = [
            ("submit_curatedlist", _("Can submit curated lists")),
            ("publish_curatedlist", _("Can publish curated lists that others submitted")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="draft")
                | models.Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="curated_list_submitted_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(picture__isnull=True, picture_alt="", picture_credit="")
                | models.Q(picture__isnull=False) & ~models.Q(picture_alt=""),
                name="curated_list_picture_described",
            ),
        ]
        triggers = guards.LIST

    def __str__(self) -> str:
        return self.title


@tracked()
class Entry(models.Model):
    """An article or an approved task with the editor's note, or a heading, in its place."""

    LONGEST_HEADING = 200

    curated_list = models.ForeignKey(
        CuratedList, verbose_name=_("list"), on_delete=models.CASCADE, related_name="entries"
    )
    position = models.PositiveIntegerField(_("position"))
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="entries",
    )
    task = models.ForeignKey(
        ExtractedTask,
        verbose_name=_("task"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="entries",
    )
    heading = models.CharField(
        _("section heading"),
        max_length=LONGEST_HEADING,
        blank=True,
        help_text=_("What follows it stands under it, as far as the next one."),
    )
    note = models.TextField(
        pgettext_lazy("of a list", "note"),
        blank=True,
        help_text=_("Markdown: **bold**, *italic*, lists, links."),
    )

    class Meta:
        verbose_name = pgettext_lazy("of a list", "entry")
        verbose_name_plural = _("entries")
        ordering = ["curated_list", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=False, task__isnull=True, heading="")
                | models.Q(article__isnull=True, task__isnull=False, heading="")
                | models.Q(article__isnull=True, task__isnull=True, note="")
                & ~models.Q(heading=""),
                name="entry_article_task_or_heading",
            ),
            models.UniqueConstraint(fields=["curated_list", "article"], name="entry_article_once"),
            models.UniqueConstraint(fields=["curated_list", "task"], name="entry_task_once"),
            models.UniqueConstraint(
                fields=["curated_list", "heading"],
                condition=~models.Q(heading=""),
                name="entry_heading_once",
            ),
        ]
        triggers = guards.LIST_ENTRY

    def __str__(self) -> str:
        return self.heading or str(self.article or self.task)

    @property
    def stands_on(self) -> Article | None:
        """The article it is, or the one its task comes from; None where it is a heading."""
        return self.task.article if self.task else self.article
