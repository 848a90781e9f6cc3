"""Units of work that one worker has at a time, until its lease runs out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Leased(models.Model):
    """Whoever claims it counts one attempt more. `leased_until` is in database time."""

    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    claim = models.PositiveIntegerField(default=0, help_text="Whose claim it is.")
    leased_until = models.DateTimeField(_("leased until"), null=True)
    """Null where nothing is left to do."""

    class Meta:
        abstract = True
