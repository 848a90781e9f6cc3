from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0014_public_changes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="editioncorrection",
            name="field",
            field=models.CharField(
                blank=True,
                choices=[
                    ("title", "title"),
                    ("introduction", "introduction"),
                    ("picture_alt", "what the picture shows"),
                    ("picture_credit", "credit of the picture"),
                    ("section", "section heading"),
                    ("note", "editor’s note"),
                    ("lead", "lead"),
                    ("publisher", "publisher"),
                    ("author", "author"),
                    ("published_on", "date"),
                    ("source_url", "address"),
                    ("documents", "documents cited"),
                    ("wording", "wording"),
                    ("responsible", "responsible"),
                    ("taking_part", "taking part"),
                    ("due", "due"),
                ],
                max_length=14,
                verbose_name="part",
            ),
        ),
    ]
