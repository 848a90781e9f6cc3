"""The form of an article: it carries what its sender saw, and does what they changed of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.actions.articles import overtaken
from articles.admin.generic import AnyModelForm
from articles.models import Article, Theme


class ArticleForm(AnyModelForm):
    """What others changed since the page was opened stays, unless its sender is told of it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._now = {name: self.initial.get(name) for name in Article.Field.values} | {
            "themes": [theme.pk for theme in self.initial.get("themes", [])]
        }
        self._told: list[str] = []

    @cached_property
    def seen(self) -> dict[str, Any] | None:
        """Give the values that stood in the page when it was opened, as the page tells."""
        try:
            seen: dict[str, Any] = signing.loads(self.data.get("seen", ""), salt=self._salt)
        except signing.BadSignature:
            return None
        day = seen["published_on"]
        return seen | {"published_on": day and date.fromisoformat(day)}

    @property
    def carried(self) -> str:
        """Give what the page has to send back. What its sender was told of counts as seen."""
        if not self.is_bound:
            seen = self._now
        elif self.seen is None:
            return ""
        else:
            seen = self.seen | {name: self._now[name] for name in self._told}
        day = seen["published_on"]
        return signing.dumps(
            seen | {"published_on": day and day.isoformat()}, salt=self._salt, compress=True
        )

    @cached_property
    def changed_data(self) -> list[str]:
        seen = self.seen
        if seen is None:
            return []
        return [
            name
            for name, field in self.fields.items()
            if field.has_changed(seen[name], self[name].data)
        ]

    @property
    def corrections(self) -> dict[str, Any]:
        return {
            name: self.cleaned_data[name]
            for name in self.changed_data
            if name in Article.Field.values and name in self.cleaned_data
        }

    @property
    def themes_added(self) -> list[Theme]:
        seen = self.seen["themes"] if self.seen else []
        return [theme for theme in self.cleaned_data["themes"] if theme.pk not in seen]

    @property
    def themes_removed(self) -> list[Theme]:
        kept = {theme.pk for theme in self.cleaned_data["themes"]}
        seen = self.seen["themes"] if self.seen else []
        return list(Theme.objects.filter(pk__in=set(seen) - kept))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.seen is None:
            raise ValidationError(
                _("Nothing was saved: this page does not say what you saw. Please open it again.")
            )
        self._told = overtaken(self.instance, self.seen, self.corrections)
        now = {name: self._shown(name) for name in self._told}
        for name, value in now.items():
            self.add_error(name, _changed_meanwhile(value))
        return self.cleaned_data

    def _shown(self, name: str) -> str:
        value = getattr(self.instance, name)
        if isinstance(value, date):
            return date_format(value, "SHORT_DATE_FORMAT")
        return str(value or "")

    @property
    def _salt(self) -> str:
        return f"articles.article.{self.instance.pk}"


def _changed_meanwhile(value: str) -> str:
    if not value:
        return _("Somebody else emptied this meanwhile. To replace that with yours, save again.")
    return _(
        "Somebody else changed this meanwhile, to “%(value)s”."
        " To replace that with yours, save again."
    ) % {"value": value}
