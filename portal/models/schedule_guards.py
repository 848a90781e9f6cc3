"""What PostgreSQL holds of what is to be done at a set time.

- A publication is approved of a list as it was submitted, by somebody else.
- Rows end once. What was approved never changes: another time or another content is another row.
- A publication that is done is an edition of that list by those two people; a withdrawal that is
  done has withdrawn its edition.
"""

import pgtrigger

from articles.guards import Guard, refuse


def _only_ends(*said: str, done: str) -> Guard:
    old, new = (", ".join(f"{row}.{column}" for column in said) for row in ("OLD", "NEW"))
    return Guard(
        name="only_ends",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.state <> 'waiting' OR ({old}) IS DISTINCT FROM ({new}) THEN
                {refuse("row % of % was approved as it is", "OLD.id", "TG_TABLE_NAME")}
            END IF;
            IF NEW.state = 'done' AND NOT EXISTS ({done}) THEN
                {refuse("row % of % has not been done", "OLD.id", "TG_TABLE_NAME")}
            END IF;
            RETURN NEW;
        """,
    )


def _begins_waiting(func: str) -> Guard:
    return Guard(
        name="begins_waiting",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NEW.state <> 'waiting' THEN
                {refuse("what is done at a set time waits for it first")}
            END IF;
            {func}
            RETURN NEW;
        """,
    )


PUBLICATION = [
    _begins_waiting(
        f"""
            PERFORM 1 FROM portal_curatedlist
                WHERE id = NEW.curated_list_id AND state = 'submitted'
                    AND submitted_by_id = NEW.submitted_by_id AND submitted_at = NEW.submitted_at
                FOR SHARE;
            IF NOT FOUND THEN
                {refuse("list % was not submitted so", "NEW.curated_list_id")}
            END IF;
        """
    ),
    _only_ends(
        "id",
        "curated_list_id",
        "fingerprint",
        "submitted_by_id",
        "submitted_at",
        "approved_by_id",
        "due_at",
        "set_at",
        done="""
            SELECT 1 FROM portal_edition
            WHERE id = NEW.edition_id AND curated_list_id = NEW.curated_list_id
                AND submitted_by_id = NEW.submitted_by_id AND published_by_id = NEW.approved_by_id
        """,
    ),
]

WITHDRAWAL = [
    _begins_waiting(""),
    _only_ends(
        "id",
        "edition_id",
        "reason",
        "set_by_id",
        "due_at",
        "set_at",
        done="""
            SELECT 1 FROM portal_editionwithdrawal
            WHERE edition_id = NEW.edition_id AND reason = NEW.reason
                AND withdrawn_by_id = NEW.set_by_id
        """,
    ),
]
