from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0017_notices_of_others")]

    operations = [
        migrations.AddField(
            model_name="mailchoice",
            name="language",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Empty where it is the house's.",
                max_length=20,
                verbose_name="language",
            ),
            preserve_default=False,
        ),
    ]
