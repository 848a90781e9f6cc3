import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_imports_under_way")]

    operations = [
        migrations.AddIndex(
            model_name="importitem",
            index=django.contrib.postgres.indexes.BrinIndex(
                autosummarize=True, fields=["finished_at"], name="import_item_ended"
            ),
        ),
    ]
