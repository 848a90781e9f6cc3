"""A theme may be merged into another; it stays as a row that leads there, with what it brought."""

import articles.guards
import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0014_documents_by_number"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ThemeMerge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="merged at")),
                ("split_at", models.DateTimeField(null=True, verbose_name="split off again at")),
                (
                    "spellings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "narrower",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "decisions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "excludes_gained",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "excludes_given_up",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "merge of themes",
                "verbose_name_plural": "merges of themes",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ThemeMergeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("merged_at", models.DateTimeField(auto_now_add=True, verbose_name="merged at")),
                ("split_at", models.DateTimeField(null=True, verbose_name="split off again at")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="articletheme",
            name="person_removed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="theme",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="theme",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="articles.theme",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="themeevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.theme",
                verbose_name="merged into",
            ),
        ),
        migrations.AlterField(
            model_name="theme",
            name="key",
            field=models.CharField(editable=False, max_length=100),
        ),
        migrations.AlterField(
            model_name="theme",
            name="name",
            field=models.CharField(max_length=100, verbose_name="name"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="a_merge_is_followed",
                sql=articles.guards.GuardSql(
                    declare="DECLARE further bigint;",
                    func="\n            LOOP\n                SELECT merged_into_id INTO further FROM articles_theme\n                    WHERE id = NEW.tag_id FOR KEY SHARE;\n                EXIT WHEN further IS NULL;\n                NEW.tag_id := further;\n            END LOOP;\n            RETURN NEW;\n        ",
                    hash="f8cc789fca1c16df1b2d0a438ca1cb329af9636f",
                    operation="INSERT",
                    pgid="pgtrigger_a_merge_is_followed_85181",
                    table="articles_articletheme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articletheme",
            trigger=pgtrigger.compiler.Trigger(
                name="person_removed",
                sql=articles.guards.GuardSql(
                    func="\n                IF current_setting('duyet.finder', true) IS NOT DISTINCT FROM 'on' OR EXISTS (\n    SELECT 1 FROM articles_erasure WHERE article_number = OLD.content_object_id\n) OR EXISTS (\n    SELECT 1 FROM articles_theme WHERE id = OLD.tag_id AND merged_into_id IS NOT NULL\n) THEN\n                    RETURN NULL;\n                END IF;\n                \n        INSERT INTO articles_themedecision\n            (article_id, theme_id, verdict, decided_by_id, decided_at)\n        VALUES (\n            OLD.content_object_id, OLD.tag_id, 'removed',\n            (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb\n                ->> 'user')::bigint,\n            now()\n        )\n        ON CONFLICT (article_id, theme_id) DO UPDATE\n            SET verdict = EXCLUDED.verdict, decided_by_id = EXCLUDED.decided_by_id,\n                decided_at = EXCLUDED.decided_at\n            WHERE articles_themedecision.verdict <> EXCLUDED.verdict;\n    \n                RETURN NULL;\n            ",
                    hash="c66ca2c91224eacab35c0c41533e0b2587846179",
                    operation="DELETE",
                    pgid="pgtrigger_person_removed_5c50f",
                    table="articles_articletheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mention",
            trigger=pgtrigger.compiler.Trigger(
                name="a_merge_is_followed",
                sql=articles.guards.GuardSql(
                    declare="DECLARE further bigint;",
                    func="\n            LOOP\n                SELECT merged_into_id INTO further FROM articles_theme\n                    WHERE id = NEW.theme_id FOR KEY SHARE;\n                EXIT WHEN further IS NULL;\n                NEW.theme_id := further;\n            END LOOP;\n            RETURN NEW;\n        ",
                    hash="7761b0960e132af80484122b4f244b2fdbc9bf74",
                    operation="INSERT",
                    pgid="pgtrigger_a_merge_is_followed_79fef",
                    table="articles_mention",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="points_at_a_standing_one",
                sql=articles.guards.GuardSql(
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE further bigint;",
                    func="\n            SELECT merged_into_id INTO further FROM articles_theme\n                WHERE id = NEW.merged_into_id FOR SHARE;\n            IF further IS NOT NULL OR NEW.merged_into_id = NEW.id THEN\n                RAISE EXCEPTION 'a theme is merged into a standing one only' USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (SELECT 1 FROM articles_theme WHERE merged_into_id = NEW.id) THEN\n                RAISE EXCEPTION 'a theme is merged into a standing one only' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="fb60505592f48d734afd6282dd2aef7959a536b5",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_points_at_a_standing_one_6624b",
                    table="articles_theme",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_themeevent" ("excludes", "id", "merged_into_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."excludes", NEW."id", NEW."merged_into_id", NEW."name", NEW."note", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="f6b3fd6fd001b3a777ddd976d0e8cf61721f1859",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9e9d0",
                    table="articles_theme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."excludes" IS DISTINCT FROM (NEW."excludes") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                    func='INSERT INTO "articles_themeevent" ("excludes", "id", "merged_into_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."excludes", NEW."id", NEW."merged_into_id", NEW."name", NEW."note", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="bf3c3603d70db7d38f219af7bf05bb669c47eabc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_96f38",
                    table="articles_theme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_themeevent" ("excludes", "id", "merged_into_id", "name", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."excludes", OLD."id", OLD."merged_into_id", OLD."name", OLD."note", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;',
                    hash="f92d029d17df41bd2922f84f861a0176112148a0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3dd83",
                    table="articles_theme",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.UniqueConstraint(
                condition=models.Q(("merged_into", None)), fields=("key",), name="theme_once"
            ),
        ),
        migrations.AddField(
            model_name="thememerge",
            name="into",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="taken_in",
                to="articles.theme",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="thememerge",
            name="merged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="thememerge",
            name="split_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="split off again by",
            ),
        ),
        migrations.AddField(
            model_name="thememerge",
            name="theme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="merges",
                to="articles.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="into",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.theme",
                verbose_name="merged into",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="merged_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="merged by",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="articles.thememerge",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="split_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="split off again by",
            ),
        ),
        migrations.AddField(
            model_name="thememergeevent",
            name="theme",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.theme",
                verbose_name="theme",
            ),
        ),
        migrations.AddConstraint(
            model_name="thememerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("split_at", None)),
                fields=("theme",),
                name="theme_merged_once_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememerge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_thememergeevent" ("id", "into_id", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "split_at", "split_by_id", "theme_id") VALUES (NEW."id", NEW."into_id", NEW."merged_at", NEW."merged_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."split_at", NEW."split_by_id", NEW."theme_id"); RETURN NULL;',
                    hash="79ced6e79a00dfcac320963111bef0769d925d2d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_74927",
                    table="articles_thememerge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememerge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."into_id" IS DISTINCT FROM (NEW."into_id") OR OLD."merged_at" IS DISTINCT FROM (NEW."merged_at") OR OLD."merged_by_id" IS DISTINCT FROM (NEW."merged_by_id") OR OLD."split_at" IS DISTINCT FROM (NEW."split_at") OR OLD."split_by_id" IS DISTINCT FROM (NEW."split_by_id") OR OLD."theme_id" IS DISTINCT FROM (NEW."theme_id"))',
                    func='INSERT INTO "articles_thememergeevent" ("id", "into_id", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "split_at", "split_by_id", "theme_id") VALUES (NEW."id", NEW."into_id", NEW."merged_at", NEW."merged_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."split_at", NEW."split_by_id", NEW."theme_id"); RETURN NULL;',
                    hash="5b51e97230618624f69a9c544bd778c1571e4ade",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bad4d",
                    table="articles_thememerge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememerge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "articles_thememergeevent" ("id", "into_id", "merged_at", "merged_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "split_at", "split_by_id", "theme_id") VALUES (OLD."id", OLD."into_id", OLD."merged_at", OLD."merged_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."split_at", OLD."split_by_id", OLD."theme_id"); RETURN NULL;',
                    hash="afe7352459e40d2432924c94d5098792f3b23525",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cf51a",
                    table="articles_thememerge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changes",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION 'a row of % never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation';",
                    hash="08030f3ab7861b25d0a1b85c46e8593a14745f7c",
                    operation="UPDATE",
                    pgid="pgtrigger_never_changes_1cea0",
                    table="articles_thememergeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="leaves_by_erasure",
                sql=articles.guards.GuardSql(
                    func="\n            IF NOT EXISTS (\n                SELECT 1 FROM articles_erasure WHERE erased_at = transaction_timestamp()\n            ) OR NOT ((\n        OLD.pgh_obj_id IS NOT NULL AND NOT EXISTS (\n            SELECT 1 FROM articles_thememerge WHERE id = OLD.pgh_obj_id\n        )\n    ) OR (\n        OLD.theme_id IS NOT NULL AND NOT EXISTS (\n            SELECT 1 FROM articles_theme WHERE id = OLD.theme_id\n        )\n    ) OR (\n        OLD.into_id IS NOT NULL AND NOT EXISTS (\n            SELECT 1 FROM articles_theme WHERE id = OLD.into_id\n        )\n    )) THEN\n                RAISE EXCEPTION 'a row of % leaves only while an article is erased', TG_TABLE_NAME USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN OLD;\n        ",
                    hash="e32306aa0495103dbb63268d85fac9f96404274c",
                    operation="DELETE",
                    pgid="pgtrigger_leaves_by_erasure_d1612",
                    table="articles_thememergeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thememergeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_truncated",
                sql=articles.guards.GuardSql(
                    func="RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'check_violation';",
                    hash="23e0d13c7e842731972b0e78e7a0ac784c23465f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_truncated_c6cec",
                    table="articles_thememergeevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
