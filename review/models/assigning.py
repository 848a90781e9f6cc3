"""Whose work a task is."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked
from review.models import queue_upkeep
from review.models.tasks import ExtractedTask


@tracked()
class Assignment(models.Model):
    """That a task is for one person, or for whoever has a role, to decide; one for each task."""

    task = models.OneToOneField(
        ExtractedTask, verbose_name=_("task"), on_delete=models.CASCADE, related_name="assignment"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="assignments",
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("role"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    due_on = models.DateField(_("to be decided by"), null=True, blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    assigned_at = models.DateTimeField(_("assigned at"), auto_now=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        default_permissions = ()
        permissions = [("assign_extractedtask", _("Can assign tasks"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person=None) ^ models.Q(group=None),
                name="assignment_to_a_person_or_a_role",
            ),
        ]
        triggers = queue_upkeep.ASSIGNMENT

    def __str__(self) -> str:
        return f"{self.person or self.group}: {self.task}"
