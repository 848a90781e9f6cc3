"""What other systems show, instead of a person's password, to import in that person's name."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from articles.models.imports import ImportJob

_USE = ["last_used_at", "busy_until"]


@tracked(exclude=["sha256", *_USE], unnoticed=_USE)
class ApiToken(models.Model):
    """The token itself is nowhere: it is long and random, so its plain hash gives nothing away."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(
        _("name"), max_length=100, help_text=_("Which system uses it, for example “Website”.")
    )
    beginning = models.CharField(_("begins with"), max_length=20, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    busy_until = models.DateTimeField(
        null=True,
        editable=False,
        help_text="When all that it has sent would be done, at the pace that it may keep.",
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")
        ordering = ["-pk"]
        default_permissions = ["add", "view"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"],
                name="api_token_name_once_in_use",
                condition=models.Q(revoked_at=None),
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="api_token_hash_is_hex"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ImportKey(models.Model):
    """That a system has sent this, under a key of its own: sent again, it is the same import."""

    token = models.ForeignKey(
        ApiToken, verbose_name=_("access token"), on_delete=models.PROTECT, related_name="keys"
    )
    key = models.CharField(_("key"), max_length=200)
    sha256 = models.CharField(max_length=64, help_text="Of what was sent.")
    job = models.OneToOneField(
        ImportJob, verbose_name=_("import"), on_delete=models.CASCADE, related_name="sent_as"
    )

    class Meta:
        verbose_name = _("import key")
        verbose_name_plural = _("import keys")
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="import_key_once"),
        ]

    def __str__(self) -> str:
        return self.key
