"""What all workers, on all machines, share about the sites that they fetch from."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Site(models.Model):
    """A host, and when it may be asked next. All times are the database's.

    A request holds a place in `under_way` until the time that it gives there. So a worker that
    dies over it gives it back by doing nothing.
    """

    host = models.CharField(max_length=253, unique=True)
    free_at = models.DateTimeField(db_default=Now())
    next_up_at = models.DateTimeField(
        db_default=Now(), help_text="The next free moment that was promised to somebody."
    )
    line_ends_at = models.DateTimeField(
        db_default=Now(), help_text="When the last of those who wait was told to come back."
    )
    under_way = ArrayField(models.DateTimeField(), default=list)
    failures = models.PositiveSmallIntegerField(default=0, help_text="In a row.")

    def __str__(self) -> str:
        return self.host


class SiteRules(models.Model):
    """The robots.txt of a site, as long as it is worth something."""

    origin = models.CharField(max_length=300, unique=True)
    robots = models.TextField(blank=True)
    asked_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.origin


class SeenRedirect(models.Model):
    """Where an address led a short while ago, so that whoever comes back need not ask again."""

    address = models.CharField(max_length=2000, unique=True)
    leads_to = models.TextField()
    seen_at = models.DateTimeField(db_default=Now(), db_index=True)

    def __str__(self) -> str:
        return self.address
