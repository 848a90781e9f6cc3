"""The form of search: what was typed, and what the results are narrowed to."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters.filters import CharFilter, ChoiceFilter, NumberFilter
from django_filters.filterset import FilterSet

from portal.models import EditionEntry, SearchRow
from portal.queries.facets import kind_name, with_document, with_theme
from portal.searching.asking import LONGEST

LONGEST_VALUE = 200

Rows = QuerySet[SearchRow]


class SearchFilters(FilterSet):
    q = CharFilter(label=_("Search for"), max_length=LONGEST, method="pass_on")
    kind = ChoiceFilter(choices=EditionEntry.Kind.choices)
    theme = CharFilter(max_length=LONGEST_VALUE, method="of_theme")
    publisher = CharFilter(max_length=LONGEST_VALUE)
    year = NumberFilter(min_value=dt.MINYEAR, max_value=dt.MAXYEAR, decimal_places=0)
    document = CharFilter(max_length=LONGEST_VALUE, method="of_document")

    class Meta:
        model = SearchRow
        fields: list[str] = []

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]
        self.names: dict[str, str] = {}
        """What the values are called that the results are narrowed to."""

    @property
    def facets(self) -> dict[str, str]:
        """The values, as the address gives them."""
        asked = {name: self.data.get(name, "").strip() for name in self.filters if name != "q"}
        return {name: value for name, value in asked.items() if value}

    def pass_on(self, rows: Rows, _name: str, _value: str) -> Rows:
        return rows  # words are for PostgreSQL to rank, not only to filter by

    def of_theme(self, rows: Rows, name: str, slug: str) -> Rows:
        rows, called = with_theme(rows, slug)
        self.names[name] = called or slug
        return rows

    def of_document(self, rows: Rows, name: str, slug: str) -> Rows:
        rows, called = with_document(rows, slug)
        self.names[name] = called or slug
        return rows

    def name_of(self, facet: str, value: str) -> str:
        return kind_name(value) if facet == "kind" else self.names.get(facet, value)
