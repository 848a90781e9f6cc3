"""What the desk as a whole has agreed on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.history import tracked


@tracked()
class DeskSettings(models.Model):
    """One row. The database reads it when a version is written."""

    approvals_needed = models.PositiveSmallIntegerField(
        _("people in favour for approval"),
        default=2,
        help_text=_("From 1 to 3. A wording written by a person always needs at least two."),
    )

    usual_reasons = models.TextField(
        _("usual reasons for a rejection"),
        blank=True,
        help_text=_("One on a line, nine at most: a digit chooses one while reviewing."),
    )

    seeded_errors = models.PositiveSmallIntegerField(
        _("seeded errors in a hundred tasks"),
        default=0,
        help_text=_("From 0, which is none, to 10. Known-wrong tasks, to see whether people look."),
    )

    class Meta:
        verbose_name = _("desk settings")
        verbose_name_plural = _("desk settings")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="desk_settings_one_row"),
            models.CheckConstraint(
                condition=models.Q(approvals_needed__range=(1, 3)), name="desk_settings_1_to_3"
            ),
            models.CheckConstraint(
                condition=models.Q(seeded_errors__range=(0, 10)), name="desk_settings_few_seeded"
            ),
        ]

    def __str__(self) -> str:
        return str(_("Desk settings"))
