"""Filters of the list of articles that the stock ones do not offer: names to type, and a period."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters.filters import DateFilter, Filter
from django_filters.filterset import FilterSet

from articles.admin.generic import AnyAdmin
from articles.models import Article, Publisher, Theme
from articles.queries.publishers import search_publishers
from articles.queries.themes import search_themes
from articles.vietnamese import for_search, same_word_key

MOST_OFFERED = 200
MOST_SUGGESTED = 6


class NameField(forms.CharField):
    """A name, typed in any spelling or in part, as long as one row fits it."""

    def find(self, words: str) -> QuerySet[Any]:
        raise NotImplementedError

    def exact(self, words: str) -> Model | None:
        raise NotImplementedError

    def clean(self, value: str | None) -> Model | None:
        words = super().clean(value)
        if not words:
            return None
        row = self.exact(words)
        if row is not None:
            return row
        fitting: list[Model] = list(self.find(words)[: MOST_SUGGESTED + 1])
        whole = [row for row in fitting if for_search(str(row)) == for_search(words)]
        for only in (fitting, whole):
            if len(only) == 1:
                return only[0]
        raise ValidationError(self._hint(words, fitting))

    def offered(self) -> list[str]:
        return [str(row) for row in self.find("")[:MOST_OFFERED]]

    def _hint(self, words: str, fitting: list[Model]) -> str:
        if not fitting:
            return gettext("Nothing of this name: %(words)s.") % {"words": words}
        names = ", ".join(map(str, fitting[:MOST_SUGGESTED]))
        if len(fitting) > MOST_SUGGESTED:
            return gettext("Several fit: %(names)s, and more.") % {"names": names}
        return gettext("Several fit: %(names)s.") % {"names": names}


class ThemeField(NameField):
    def find(self, words: str) -> QuerySet[Any]:
        return search_themes(Theme.objects.all(), words)

    def exact(self, words: str) -> Model | None:
        return Theme.objects.named(words)


class PublisherField(NameField):
    def find(self, words: str) -> QuerySet[Any]:
        return search_publishers(Publisher.objects.all(), words)

    def exact(self, words: str) -> Model | None:
        return Publisher.objects.filter(key=same_word_key(words)).first()


class NameFilter(Filter):
    def __init__(self, name: str, **options: Any) -> None:
        attributes = {"list": f"id_{name}_names", "autocomplete": "off"}
        super().__init__(  # type: ignore[no-untyped-call]
            widget=forms.TextInput(attributes), **options
        )


class ThemeFilter(NameFilter):
    field_class = ThemeField  # type: ignore[assignment]


class PublisherFilter(NameFilter):
    field_class = PublisherField  # type: ignore[assignment]


class DayFilter(DateFilter):
    def __init__(self, **options: Any) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options
        )


class ArticleFilters(FilterSet):
    theme = ThemeFilter("theme", field_name="article_themes__tag", label=_("Theme"))
    publisher = PublisherFilter("publisher", field_name="publisher", label=_("Publisher"))
    published_from = DayFilter(
        field_name="published_on", lookup_expr="gte", label=_("Published from")
    )
    published_to = DayFilter(field_name="published_on", lookup_expr="lte", label=_("Published to"))

    class Meta:
        model = Article
        fields: list[str] = []


class FormFilter(admin.ListFilter):
    """A django-filter FilterSet in the sidebar of a change list, as one form."""

    template = "admin/articles/filter_form.html"
    filterset_class: type[FilterSet]

    def __init__(
        self,
        request: Any,
        params: dict[str, list[str]],
        model: type[Model],
        model_admin: AnyAdmin,
    ) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]
        self.filterset = self._bound(model._default_manager.all())

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return list(self.filterset_class.get_filters())

    def queryset(self, _request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        filterset = self._bound(queryset)
        if not filterset.is_bound:
            return queryset
        chosen: QuerySet[Any] = filterset.qs if filterset.is_valid() else queryset.none()
        return chosen

    def choices(self, changelist: Any) -> Any:
        """Give what the form carries along: the search, the order, the other filters."""
        own = set(self.expected_parameters())
        return [pair for pair in changelist.params.items() if pair[0] not in own]

    def _bound(self, queryset: QuerySet[Any]) -> FilterSet:
        return self.filterset_class(self.used_parameters or None, queryset)


class ArticleFilter(FormFilter):
    title = _("theme, publisher, date")
    filterset_class = ArticleFilters


class StateFilter(admin.ChoicesFieldListFilter):
    """Articles that were merged into another are only shown to who asks for them."""

    def choices(self, changelist: Any) -> Any:
        every, *states = super().choices(changelist)
        yield every | {"display": gettext("Not merged into another")}
        yield from states

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if not self.used_parameters:
            return queryset.exclude(state=Article.State.MERGED)
        return super().queryset(request, queryset)
