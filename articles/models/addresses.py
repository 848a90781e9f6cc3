"""The web addresses that an article is known by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class ArticleAddress(models.Model):
    """One page, one article: an address leads to one of them, and several may lead to it."""

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="addresses"
    )
    address = models.CharField(
        _("address"),
        max_length=2000,
        unique=True,
        help_text="In its canonical form: articles.fetching.addresses.",
    )
    created_at = models.DateTimeField(_("first seen at"), auto_now_add=True)

    class Meta:
        verbose_name = _("web address")
        verbose_name_plural = _("web addresses")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.address
