"""Merges and splits of themes that concern too many articles for somebody to wait for the page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.leased import Leased
from articles.models.themes import Theme


class ThemeOrder(Leased):
    """Workers do it, all or nothing."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.CASCADE, related_name="orders"
    )
    into = models.ForeignKey(
        Theme,
        verbose_name=_("merged into"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty where the theme is split off again."),
    )
    articles = models.PositiveIntegerField(_("articles"))
    done = models.PositiveIntegerField(_("done"), default=0)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ordered by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    ordered_at = models.DateTimeField(_("ordered at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    why_not = models.TextField(_("why it was not done"), blank=True)

    class Meta:
        verbose_name = _("order to merge or split a theme")
        verbose_name_plural = _("orders to merge or split themes")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["leased_until", "id"],
                name="theme_order_open",
                condition=models.Q(leased_until__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["theme"],
                condition=models.Q(ended_at=None),
                name="theme_order_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} → {self.into or self.theme}"
