"""What the screens say about an original."""

from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Original

register = template.Library()

_OLD: Final[dict[str, Promise]] = {
    "tcvn3": _("TCVN3 (.VnTime fonts)"),
    "vni": _("VNI (VNI-Times fonts)"),
    "viscii": _("VISCII"),
    "windows-1258": _("Windows-1258"),
    "windows-1252": _("Windows-1252"),
}


@register.filter
def converted_from(original: Original) -> str:
    """The encoding that its letters were converted from; empty where they were Unicode."""
    return str(_OLD.get(original.encoding, ""))
