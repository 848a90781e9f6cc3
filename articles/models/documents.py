"""Official documents, the places where articles cite them, and what people said of both."""

from django.conf import settings
from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.finding.identity import IN, Identity
from articles.finding.numbers import number_has_symbol
from articles.guards import kept_until_erasure
from articles.history import tracked
from articles.models import joining
from articles.models.article import Article, ArticleText
from articles.models.search import ForSearch

IDENTIFYING = ["series", "figures", "year", "term", "code", "body", "mark"]


class Identified(models.Model):
    """What is said of which document it is, folded: see `articles.finding.identity.Identity`."""

    number = models.CharField(_("number"), max_length=100)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    series = models.CharField(max_length=60, blank=True, editable=False)
    figures = models.CharField(max_length=120, blank=True, editable=False)
    year = models.CharField(max_length=9, blank=True, editable=False)
    term = models.CharField(max_length=20, blank=True, editable=False)
    code = models.CharField(max_length=200, blank=True, editable=False)
    body = models.CharField(max_length=200, blank=True, editable=False)
    mark = models.CharField(max_length=40, blank=True, editable=False)
    doubtful = models.BooleanField(
        default=False,
        editable=False,
        help_text="An editor may know with which document it belongs.",
    )

    class Meta:
        abstract = True

    @property
    def identity(self) -> Identity:
        return Identity(
            self.series,
            self.figures,
            self.year,
            self.term,
            self.code,
            self.body,
            self.mark,
            self.issued_on,
            whole=number_has_symbol(self.number),
        )

    @identity.setter
    def identity(self, identity: Identity) -> None:
        for name in IDENTIFYING:
            longest = getattr(self._meta.get_field(name), "max_length", None)
            setattr(self, name, getattr(identity, name)[:longest])
        self.issued_on = identity.day


@tracked(exclude=["key", "plain", "doubtful", *IDENTIFYING])
class OfficialDocument(Identified):
    """A resolution, directive, regulation… Its number alone never says which one it is."""

    kind = models.CharField(_("kind"), max_length=60)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    title = models.CharField(
        pgettext_lazy("of an official document", "title"), max_length=1000, blank=True
    )
    same_as = models.ForeignKey(
        "self",
        verbose_name=_("is the same as"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("The document that stands for it since an editor found them to be one."),
    )
    key = models.CharField(max_length=400, unique=True, editable=False)
    plain = models.GeneratedField(
        expression=ForSearch(
            Concat("kind", Value(" "), "number", Value(" "), "issuer", Value(" "), "title")
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    """All that is searched, without marks."""

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        ordering = ["kind", "number"]
        indexes = [
            models.Index(fields=["series", "figures"], name="document_by_number"),
            models.Index(
                fields=["-id"], name="document_doubtful", condition=models.Q(doubtful=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(same_as=None) | ~models.Q(same_as=models.F("pk")),
                name="document_is_not_its_own_double",
            ),
        ]
        triggers = joining.DOCUMENT

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def period(self) -> str:
        """Of one without a date: the term or year of the articles that cite it so, if known."""
        return self.key.rpartition(IN)[2] if IN in self.key else ""

    @property
    def final(self) -> "OfficialDocument":
        """The document that stands for this one: itself, unless it was merged."""
        return self.same_as or self


class Citation(Identified):
    """One place where an article cites an official document."""

    text = models.ForeignKey(
        ArticleText, verbose_name=_("text"), on_delete=models.CASCADE, related_name="citations"
    )
    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="citations",
        help_text=_("Empty where the words do not say for sure which one it is."),
    )
    named = models.ForeignKey(
        OfficialDocument,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What the words, or an editor, say it is; `document` stands for that one.",
    )
    kind = models.CharField(_("kind"), max_length=60)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("words"))
    rule = models.CharField(_("rule"), max_length=60)
    confidence = models.FloatField(_("confidence"))
    words_key = models.CharField(max_length=400, blank=True, editable=False)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["text", "start"]
        indexes = [
            models.Index(
                fields=["series", "figures"],
                name="citation_unknown",
                condition=models.Q(named=None),
            ),
            models.Index(
                fields=["-id"], name="citation_doubtful", condition=models.Q(doubtful=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "number"], name="citation_once"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="citation_not_empty"
            ),
        ]
        triggers = joining.CITATION

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


@tracked(exclude=["words_key", "number_key"])
class CitationDecision(models.Model):
    """What a person said: these words of this article mean this document, or they do not.

    Known again by the words, and by the number alone where finding has learnt to read more.
    """

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="citation_decisions",
    )
    words_key = models.CharField(max_length=400, editable=False)
    number_key = models.CharField(max_length=200, editable=False)
    words = models.TextField(_("words"))
    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    means_it = models.BooleanField(_("the words mean this document"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now=True)

    class Meta:
        verbose_name = _("decision on a citation")
        verbose_name_plural = _("decisions on citations")
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "words_key", "document"], name="citation_decision_once"
            ),
            models.UniqueConstraint(
                fields=["article", "words_key"],
                condition=models.Q(means_it=True),
                name="citation_means_one_document",
            ),
        ]
        triggers = kept_until_erasure(article="OLD.article_id")

    def __str__(self) -> str:
        return f"{self.words} → {self.document}"


@tracked()
class DocumentDistinction(models.Model):
    """What a person said: these are two documents, however alike they look."""

    first = models.ForeignKey(
        OfficialDocument, verbose_name=_("first"), on_delete=models.PROTECT, related_name="+"
    )
    second = models.ForeignKey(
        OfficialDocument, verbose_name=_("second"), on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("distinction of documents")
        verbose_name_plural = _("distinctions of documents")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="document_distinction_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")),
                name="document_distinction_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"
