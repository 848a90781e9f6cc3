from django.db import migrations


class Migration(migrations.Migration):
    """Order the articles that are there to be compared: workers, or a command, get to them."""

    dependencies = [
        ("articles", "0021_likeness"),
    ]

    operations = [
        migrations.RunSQL(
            """
            INSERT INTO articles_signature (article_id, keys, due_at)
                SELECT id, '{}', now() FROM articles_article
                ON CONFLICT DO NOTHING
            """,
            migrations.RunSQL.noop,
        ),
    ]
