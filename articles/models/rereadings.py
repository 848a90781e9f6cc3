"""One order to read articles again, its slices, and what it changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from articles.models.article import Article
from articles.models.leased import Leased


@tracked()
class Rereading(models.Model):
    """Every article that was there when it began is read once more. Only one goes on at a time."""

    class Scope(models.TextChoices):
        READING = "reading", _("read the originals again")
        FINDING = "finding", _("find again in the texts")
        THEMES = "themes", _("find only the themes again")

    scope = models.CharField(_("what"), max_length=8, choices=Scope, default=Scope.READING)
    dry_run = models.BooleanField(
        _("only tell what would change"),
        default=True,
        help_text=_("Nothing is saved but the report."),
    )
    articles = models.PositiveIntegerField(_("articles"), default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    cancelled = models.BooleanField(_("cancelled"), default=False, editable=False)

    class Meta:
        verbose_name = _("re-reading")
        verbose_name_plural = _("re-readings")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(ended_at=None),
                name="rereading_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Re-reading %(number)s") % {"number": self.pk})


class RereadingSlice(Leased):
    """A run of articles, the unit of work: articles after `after`, up to `last`, are still to do.

    An article that is done sets the attempts back to none.
    """

    rereading = models.ForeignKey(
        Rereading,
        verbose_name=_("re-reading"),
        on_delete=models.CASCADE,
        related_name="slices",
    )
    after = models.BigIntegerField()
    last = models.BigIntegerField()
    done = models.PositiveIntegerField(_("done"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)

    class Meta:
        verbose_name = _("slice of a re-reading")
        verbose_name_plural = _("slices of re-readings")
        ordering = ["rereading", "last"]
        indexes = [
            models.Index(
                fields=["leased_until", "id"],
                name="rereading_slice_open",
                condition=models.Q(leased_until__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["rereading", "last"], name="rereading_slice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rereading_id}: {self.after}–{self.last}"


class RereadingChange(models.Model):
    """One thing that a re-reading changed, or would change: see `articles.changes.Change`."""

    rereading = models.ForeignKey(
        Rereading,
        verbose_name=_("re-reading"),
        on_delete=models.CASCADE,
        related_name="changes",
    )
    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+"
    )
    what = models.CharField(_("what"), max_length=10)
    how = models.CharField(_("how"), max_length=10)
    name = models.CharField(max_length=40, blank=True)
    words = models.TextField(_("now"), blank=True)
    was = models.TextField(_("before"), blank=True)

    class Meta:
        verbose_name = _("change by a re-reading")
        verbose_name_plural = _("changes by re-readings")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["rereading", "what", "how", "id"], name="rereading_change_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.how}: {self.words}"
