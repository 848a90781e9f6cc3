"""Triggers by which a body that was merged into another leads there, and wordings stay as printed.

Each wording keeps the body that its printed name is a spelling of, and a pointer says who stands
for that one: so undoing a merge is taking the pointer away. Only that belonging changes, where a
spelling turns out to be another body's.
"""

import pgtrigger

from articles.guards import Guard, points_at_a_standing_one, refuse

ORGANISATION = [points_at_a_standing_one("review_organisation", "a body")]

ONLY_ITS_BODY_CHANGES = Guard(
    name="only_its_body_changes",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
        IF (NEW.id, NEW.version_id, NEW.role, NEW.printed, NEW.position)
                IS DISTINCT FROM (OLD.id, OLD.version_id, OLD.role, OLD.printed, OLD.position) THEN
            {refuse("a row of % never changes", "TG_TABLE_NAME")}
        END IF;
        RETURN NEW;
    """,
)
