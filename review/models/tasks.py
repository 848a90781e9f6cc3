"""What an article says is to be done, and the wordings that people gave it."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.history import tracked
from articles.models import Article, ArticleText, OfficialDocument
from articles.models.search import search_vector
from review.models import guards, queue_upkeep, state_guards
from review.models.organisations import Organisation


@tracked(unnoticed=["text", "start", "end", "rule", "confidence"])  # each re-reading sets them
class ExtractedTask(models.Model):
    """A place in a text that sets out something to be done. It quotes the text word for word.

    `state` speaks of the current version: *approved* means that exactly this wording is.

    A task moves along to the next text of its article. One that people had a hand in and whose
    words are not in it stands on the older text until somebody places or retires it.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("a task", "waiting")
        WITH_LEAD = "with_lead", _("with the lead")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        RETIRED = "retired", _("no longer found")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="tasks"
    )
    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="tasks"
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words"))
    heading = models.CharField(_("heading"), max_length=1000, blank=True)
    marker = models.CharField(_("marker"), max_length=60, blank=True)
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    confidence = models.FloatField(_("confidence"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    version = models.OneToOneField(
        "TaskVersion",
        verbose_name=_("current version"),
        null=True,
        editable=False,
        on_delete=models.DO_NOTHING,  # both go when the article is erased; else guards keep both
        related_name="current_of",
    )
    created_at = models.DateTimeField(_("found at"), auto_now_add=True)

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["text", "start"]
        permissions = [
            ("decide_extractedtask", _("Can decide on tasks")),
            ("settle_extractedtask", _("Can settle tasks that are with the lead")),
            ("sign_off_article", _("Can sign off the tasks of an article")),
            ("bring_in_extractedtask", _("Can bring in tasks and decisions from a file")),
        ]
        indexes = [
            models.Index(fields=["state", "id"], name="task_by_state"),
            models.Index(
                fields=["rule", "state"],
                name="task_by_rule",
                condition=models.Q(state__in=["approved", "rejected"]),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "start", "end"],
                condition=~models.Q(state="retired"),
                name="task_place_once",
            ),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="task_not_empty"
            ),
        ]
        triggers = [*guards.TASK, *state_guards.TASK, *queue_upkeep.TASK]

    def __str__(self) -> str:
        return Truncator(self.quote).chars(100)

    @property
    def words(self) -> str:
        """As it is worded by now; before anybody worded it, as it stands in the text."""
        return self.version.wording if self.version else self.quote


class TaskVersion(models.Model):
    """One wording. It never changes; an edit writes the next one.

    Version 1 is the finder's, unless a person added a task that was missed. Whoever writes a
    version is in favour of it, until they decide otherwise.
    """

    task = models.ForeignKey(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField(_("number"))
    wording = models.TextField(_("wording"))
    due = models.CharField(
        _("due"), max_length=200, blank=True, help_text=_("As the text says it.")
    )
    due_from = models.DateField(_("due from"), null=True, blank=True)
    due_to = models.DateField(_("due by"), null=True, blank=True)
    documents = models.ManyToManyField(
        OfficialDocument,
        through="VersionDocument",
        verbose_name=_("documents cited"),
        blank=True,
        related_name="versions",
    )
    needed = models.PositiveSmallIntegerField(
        _("people needed"), default=2, help_text=_("Written by the database.")
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty where the finder wrote it."),
    )
    written_at = models.DateTimeField(_("written at"), auto_now_add=True)
    search = models.GeneratedField(
        expression=search_vector("wording"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["task", "number"]
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="version_number"),
            models.CheckConstraint(
                condition=models.Q(needed__range=(1, 3))
                & (models.Q(written_by=None) | models.Q(needed__gte=2)),
                name="version_needed",
            ),
            models.CheckConstraint(condition=~models.Q(wording=""), name="version_not_empty"),
            models.CheckConstraint(
                condition=models.Q(due_from__isnull=True)
                | models.Q(due_to__isnull=True)
                | models.Q(due_from__lte=models.F("due_to")),
                name="version_due_in_order",
            ),
        ]
        indexes = [
            GinIndex("search", name="version_search"),
            models.Index(
                fields=["written_at"],
                name="version_by_people",
                condition=models.Q(written_by__isnull=False),
            ),
        ]
        triggers = guards.VERSION

    def __str__(self) -> str:
        return f"{self.task_id}/{self.number}"

    def bodies_as(self, role: str) -> list[str]:
        """Give the bodies that have this part in it, as they are printed."""
        return [body.printed for body in self.bodies.all() if body.role == role]


class VersionOrganisation(models.Model):
    """A body named by a version, as printed, in its role."""

    class Role(models.TextChoices):
        RESPONSIBLE = "responsible", _("responsible")
        TAKES_PART = "takes_part", _("takes part")

    version = models.ForeignKey(
        TaskVersion, verbose_name=_("version"), on_delete=models.CASCADE, related_name="bodies"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="versions",
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.RESPONSIBLE)
    printed = models.CharField(_("as printed"), max_length=300)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("organisation of a version")
        verbose_name_plural = _("organisations of versions")
        ordering = ["version", "role", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation", "role"], name="version_organisation_once"
            ),
        ]
        triggers = guards.NAMED_BODY

    def __str__(self) -> str:
        return self.printed


class VersionDocument(models.Model):
    """A document that a version cites."""

    version = models.ForeignKey(
        TaskVersion, verbose_name=_("version"), on_delete=models.CASCADE, related_name="+"
    )
    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("document of a version")
        verbose_name_plural = _("documents of versions")
        constraints = [
            models.UniqueConstraint(fields=["version", "document"], name="version_document_once"),
        ]
        triggers = guards.PART_OF_VERSION

    def __str__(self) -> str:
        return str(self.document)
