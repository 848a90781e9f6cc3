"""Search columns: `for_search` in SQL, and the vector that is built on it."""

from django.contrib.postgres.search import SearchVector
from django.db.models import CharField, Expression, Func
from django.db.models.functions import Left

SEARCHED_CHARACTERS = 100_000
"""A tsvector holds at most 1 MB: a bounded prefix is indexed."""


class ForSearch(Func):
    """`articles.vietnamese.for_search` in the database: an immutable function of the same table."""

    function = "for_search"
    arity = 1
    output_field = CharField()


def search_vector(field: str) -> Expression:
    return SearchVector(ForSearch(Left(field, SEARCHED_CHARACTERS)), config="simple")
