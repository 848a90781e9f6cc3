import articles.guards
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0030_fold_the_most_used_first"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="importitem",
            name="import_item_turn",
        ),
        migrations.AddField(
            model_name="importitem",
            name="starter",
            field=models.CharField(
                db_default="",
                default="",
                editable=False,
                help_text="Who started its import, and by which way: what takes turns at the workers.",
                max_length=40,
            ),
        ),
        migrations.RunSQL(
            """
            UPDATE articles_importitem item SET starter = concat_ws(' ', source, created_by_id)
            FROM articles_importjob job WHERE job.id = job_id
            """,
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name="importitem",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=["starter", "job", "leased_until", "id"],
                name="import_item_turn",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importitem",
            trigger=pgtrigger.compiler.Trigger(
                name="item_knows_its_starter",
                sql=articles.guards.GuardSql(
                    func="\n        SELECT concat_ws(' ', source, created_by_id) INTO NEW.starter\n            FROM articles_importjob WHERE id = NEW.job_id;\n        RETURN NEW;\n    ",
                    hash="2d21c09484053fd548aed176b03f47e01da73ded",
                    operation="INSERT",
                    pgid="pgtrigger_item_knows_its_starter_20dde",
                    table="articles_importitem",
                    when="BEFORE",
                ),
            ),
        ),
    ]
