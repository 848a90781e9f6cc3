"""Ways of looking at the queue that people gave a name."""

from django.conf import settings
from django.db import models
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """What was chosen on the queue page, by name: for oneself, or for everybody."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("saved by"),
        on_delete=models.CASCADE,
        related_name="saved_filters",
    )
    name = models.CharField(_("name"), max_length=80)
    chosen = models.JSONField(_("what was chosen"))
    is_shared = models.BooleanField(_("shared"), default=False)
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        default_permissions = ()
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_filter_name"),
            models.CheckConstraint(condition=~models.Q(name=""), name="saved_filter_named"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"?{urlencode(self.chosen)}"
