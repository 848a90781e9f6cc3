"""How it goes: the figures of the desk, of oneself, and, for leads, of everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from articles.admin.generic import person
from review.actions.articles import BY_A_PERSON
from review.agreement import RELIABLE, TENTATIVE, Agreement, Share
from review.cards import RULES
from review.charts import Interval, chart_of, widths
from review.models import ExtractedTask, QueueRow
from review.periods import Period, PeriodForm
from review.queries.agreeing import agreements
from review.queries.blindness import sees_all
from review.queries.progress import (
    Line,
    Rule,
    Work,
    by_publisher,
    by_theme,
    decided_by_day,
    median_time,
    precision_of_rules,
    waiting_now,
    work_of_people,
)
from review.queries.seeding import caught_by_person, verdicts_to_show

Stage = QueueRow.Stage
USUAL_PERIODS = (7, 30, 90)
SHOWN_VERDICTS = 20
TIMES: dict[str, Any] = {  # Django says them in English only
    "year": ngettext_lazy("%(num)d year", "%(num)d years", "num"),
    "month": ngettext_lazy("%(num)d month", "%(num)d months", "num"),
    "week": ngettext_lazy("%(num)d week", "%(num)d weeks", "num"),
    "day": ngettext_lazy("%(num)d day", "%(num)d days", "num"),
    "hour": ngettext_lazy("%(num)d hour", "%(num)d hours", "num"),
    "minute": ngettext_lazy("%(num)d minute", "%(num)d minutes", "num"),
}
FIELDS = {
    "wording": gettext_lazy("Wording: changed or left"),
    "responsible": gettext_lazy("Responsible bodies"),
    "due": gettext_lazy("Due"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table with its name, and the width of its bar."""

    name: Any
    of: Any
    width: int = 0
    median: str = ""
    interval: Interval | None = None
    caught: Share | None = None


def show(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    form = PeriodForm(request.GET if request.GET.keys() & {"first", "last"} else None)
    period = form.period
    if not form.is_bound:
        form = PeriodForm(initial={"first": period.first, "last": period.last})
    agreed = agreements(period, person(request))
    verdicts = agreed.verdicts
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("How it goes"),
        "opts": ExtractedTask._meta,
        "form": form,
        "period": period,
        "usual": [(days, Period.of_days(days)) for days in USUAL_PERIODS],
        "days": (days := decided_by_day(period)),
        "decided": sum(day.decided for day in days),
        "approved": sum(day.approved for day in days),
        "chart": chart_of(days),
        "median": spoken(median_time(period)),
        "themes": _lines(by_theme(period)),
        "publishers": _lines(by_publisher(period)),
        "verdicts": _read(verdicts[0].agreement if verdicts else None),
        "fields": [(FIELDS[each.name], _read(each.agreement)) for each in agreed.fields],
        "is_blind": not sees_all(person(request)),
        "agreeing_themes": [(each.name, _read(each.agreement)) for each in verdicts[1:]],
        "rules": _rules(precision_of_rules([BY_A_PERSON])),
        **_waiting(),
        **_people(request, period),
    }
    return TemplateResponse(request, "review/how_it_goes.html", context)


def spoken(time: timedelta | None) -> str:
    """Say a length of time in words, as exactly as anybody needs."""
    if time is None:
        return ""
    if time < timedelta(minutes=1):
        return _("less than a minute")
    now = timezone.now()
    return timesince(now - time, now, time_strings=TIMES, depth=2)


def _waiting() -> dict[str, int]:
    counted = waiting_now()
    return {
        "waiting": counted.get(Stage.OPEN, 0),
        "with_lead": counted.get(Stage.WITH_LEAD, 0),
        "unplaced": counted.get(Stage.UNPLACED, 0),
    }


def _lines(lines: list[Line]) -> list[Row]:
    wide = widths(line.waiting for line in lines)
    return [
        Row(line.name, line, width, spoken(line.median))
        for line, width in zip(lines, wide, strict=True)
    ]


def _rules(rules: Iterable[Rule]) -> list[Row]:
    return [
        Row(RULES.get(rule.rule, rule.rule), rule, interval=Interval.of(rule.approved))
        for rule in rules
    ]


@dataclass(frozen=True, slots=True)
class Reading:
    """An agreement as the page tells it."""

    agreement: Agreement
    alpha: float | None
    verdict: str


def _read(agreement: Agreement | None) -> Reading:
    agreement = agreement or Agreement(0, 0, 0, 0)
    return Reading(agreement, agreement.alpha, _worth(agreement))


def _worth(agreement: Agreement) -> str:
    alpha = agreement.alpha
    if not agreement.units:
        return _("nothing that two have judged")
    if alpha is None:
        return _("cannot be told: nobody ever said anything else")
    if alpha >= RELIABLE:
        return _("reliable")
    return _("to be read with care") if alpha >= TENTATIVE else _("too low to rely on")


# -- People ----------------------------------------------------------------------------------------


def _people(request: HttpRequest, period: Period) -> dict[str, Any]:
    """Give one's own figures; to leads everybody's. The query decides, not the template."""
    asking = person(request)
    is_lead = asking.has_perm("review.settle_extractedtask")
    work = work_of_people(period, None if is_lead else asking.pk)
    verdicts = verdicts_to_show(asking).filter(
        given_at__gte=period.starts, given_at__lt=period.ends
    )
    caught = caught_by_person(verdicts)
    return {
        "sees_all": is_lead,
        "people": _with_names(work, caught),
        "seeded": list(verdicts[:SHOWN_VERDICTS]),
        "seeded_all": _together(caught.values()),
    }


def _with_names(work: list[Work], caught: dict[int, Share]) -> list[Row]:
    known = get_user_model().objects.in_bulk([each.person_id for each in work])
    wide = widths(each.decisions for each in work)
    return [
        Row(known.get(each.person_id), each, width, caught=caught.get(each.person_id))
        for each, width in zip(work, wide, strict=True)
    ]


def _together(shares: Iterable[Share]) -> Share | None:
    listed = list(shares)
    if not listed:
        return None
    return Share(sum(one.part for one in listed), sum(one.whole for one in listed))
