"""Who works for the desk: each worker and beat says regularly that it lives."""

from django.db import models


class WorkerPulse(models.Model):
    class Kind(models.TextChoices):
        WORKER = "worker"
        BEAT = "beat"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=6, choices=Kind)
    slots = models.PositiveSmallIntegerField(
        default=0, help_text="How many things a worker does at once; none once it has stopped."
    )
    last_at = models.DateTimeField(help_text="In database time.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"
