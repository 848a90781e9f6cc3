from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.vietnamese import SEARCH_FROM, SEARCH_TO


def replace(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(
        "CREATE OR REPLACE FUNCTION for_search(words text) RETURNS text"
        " LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE"
        f" RETURN translate(words, {schema_editor.quote_value(SEARCH_FROM)},"
        f" {schema_editor.quote_value(SEARCH_TO)})"
    )


class Migration(migrations.Migration):
    """Folding gives what it gave, several times as fast: nothing that is indexed changes."""

    dependencies = [("articles", "0029_merged_with_one_aside")]

    operations = [migrations.RunPython(replace, migrations.RunPython.noop)]
