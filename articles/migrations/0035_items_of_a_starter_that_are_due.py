from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0034_tokens_keep_a_pace"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="importitem",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=["starter", "leased_until"],
                name="import_item_due",
            ),
        ),
    ]
