"""Triggers that hold a rule against everybody.

A plain `pgtrigger` trigger steps aside for any session that sets `pgtrigger.ignore`, which needs no
right at all, and reads whatever temporary table shadows a real one. A guard does neither.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

from typing import Any

import pgtrigger
from pgtrigger import compiler


class GuardSql(compiler.UpsertTriggerSql):
    """Migrations refer to this class: change what it renders only by a new class."""

    def get_template(self) -> str:
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER
            SET search_path = public, pg_temp
            AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE FUNCTION {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class Guard(pgtrigger.Trigger):
    """A trigger for `Meta.triggers` that nobody can talk out of its rule."""

    def compile(self, model: Any) -> compiler.Trigger:
        compiled = super().compile(model)
        return compiler.Trigger(name=compiled.name, sql=GuardSql(**compiled.sql.kwargs))


def refuse(message: str, *values: str) -> str:
    """Give the PL/pgSQL that refuses a change. `%` in the message stands for the SQL values."""
    arguments = "".join(f", {value}" for value in values)
    return f"RAISE EXCEPTION '{message}'{arguments} USING ERRCODE = 'check_violation';"


def append_only(*, article: str) -> list[pgtrigger.Trigger]:
    """Rows are added, never changed, and leave only with the article when it is erased.

    `article` is SQL for the number of the article that the row OLD belongs to.
    """
    return [
        Guard(
            name="never_changes",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=refuse("a row of % never changes", "TG_TABLE_NAME"),
        ),
        *kept_until_erasure(article=article),
    ]


def kept_until_erasure(*, article: str) -> list[pgtrigger.Trigger]:
    return [
        Guard(
            name="leaves_by_erasure",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=f"""
                IF NOT EXISTS (
                    SELECT 1 FROM articles_erasure WHERE article_number = ({article})
                ) THEN
                    {refuse("a row of % leaves only when its article is erased", "TG_TABLE_NAME")}
                END IF;
                RETURN OLD;
            """,
        ),
        Guard(
            name="never_truncated",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=refuse("% is never emptied", "TG_TABLE_NAME"),
        ),
    ]


def points_at_a_standing_one(table: str, what: str) -> pgtrigger.Trigger:
    """What was merged points at what stands, so that nobody follows more than one step."""
    chain = refuse(f"{what} is merged into a standing one only")
    return Guard(
        name="points_at_a_standing_one",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        declare=[("further", "bigint")],
        # The lock makes two merges at the same instant wait for one another.
        func=f"""
            SELECT merged_into_id INTO further FROM {table}
                WHERE id = NEW.merged_into_id FOR SHARE;
            IF further IS NOT NULL OR NEW.merged_into_id = NEW.id THEN
                {chain}
            END IF;
            IF EXISTS (SELECT 1 FROM {table} WHERE merged_into_id = NEW.id) THEN
                {chain}
            END IF;
            RETURN NEW;
        """,
    )
