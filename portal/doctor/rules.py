"""Whether the database holds the rules that the desk promises (design, decision 8)."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import connection

from portal.doctor.checkup import Checkup, failing, warning, well
from review.queries import approved_without_enough_people

SHOWN = 5
_OWNED = """
    SELECT count(*) FILTER (WHERE pg_has_role(relowner, 'USAGE')),
        count(*) FILTER (WHERE has_table_privilege(oid, 'TRUNCATE')),
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
"""
_ENABLED = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"


def role() -> Checkup:
    """Whoever owns a table can switch its rules off: the web and the workers must not."""
    with connection.cursor() as cursor:
        cursor.execute(_OWNED)
        owned, truncated, is_superuser = cursor.fetchone()
    if not (owned or truncated or is_superuser):
        return well("role", "owns no table and may empty none")
    words = (
        "a superuser" if is_superuser else f"owns {owned} tables and may truncate {truncated}"
    ) + ": connect as the role that grant_access made"
    return warning("role", words) if settings.DEMO else failing("role", words)


def triggers() -> Checkup:
    with connection.cursor() as cursor:
        cursor.execute(_ENABLED)
        enabled = {name for (name,) in cursor.fetchall()}
    asked = [trigger.get_pgid(model) for model, trigger in pgtrigger.registered()]
    missing = sorted(set(asked) - enabled)
    if missing:
        return failing("triggers", f"{len(missing)} are missing or switched off: {_some(missing)}")
    return well("triggers", f"all {len(asked)} are there and on")


def approvals() -> Checkup:
    wrong = list(approved_without_enough_people().values_list("pk", flat=True))
    if wrong:
        return failing(
            "approvals", f"{len(wrong)} tasks are approved by too few people: {_some(wrong)}"
        )
    return well("approvals", "every approved wording has its people")


def _some(names: list[Any]) -> str:
    shown = ", ".join(map(str, names[:SHOWN]))
    return shown if len(names) <= SHOWN else f"{shown}, …"
