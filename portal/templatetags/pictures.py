"""The picture above an edition, in as many widths as it is kept in."""

from typing import Any

from django import template
from django.urls import reverse

from portal.models import Edition, Picture

register = template.Library()


@register.inclusion_tag("portal/lead_picture.html", takes_context=True)
def lead_picture(context: dict[str, Any], edition: Edition, sizes: str = "100vw") -> dict[str, Any]:
    shown = edition.picture
    if shown is None:
        return {}
    files = [(_address(context, shown, width), width) for width in shown.widths]
    return {
        "edition": edition,
        "picture": shown,
        "address": files[-1][0],
        "files": files,
        "sizes": sizes,
    }


@register.simple_tag(takes_context=True)
def picture_address(context: dict[str, Any], edition: Edition) -> str:
    """Where the widest one stands, for other machines; nothing where there is none."""
    shown = edition.picture
    return _address(context, shown, shown.widths[-1]) if shown else ""


def _address(context: dict[str, Any], shown: Picture, width: int) -> str:
    """A list in the making has its picture where only those find it who may see the list."""
    making: str = context.get("picture_at", "")
    return making.replace("/0.jpg", f"/{width}.jpg") or reverse("picture", args=[shown.key, width])
