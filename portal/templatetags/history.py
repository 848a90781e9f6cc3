"""The history of an object, for its history page."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import template
from django.db import models
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.queries.history import Change, Happening, history_of

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.template.context import Context

LONGEST_VALUE = 300

register = template.Library()


@register.simple_tag(takes_context=True)
def history(context: Context, row: models.Model) -> Page[Happening]:
    request = context["request"]
    return history_of(row, request.GET.get("history"), request.user)


@register.filter
def deed(happening: Happening) -> str:
    """Say what was done, in words."""
    name = str(happening.model._meta.verbose_name)
    if happening.of is None:
        return {"insert": _("made"), "update": _("changed"), "delete": _("deleted")}[
            happening.label
        ]
    sentence = {
        "insert": _("%(kind)s added: %(name)s"),
        "update": _("%(kind)s changed: %(name)s"),
        "delete": _("%(kind)s removed: %(name)s"),
    }[happening.label]
    return sentence % {"kind": name, "name": Truncator(happening.of).chars(LONGEST_VALUE)}


@register.filter
def before(change: Change) -> str:
    return _shown(change.field, change.before)


@register.filter
def after(change: Change) -> str:
    return _shown(change.field, change.after)


def _shown(field: models.Field[Any, Any], value: Any) -> str:
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        inner = getattr(field, "base_field", field)
        return ", ".join(_shown(inner, item) for item in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    labels = dict(field.flatchoices) if field.choices else {}
    return Truncator(str(labels.get(value, value))).chars(LONGEST_VALUE)
