"""Who is looking at which article: a short lease, so that no two do the same by accident.

It is advice. Deciding asks nobody for a claim, and one that was not renewed blocks nobody.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.guards import Guard, refuse
from articles.history import tracked
from articles.models import Article

LONGEST_LEASE = "1 hour"


@tracked(unnoticed=["leased_until"])  # a renewal is no news
class Claim(models.Model):
    """That somebody has an article before them. `leased_until` is in database time."""

    article = models.OneToOneField(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="claim"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="claims",
    )
    taken_at = models.DateTimeField(_("taken at"))
    leased_until = models.DateTimeField(_("leased until"))

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        default_permissions = ()
        triggers = [
            Guard(
                name="is_short_and_nobody_elses",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF NEW.leased_until > clock_timestamp() + interval '{LONGEST_LEASE}' THEN
                        {refuse("a claim lasts an hour at most")}
                    END IF;
                    IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id
                        AND OLD.leased_until > clock_timestamp()
                    THEN
                        {refuse("somebody else is looking at article %", "OLD.article_id")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.article}"
