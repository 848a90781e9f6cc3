from django.db import migrations, models


class Migration(migrations.Migration):
    """A check that comes out unknown lets everything pass: say that somebody stepped aside."""

    dependencies = [
        ("articles", "0028_theme_orders"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="likeness", name="likeness_merged_with_one_aside"),
        migrations.AddConstraint(
            model_name="likeness",
            constraint=models.CheckConstraint(
                condition=(~models.Q(state="merged") & models.Q(aside=None))
                | (
                    models.Q(state="merged", aside__isnull=False)
                    & (models.Q(aside=models.F("first")) | models.Q(aside=models.F("second")))
                ),
                name="likeness_merged_with_one_aside",
            ),
        ),
    ]
