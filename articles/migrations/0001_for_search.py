"""The search folding as an immutable SQL function, made from the table that Python uses."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.vietnamese import SEARCH_FROM, SEARCH_TO


def create(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(
        "CREATE FUNCTION for_search(words text) RETURNS text"
        " LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE"
        f" RETURN translate(words, {schema_editor.quote_value(SEARCH_FROM)},"
        f" {schema_editor.quote_value(SEARCH_TO)})"
    )


def drop(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP FUNCTION for_search(text)")


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunPython(create, drop)]
