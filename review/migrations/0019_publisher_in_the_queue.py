from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0018_language_of_mail")]
    operations = [
        migrations.RemoveIndex(model_name="queuerow", name="queue_newest"),
        migrations.AddIndex(
            model_name="queuerow",
            index=models.Index(
                fields=["stage", "-article", "start", "task"],
                name="queue_newest",
                include=["publisher"],
            ),
        ),
    ]
