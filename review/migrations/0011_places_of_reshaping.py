import articles.guards
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0010_queue")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="reshapedtask",
            name="stands_in_the_text",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reshapedtask",
            name="says_what_became_of_what",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="reshaping",
            name="says_what_became_of_what",
        ),
        migrations.AddField(
            model_name="reshapedtask",
            name="end",
            field=models.PositiveIntegerField(default=0, verbose_name="end"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reshapedtask",
            name="start",
            field=models.PositiveIntegerField(default=0, verbose_name="start"),
            preserve_default=False,
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reshapedtask",
            trigger=pgtrigger.compiler.Trigger(
                name="stands_in_the_text",
                sql=articles.guards.GuardSql(
                    declare="DECLARE held review_extractedtask%ROWTYPE;",
                    func="\n            \n        SELECT * INTO held FROM review_extractedtask WHERE id = (NEW.task_id) FOR NO KEY UPDATE;\n    \n            IF held.state = 'retired'\n                OR (NEW.\"start\", NEW.\"end\") IS DISTINCT FROM (held.\"start\", held.\"end\")\n                OR NOT EXISTS (\n                SELECT 1 FROM review_reshaping reshaping\n                JOIN articles_article article ON article.text_id = reshaping.text_id\n                WHERE reshaping.id = NEW.reshaping_id AND reshaping.text_id = held.text_id\n                    AND (NEW.side = 'was' OR EXISTS (\n                        SELECT 1 FROM review_taskversion wording\n                        WHERE wording.task_id = held.id AND wording.number = 1\n                            AND wording.written_by_id = reshaping.reshaped_by_id\n                    ))\n            ) THEN\n                RAISE EXCEPTION 'task % is no part of this reshaping', NEW.task_id USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="8dd69e5f767dbdf4c37e906eae386e454bf141bb",
                    operation="INSERT",
                    pgid="pgtrigger_stands_in_the_text_66365",
                    table="review_reshapedtask",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reshapedtask",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_became_of_what",
                sql=articles.guards.GuardSql(
                    constraint="CONSTRAINT",
                    func="\n            IF EXISTS (SELECT 1 FROM review_reshaping WHERE id = NEW.reshaping_id) AND (\n                NOT EXISTS (SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.reshaping_id) part)\n                OR EXISTS (\n                    SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.reshaping_id) part JOIN review_extractedtask task ON task.id = task_id\n                    WHERE side = 'was' AND state <> 'retired'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.reshaping_id) part WHERE NOT EXISTS (\n                        SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.reshaping_id) other WHERE other.side <> part.side\n                            AND other.\"start\" < part.\"end\" AND other.\"end\" > part.\"start\"\n                    )\n                )\n            ) THEN\n                RAISE EXCEPTION 'reshaping % does not say what became of what', NEW.reshaping_id USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="85c9b7a05021cfafe088dbbe9ed1f9e8e4d0f111",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_became_of_what_02780",
                    table="review_reshapedtask",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reshaping",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_became_of_what",
                sql=articles.guards.GuardSql(
                    constraint="CONSTRAINT",
                    func="\n            IF EXISTS (SELECT 1 FROM review_reshaping WHERE id = NEW.id) AND (\n                NOT EXISTS (SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.id) part)\n                OR EXISTS (\n                    SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.id) part JOIN review_extractedtask task ON task.id = task_id\n                    WHERE side = 'was' AND state <> 'retired'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.id) part WHERE NOT EXISTS (\n                        SELECT 1 FROM (SELECT * FROM review_reshapedtask WHERE reshaping_id = NEW.id) other WHERE other.side <> part.side\n                            AND other.\"start\" < part.\"end\" AND other.\"end\" > part.\"start\"\n                    )\n                )\n            ) THEN\n                RAISE EXCEPTION 'reshaping % does not say what became of what', NEW.id USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="0745db4c749a03dea3dd7a9d8a602666e079c2ae",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_became_of_what_dfc4e",
                    table="review_reshaping",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
