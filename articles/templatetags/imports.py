"""What pages tell of imports: that nobody works on them, and how they ended."""

import math
from datetime import timedelta
from typing import Any

from django import template
from django.template import Context
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import ImportItem
from articles.queries.import_ends import ended_unseen
from articles.queries.imports import Counts
from articles.queries.pulses import no_worker_runs

register = template.Library()

State = ImportItem.State


@register.inclusion_tag("admin/articles/importjob/no_worker.html")
def no_worker_banner() -> dict[str, Any]:
    """Warn where nobody does what is ordered."""
    return {"no_worker": no_worker_runs()}


@register.inclusion_tag("admin/articles/importjob/ended.html", takes_context=True)
def ended_imports(context: Context) -> dict[str, Any]:
    """Tell a person how their imports ended, until they have looked."""
    return {"ended": ended_unseen(context["user"])}


@register.filter
def summed_up(counts: Counts) -> str:
    """Say how many items ended in which way."""
    imported, duplicates = counts.of(State.IMPORTED), counts.of(State.DUPLICATE)
    failed, cancelled = counts.of(State.FAILED), counts.of(State.CANCELLED)
    words = [_("%(count)s imported") % {"count": imported}]
    if duplicates:
        told = ngettext("%(count)s duplicate", "%(count)s duplicates", duplicates)
        words.append(told % {"count": duplicates})
    if failed:
        words.append(_("%(count)s failed") % {"count": failed})
    if cancelled:
        words.append(_("%(count)s cancelled") % {"count": cancelled})
    return ", ".join(words)


@register.filter
def in_words(left: timedelta) -> str:
    """Say roughly how long something will take."""
    minutes = math.ceil(left.total_seconds() / 60)
    if minutes <= 1:
        return _("less than a minute left")
    if minutes < 90:  # noqa: PLR2004 - then hours say more
        return ngettext("about %(count)s minute left", "about %(count)s minutes left", minutes) % {
            "count": minutes
        }
    hours = round(minutes / 60)
    return ngettext("about %(count)s hour left", "about %(count)s hours left", hours) % {
        "count": hours
    }
