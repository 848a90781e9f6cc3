"""The reasons for which a desk usually rejects a task; a digit chooses one."""

from django.utils.translation import gettext as _

from review.models import DeskSettings

MOST = 9


def usual_reasons() -> list[str]:
    """Give those that the desk has written down, or else those that most desks have."""
    written = DeskSettings.objects.filter(pk=1).values_list("usual_reasons", flat=True).first()
    lines = [" ".join(line.split()) for line in (written or "").splitlines()]
    return [line for line in lines if line][:MOST] or [
        _("It is not a task"),
        _("It was done already"),
        _("Another task says the same"),
        _("It is too general"),
        _("Its words are cut wrongly"),
    ]
