from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0016_whole_texts_searched"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="editionentry",
            index=models.Index(fields=["publisher", "id"], name="edition_entry_publisher"),
        ),
    ]
