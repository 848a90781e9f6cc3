"""The newest articles of a theme are found without sorting all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_documents_searched"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="articletheme",
            index=models.Index(fields=["tag", "-content_object"], name="article_theme_newest"),
        ),
    ]
