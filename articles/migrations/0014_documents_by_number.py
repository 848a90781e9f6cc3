from collections.abc import Callable
from itertools import islice
from typing import Any

from django.db import migrations

from articles.finding.identity import Identity, identity_of
from articles.finding.results import Citation as Found

FIELDS = ["series", "figures", "year", "term", "code", "body", "mark"]
AT_ONCE = 2_000


def _identity(row: Any) -> Identity:
    return identity_of(
        Found(row.kind, row.number, row.issuer or None, row.issued_on, 0, 0, "", 0.0)
    )


def _identify(row: Any, identity: Identity) -> None:
    for field in FIELDS:
        longest = row._meta.get_field(field).max_length
        setattr(row, field, getattr(identity, field)[:longest])


def _by_batches(rows: Any, change: Callable[[Any], None], fields: list[str]) -> None:
    found = rows.order_by("pk").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(found, AT_ONCE)):
        for row in batch:
            change(row)
        rows.model.objects.bulk_update(batch, fields, batch_size=500)


def identify(apps: Any, _schema_editor: Any) -> None:
    """Say of what is there which kind and number it is of.

    Documents that are one by the newer keys are joined: the later ones point at the first. Which
    joins are doubtful is found when the desk reads again (`manage.py reread`).
    """
    OfficialDocument = apps.get_model("articles", "OfficialDocument")
    Citation = apps.get_model("articles", "Citation")
    first: dict[str, int] = {}

    def document(row: Any) -> None:
        identity = _identity(row)
        _identify(row, identity)
        if identity.is_sure and first.setdefault(identity.key, row.pk) == row.pk:
            row.key = identity.key
        elif identity.is_sure:
            row.same_as_id = first[identity.key]

    def citation(row: Any) -> None:
        identity = _identity(row)
        _identify(row, identity)
        row.words_key = identity.words_key
        row.named_id = row.document_id

    _by_batches(OfficialDocument.objects.all(), document, [*FIELDS, "key", "same_as"])
    _by_batches(Citation.objects.all(), citation, [*FIELDS, "words_key", "named"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_joined_documents")]

    operations = [migrations.RunPython(identify, migrations.RunPython.noop)]
