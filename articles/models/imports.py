"""One order to import, and the things to be imported by it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from articles.models.article import Article
from articles.models.import_guards import KNOWS_ITS_STARTER
from articles.models.originals import Original


@tracked(exclude=["seen_at"])
class ImportJob(models.Model):
    class Source(models.TextChoices):
        FILES = "files", _("uploaded files")
        PASTE = "paste", _("pasted text")
        COMMAND = "command", _("command line")
        ADDRESSES = "addresses", _("web addresses")
        WATCHED = "watched", _("watched source")
        API = "api", _("other system")

    source = models.CharField(_("source"), max_length=10, choices=Source)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)
    watched = models.ForeignKey(
        "articles.WatchedSource",
        verbose_name=_("watched source"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="jobs",
    )
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("cancelled by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, editable=False)
    seen_at = models.DateTimeField(
        null=True, editable=False, help_text="When whoever started it saw how it had ended."
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["created_by"], name="import_job_unseen", condition=models.Q(seen_at=None)
            ),
        ]

    def __str__(self) -> str:
        return str(_("Import %(number)s") % {"number": self.pk})


class ImportItem(models.Model):
    """A unit of work: saved with a state before any worker hears of it.

    `leased_until` is in database time. A running item belongs to its worker until then; a waiting
    one is not announced (again) before then.

    An archive or a table is unpacked: what is in it becomes items of the same job, each linked to
    it by `unpacked_from` and the place `member` in it, a key that no second run can double.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        IMPORTED = "imported", _("imported")
        DUPLICATE = "duplicate", _("duplicate")
        UNPACKED = "unpacked", _("unpacked")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    class Problem(models.TextChoices):
        """Why an item failed, in words that an editor understands."""

        EMPTY = "empty", _("The file is empty.")
        UNSUPPORTED = "unsupported", _("This kind of file cannot be imported yet.")
        NOT_TEXT = "not_text", _("This is not a text: it may be damaged or of another kind.")
        BAD_ENCODING = "bad_encoding", _("The letters of this text cannot be made out.")
        SAVE_AS_DOCX = (
            "save_as_docx",
            _("A file of an old Word or another word processor. Save it as .docx and import that."),
        )
        PICTURE = (
            "picture",
            _("There is no text in it: it is a picture. Run text recognition (OCR) on it first."),
        )
        NO_BODY = "no_body", _("No article was found in it.")
        ENCRYPTED = "encrypted", _("It is protected by a password.")
        DAMAGED = "damaged", _("The file is damaged.")
        NOTHING_INSIDE = "nothing_inside", _("There is nothing in it to import.")
        TOO_MANY = (
            "too_many",
            _("There are more files or rows in it than can be imported at once. Please split it."),
        )
        UNPACKS_TOO_LARGE = (
            "unpacks_too_large",
            _("Unpacked, it would be bigger than can be imported at once. Please split it."),
        )
        NESTED = (
            "nested",
            _("An archive or a table inside an archive. Please unpack it and import it by itself."),
        )
        NO_TEXT_COLUMN = (
            "no_text_column",
            _("No column holds the text of the articles. Name it “Nội dung” or “text”."),
        )
        BROKEN_ROW = "broken_row", _("This row is broken and cannot be read.")
        ROW_WITHOUT_TEXT = "row_without_text", _("This row has no text.")
        SECRET = (
            "secret",
            _("It bears a mark of secrecy. It was refused, and nothing of it was kept."),
        )
        TOO_LARGE = "too_large", _("The file is too big.")
        TOO_LONG = "too_long", _("The text is too long to be one article.")
        TOO_MANY_PAGES = "too_many_pages", _("It has too many pages to be one article.")
        TOO_MUCH_MEMORY = (
            "too_much_memory",
            _("Reading it took too much memory. It was set aside."),
        )
        BAD_ADDRESS = "bad_address", _("This is no web address.")
        FORBIDDEN_ADDRESS = (
            "forbidden_address",
            _("This address leads into a closed network, where nothing is fetched."),
        )
        CLOSED_PORT = (
            "closed_port",
            _("Only what sites show at the usual ports (80 and 443) is fetched."),
        )
        NOT_ALLOWED = "not_allowed", _("The site does not let programs fetch this page.")
        NOT_FOUND = "not_found", _("There is no such page (any more).")
        REFUSED_BY_SITE = "refused_by_site", _("The site refused to give this page.")
        NO_ANSWER = "no_answer", _("The site did not answer, or only with an error.")
        LEADS_NOWHERE = "leads_nowhere", _("The address leads on to others without end.")
        TOOK_TOO_LONG = "took_too_long", _("Reading it took too long. It was set aside.")
        GAVE_UP = "gave_up", _("Reading it failed several times. It was set aside.")
        ERROR = "error", _("Something went wrong on our side. The error has been logged.")

    job = models.ForeignKey(
        ImportJob, verbose_name=_("import"), on_delete=models.CASCADE, related_name="items"
    )
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=255, blank=True)
    original = models.ForeignKey(
        Original,
        verbose_name=_("original"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="items",
    )
    address = models.CharField(
        _("web address"),
        max_length=2000,
        blank=True,
        help_text="Where it is to be fetched from; its original comes with that.",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    problem = models.CharField(_("problem"), max_length=20, choices=Problem, blank=True)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="import_items",
    )
    unpacked_from = models.ForeignKey(
        "self",
        verbose_name=_("unpacked from"),
        null=True,
        on_delete=models.CASCADE,
        related_name="unpacked",
        db_index=False,  # the unique key begins with it
    )
    member = models.PositiveIntegerField(_("place in the bundle"), null=True)
    row = models.PositiveIntegerField(_("row of the table"), null=True)
    members = models.PositiveIntegerField(
        _("taken out of it"),
        null=True,
        help_text="How many things were taken out so far; empty where it is no bundle.",
    )
    left_out = models.PositiveIntegerField(_("left out"), default=0)
    columns = ArrayField(
        models.CharField(max_length=100),
        verbose_name=_("columns not used"),
        default=list,
    )
    starter = models.CharField(
        max_length=40,
        default="",
        db_default="",
        editable=False,
        help_text="Who started its import, and by which way: what takes turns at the workers.",
    )
    announced = models.BooleanField(
        default=False,
        db_default=False,
        editable=False,
        help_text="Whether a worker has been rung for it, or has it: it is under way.",
    )
    claim = models.PositiveIntegerField(
        default=0,
        db_default=0,
        editable=False,
        help_text="Whose it is: every claim counts one more, and nothing sets it back.",
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    excused = models.PositiveSmallIntegerField(
        default=0,
        db_default=0,
        editable=False,
        help_text="Attempts that failed for what passes: they do not count against it.",
    )
    last_error = models.TextField(
        _("last error"), blank=True, help_text="What went wrong the last time, for engineers."
    )
    leased_until = models.DateTimeField(_("leased until"), null=True, editable=False)
    worker = models.CharField(_("worker"), max_length=100, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["job", "position"]
        indexes = [
            models.Index(fields=["job", "state", "position"], name="import_item_by_state"),
            models.Index(
                fields=["starter", "job", "leased_until", "id"],
                name="import_item_turn",
                condition=models.Q(state__in=["waiting", "running"]),
            ),
            models.Index(
                fields=["starter", "leased_until"],
                name="import_item_due",
                condition=models.Q(state__in=["waiting", "running"]),
            ),
            models.Index(
                fields=["leased_until"],
                name="import_item_under_way",
                condition=models.Q(announced=True),
            ),
            BrinIndex(fields=["finished_at"], autosummarize=True, name="import_item_ended"),
            models.Index(
                fields=["job", "finished_at"],
                name="import_item_finished",
                condition=models.Q(finished_at__isnull=False),
            ),
            models.Index(
                fields=["original"], name="import_item_secret", condition=models.Q(problem="secret")
            ),
            models.Index(
                fields=["original"],
                name="import_item_kept_bundle",
                condition=models.Q(members__isnull=False, original__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["job", "position"], name="import_item_position"),
            models.UniqueConstraint(
                fields=["unpacked_from", "member"], name="import_item_member_once"
            ),
            models.CheckConstraint(
                condition=models.Q(unpacked_from__isnull=True) ^ models.Q(member__isnull=False),
                name="import_item_member_of_a_bundle",
            ),
            models.CheckConstraint(
                condition=models.Q(state="failed") ^ models.Q(problem=""),
                name="import_item_failed_with_a_problem",
            ),
        ]
        triggers = [KNOWS_ITS_STARTER]

    def __str__(self) -> str:
        own = self.own_name
        return own if self.unpacked_from is None else f"{self.unpacked_from} › {own}"

    @property
    def own_name(self) -> str:
        """Its name without the bundle's; a row of a table is known by its number."""
        row = _("row %(number)s") % {"number": self.row} if self.row else ""
        known = " › ".join(filter(None, [self.name, str(row)]))
        return known or str(_("Item %(position)s") % {"position": self.position})
