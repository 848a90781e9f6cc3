from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0025_watched_sources"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="importjob",
            index=models.Index(
                condition=models.Q(("seen_at", None)),
                fields=["created_by"],
                name="import_job_unseen",
            ),
        ),
    ]
