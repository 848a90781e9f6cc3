"""On what terms editions may be used."""

from django.conf import settings
from django.utils.translation import gettext as _


def terms() -> str:
    """Say it in a sentence: the desk's own (TERMS), or what holds where it has said nothing."""
    own: str = settings.TERMS
    return own or _(
        "May be quoted with title, number, date and address of the edition. The articles belong to"
        " those who published them."
    )
