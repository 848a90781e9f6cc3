"""What PostgreSQL holds of corrections.

- They never change and never go away, like what they correct.
- They are of an edition that stands, and of an entry of that edition; withdrawing locks the edition
  too, so that of two at the same instant the second sees what the first has done.
- What they say it said is what stands there: as published, or as corrected last.
- What a task says is corrected to the wording that is approved at that moment, word for word.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, refuse
from portal.models.guards import frozen

_LIST = "string_agg(each, '; ' ORDER BY place)"


def _bodies(role: str) -> str:
    return f"""coalesce((
        SELECT string_agg(printed, '; ' ORDER BY position, id) FROM review_versionorganisation
        WHERE version_id = version.id AND role = '{role}'
    ), '')"""


CORRECTION = [
    *frozen(),
    Guard(
        name="of_what_stands_there",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("published", "jsonb"), ("stood", "text"), ("corrected", "text")],
        func=f"""
            PERFORM 1 FROM portal_edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
            IF EXISTS (
                SELECT 1 FROM portal_editionwithdrawal WHERE edition_id = NEW.edition_id
            ) THEN
                {refuse("edition % was withdrawn: nothing of it is corrected", "NEW.edition_id")}
            END IF;
            IF NEW.entry_id IS NULL THEN
                SELECT to_jsonb(edition) INTO published FROM portal_edition edition
                    WHERE id = NEW.edition_id;
            ELSE
                SELECT to_jsonb(entry) INTO published FROM portal_editionentry entry
                    WHERE id = NEW.entry_id AND edition_id = NEW.edition_id;
            END IF;
            IF published IS NULL OR NEW.field <> '' AND NOT published ? NEW.field THEN
                {refuse("edition % has no such entry or part", "NEW.edition_id")}
            END IF;
            IF NEW.field = '' THEN
                RETURN NEW;
            END IF;
            stood := CASE jsonb_typeof(published -> NEW.field) WHEN 'array' THEN (
                SELECT {_LIST} FROM jsonb_array_elements_text(published -> NEW.field)
                    WITH ORDINALITY AS listed (each, place)
            ) ELSE published ->> NEW.field END;
            SELECT says INTO corrected FROM portal_editioncorrection
                WHERE edition_id = NEW.edition_id AND entry_id IS NOT DISTINCT FROM NEW.entry_id
                    AND field = NEW.field
                ORDER BY id DESC LIMIT 1;
            IF NEW.said <> coalesce(corrected, stood, '') THEN
                {refuse("% of edition % does not say that", "NEW.field", "NEW.edition_id")}
            END IF;
            IF NEW.version_number IS NULL THEN
                RETURN NEW;
            END IF;
            PERFORM 1 FROM review_extractedtask
                WHERE id = (published ->> 'task_number')::bigint
                    AND version_id = NEW.version_number AND state = 'approved'
                FOR SHARE;
            IF NOT FOUND OR NEW.says IS DISTINCT FROM (
                SELECT CASE NEW.field
                    WHEN 'wording' THEN version.wording
                    WHEN 'due' THEN version.due
                    WHEN 'responsible' THEN {_bodies("responsible")}
                    WHEN 'taking_part' THEN {_bodies("takes_part")}
                END
                FROM review_taskversion version WHERE version.id = NEW.version_number
            ) THEN
                {refuse("% is corrected to what was approved only", "NEW.field")}
            END IF;
            RETURN NEW;
        """,
    ),
]
