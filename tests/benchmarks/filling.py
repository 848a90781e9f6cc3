"""Filling a desk with what it has imported, again and again, faster than by importing.

Each copy shifts all numbers by the same stride, so that rows that belong together still do. The
guards and foreign keys are passed by, as only PostgreSQL's superuser may.
"""

from typing import Any, Final

import psycopg
from django.db import connection
from django.db.models import Field, Model

from articles.models import (
    Article,
    ArticleText,
    ArticleTheme,
    Citation,
    ImportItem,
    Mention,
    Original,
)
from articles.models.likeness import Signature, SignatureKey
from review.models import ExtractedTask, TaskVersion

COPIED: Final[list[type[Model]]] = [
    *(Original, Article, ArticleText, Mention, Citation, ArticleTheme, ImportItem),
    *(Signature, SignatureKey, ExtractedTask, TaskVersion),
]
_ANOTHER_DIGEST: Final = "encode(sha256(({column} || copy)::bytea), 'hex')"
_ITS_OWN: Final = {
    (Original, "sha256"): _ANOTHER_DIGEST,
    (Original, "file"): "{column} || '-' || copy",
    (Article, "content_sha256"): _ANOTHER_DIGEST,
    (ImportItem, "position"): "{column} + copy * 100000",
    (Signature, "keys"): "ARRAY(SELECT hashint8extended(key, copy) FROM unnest({column}) key)",
    (SignatureKey, "key"): "hashint8extended({column}, copy)",
    (SignatureKey, "article_number"): "{column} + copy * {stride}",
}


def fill(database: str, articles: int) -> None:
    """Have at least so many articles. `database` is its address for the superuser."""
    there = Article.objects.count()
    copies = max(0, -(-(articles - there) // there))
    stride = 1 + max(_highest(model) for model in COPIED)
    with psycopg.connect(database, autocommit=True) as line:
        line.execute("SET session_replication_role = replica")
        line.execute("SET synchronous_commit = off")
        for model in COPIED:
            line.execute(_copy(model, stride).encode(), [copies])
        for model in COPIED:
            line.execute(f'ANALYZE "{model._meta.db_table}"'.encode())
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(_no_style(), COPIED):
            cursor.execute(sql)


def _copy(model: type[Model], stride: int) -> str:
    table = model._meta.db_table
    fields = [
        field
        for field in model._meta.concrete_fields
        if field.column is not None and not field.generated
    ]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, stride) for field in fields)
    # Those that were there, and no copies: their numbers are below the stride.
    return (
        f'INSERT INTO "{table}" ({columns}) '
        f'SELECT {values} FROM "{table}" original, generate_series(1, %s) copy'
    )


def _value(model: type[Model], field: "Field[Any, Any]", stride: int) -> str:
    column = f'original."{field.column}"'
    if own := _ITS_OWN.get((model, field.name)):
        return own.format(column=column, stride=stride)
    related = field.related_model
    if related in COPIED or (field.primary_key and related is None):
        return f"{column} + copy * {stride}"
    return column


def _highest(model: type[Model]) -> int:
    if model is SignatureKey:
        return 0  # it has no number of its own
    newest = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def _no_style() -> Any:
    from django.core.management.color import no_style

    return no_style()
