"""What PostgreSQL refuses to have done to field history.

Events never change. They leave only in the transaction that erases an article, and there only when
what they tell of, or what it hung on, is gone.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

from typing import Any

import pgtrigger
from django.apps import apps
from django.db.models import CASCADE, ForeignKey

from articles.guards import Guard, refuse


class LeavesByErasure(Guard):
    """Knows by the event model's own fields what has to be gone."""

    def get_func(self, model: Any) -> str:
        gone = " OR ".join(_gone(field) for field in _owners(model._meta.label))
        return f"""
            IF NOT EXISTS (
                SELECT 1 FROM articles_erasure WHERE erased_at = transaction_timestamp()
            ) OR NOT ({gone}) THEN
                {refuse("a row of % leaves only while an article is erased", "TG_TABLE_NAME")}
            END IF;
            RETURN OLD;
        """


def event_guards() -> list[pgtrigger.Trigger]:
    return [
        Guard(
            name="never_changes",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=refuse("a row of % never changes", "TG_TABLE_NAME"),
        ),
        LeavesByErasure(
            name="leaves_by_erasure", when=pgtrigger.Before, operation=pgtrigger.Delete
        ),
        Guard(
            name="never_truncated",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=refuse("% is never emptied", "TG_TABLE_NAME"),
        ),
    ]


def _owners(event_model: str) -> list[Any]:
    """Give the links to the object of the event, and to the rows it would be deleted with."""
    event: Any = apps.get_model(event_model)  # migrations have a likeness that knows less
    owning = {"pgh_obj"} | {
        field.name
        for field in event.pgh_tracked_model._meta.fields
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE
    }
    return [field for field in event._meta.fields if field.name in owning]


def _gone(field: Any) -> str:
    target = field.related_model._meta
    return f"""(
        OLD.{field.column} IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM {target.db_table} WHERE {target.pk.column} = OLD.{field.column}
        )
    )"""
