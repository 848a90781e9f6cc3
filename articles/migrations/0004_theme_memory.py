"""What people said of themes is remembered by the database; texts leave only by an erasure."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import articles.guards


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_article_models"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="articletext",
            name="never_changes",
        ),
        migrations.AlterField(
            model_name="articletheme",
            name="tag",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="article_themes",
                to="articles.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AlterField(
            model_name="themedecision",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="articles.theme",
                verbose_name="theme",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletext",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changes",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';",
                    hash="fa5c91fb684ed629844c82cb2c8b6fd343d75446",
                    operation="UPDATE",
                    pgid="pgtrigger_never_changes_87ef6",
                    table="articles_articletext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletext",
            trigger=pgtrigger.compiler.Trigger(
                name="leaves_by_erasure",
                sql=articles.guards.GuardSql(
                    func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM articles_erasure WHERE article_number = (OLD.article_id)\n                ) THEN\n                    RAISE EXCEPTION 'a row of % leaves only when its article is erased', TG_TABLE_NAME USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n            ",
                    hash="72701ba6881556507d1470340ddbd18f61ca9304",
                    operation="DELETE",
                    pgid="pgtrigger_leaves_by_erasure_f5449",
                    table="articles_articletext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletext",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'check_violation';",
                    hash="a777788cf490c6e4c68226f230b72a8b3ff79ba8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_2bec3",
                    table="articles_articletext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="finder_may_not_add",
                sql=articles.guards.GuardSql(
                    condition="WHEN (NEW.\"source\" = 'finder')",
                    func="\n                \n    PERFORM 1 FROM articles_article WHERE id = NEW.content_object_id FOR NO KEY UPDATE;\n\n                IF EXISTS (\n        SELECT 1 FROM articles_themedecision\n        WHERE article_id = NEW.content_object_id AND theme_id = NEW.tag_id\n            AND verdict = 'removed'\n    ) THEN\n                    RETURN NULL;\n                END IF;\n                RETURN NEW;\n            ",
                    hash="efb4e5a934491808a6d5ba78fe40115410da2d29",
                    operation="INSERT",
                    pgid="pgtrigger_finder_may_not_add_09784",
                    table="articles_articletheme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="finder_may_not_remove",
                sql=articles.guards.GuardSql(
                    func="\n                \n    PERFORM 1 FROM articles_article WHERE id = OLD.content_object_id FOR NO KEY UPDATE;\n\n                IF current_setting('duyet.finder', true) IS NOT DISTINCT FROM 'on' AND EXISTS (\n        SELECT 1 FROM articles_themedecision\n        WHERE article_id = OLD.content_object_id AND theme_id = OLD.tag_id\n            AND verdict = 'confirmed'\n    ) AND NOT EXISTS (\n    SELECT 1 FROM articles_erasure WHERE article_number = OLD.content_object_id\n) THEN\n                    RETURN NULL;\n                END IF;\n                RETURN OLD;\n            ",
                    hash="8b4cc45e362a7476bc5e9a16a9678ef8df28c3ee",
                    operation="DELETE",
                    pgid="pgtrigger_finder_may_not_remove_79bf7",
                    table="articles_articletheme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="person_confirmed",
                sql=articles.guards.GuardSql(
                    condition="WHEN (NEW.\"source\" = 'person')",
                    func="\n                IF current_setting('duyet.finder', true) IS NOT DISTINCT FROM 'on' THEN\n                    RETURN NULL;\n                END IF;\n                \n        INSERT INTO articles_themedecision\n            (article_id, theme_id, verdict, decided_by_id, decided_at)\n        VALUES (\n            NEW.content_object_id, NEW.tag_id, 'confirmed',\n            (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb\n                ->> 'user')::bigint,\n            now()\n        )\n        ON CONFLICT (article_id, theme_id) DO UPDATE\n            SET verdict = EXCLUDED.verdict, decided_by_id = EXCLUDED.decided_by_id,\n                decided_at = EXCLUDED.decided_at\n            WHERE articles_themedecision.verdict <> EXCLUDED.verdict;\n    \n                RETURN NULL;\n            ",
                    hash="6ac7c86d8659f96bb941ed9551548fa8da583793",
                    operation='INSERT OR UPDATE OF "source"',
                    pgid="pgtrigger_person_confirmed_a43a8",
                    table="articles_articletheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="person_removed",
                sql=articles.guards.GuardSql(
                    func="\n                IF current_setting('duyet.finder', true) IS NOT DISTINCT FROM 'on' OR EXISTS (\n    SELECT 1 FROM articles_erasure WHERE article_number = OLD.content_object_id\n) THEN\n                    RETURN NULL;\n                END IF;\n                \n        INSERT INTO articles_themedecision\n            (article_id, theme_id, verdict, decided_by_id, decided_at)\n        VALUES (\n            OLD.content_object_id, OLD.tag_id, 'removed',\n            (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb\n                ->> 'user')::bigint,\n            now()\n        )\n        ON CONFLICT (article_id, theme_id) DO UPDATE\n            SET verdict = EXCLUDED.verdict, decided_by_id = EXCLUDED.decided_by_id,\n                decided_at = EXCLUDED.decided_at\n            WHERE articles_themedecision.verdict <> EXCLUDED.verdict;\n    \n                RETURN NULL;\n            ",
                    hash="a8fd66099790686b3857a33b1103303db2f78205",
                    operation="DELETE",
                    pgid="pgtrigger_person_removed_5c50f",
                    table="articles_articletheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_where_it_is",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION 'a theme of an article is added or removed, never moved' USING ERRCODE = 'check_violation';",
                    hash="336754ec7709ec073b1cb1735cdb8636c082a95a",
                    operation='UPDATE OF "tag_id", "content_object_id"',
                    pgid="pgtrigger_stays_where_it_is_c8284",
                    table="articles_articletheme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="themedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="leaves_by_erasure",
                sql=articles.guards.GuardSql(
                    func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM articles_erasure WHERE article_number = (OLD.article_id)\n                ) THEN\n                    RAISE EXCEPTION 'a row of % leaves only when its article is erased', TG_TABLE_NAME USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n            ",
                    hash="339120ac467edeebc0c9262ac2fa178dd2c5d968",
                    operation="DELETE",
                    pgid="pgtrigger_leaves_by_erasure_1ad2f",
                    table="articles_themedecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="themedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'check_violation';",
                    hash="21c18b67b6cfa235907594de50683718f0213f6e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_0ee12",
                    table="articles_themedecision",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", ""), _negated=True), name="theme_has_a_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="themespelling",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", ""), _negated=True), name="theme_spelling_has_a_key"
            ),
        ),
    ]
