"""From which day to which: what the figures of the desk are about."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

USUAL: Final = 30
LONGEST: Final = 92
"""Days. What is counted is read from the rows of the period, so this bounds what a page costs."""


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date

    @classmethod
    def of_days(cls, days: int) -> "Period":
        today = timezone.localdate()
        return cls(today - timedelta(days=days - 1), today)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def starts(self) -> datetime:
        return _midnight(self.first)

    @property
    def ends(self) -> datetime:
        return _midnight(self.last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class PeriodForm(forms.Form):
    first = forms.DateField(
        label=pgettext_lazy("a period", "From"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    last = forms.DateField(
        label=pgettext_lazy("a period", "To"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and first > last:
            raise forms.ValidationError(_("The first day is after the last one."))
        if first and last and (last - first).days >= LONGEST:
            raise forms.ValidationError(_("Three months at most, please."))
        if first and first.year < 2000:  # noqa: PLR2004  (there was no desk)
            raise forms.ValidationError(_("That is too long ago."))
        if last and last > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return said

    @property
    def period(self) -> Period:
        """What was asked for, or the usual days where nothing was, or nothing that can be."""
        if self.is_bound and self.is_valid():
            return Period(self.cleaned_data["first"], self.cleaned_data["last"])
        return Period.of_days(USUAL)
