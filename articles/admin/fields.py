"""Form fields of the desk: themes to choose from thousands, and phrases by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import (
    AutocompleteMixin,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.utils.translation import gettext_lazy as _

from articles.admin.generic import AnyChoices
from articles.asked import number
from articles.models import ArticleTheme, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class _NumbersOnly(AutocompleteMixin):
    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """Leave out what is no number: the stock widget asks the database for it, and fails."""
        numbers = [chosen for chosen in value if number(str(chosen)) is not None]
        return super().optgroups(name, numbers, attr)


class PublisherWidget(_NumbersOnly, AutocompleteSelect):
    pass


class DocumentWidget(_NumbersOnly, AutocompleteSelect):
    pass


class _ThemesWidget(_NumbersOnly, AutocompleteSelectMultiple):
    pass


class ThemesField(AnyChoices):
    """Stock autocompletion does not know a field of taggit; it knows the key of its through row."""

    def __init__(self, site: AdminSite, *, can_add: bool = False, **options: Any) -> None:
        relation: Any = ArticleTheme._meta.get_field("tag")
        widget: Any = _ThemesWidget(relation, site)
        if can_add:
            widget = RelatedFieldWidgetWrapper(
                widget, relation.remote_field, site, can_add_related=True
            )
        defaults = {"label": _("Themes"), "widget": widget}
        super().__init__(Theme.objects.all(), **(defaults | options))


class LinesField(forms.CharField):
    """A list of phrases, typed one on each line."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: str | None) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: list[str] | None, data: str | None) -> bool:
        return bool((initial or []) != self.to_python(data))
