"""Triggers by which the database keeps citations at the document that stands for the one they name.

A merged document stays, and points at the one that stands for it: always at a final one, so that
nobody has to follow more than one step. `named` keeps what a citation named, so that a merge can
be undone; `document` is that one or the one that stands for it, whoever writes.
"""

import pgtrigger

from articles.guards import Guard, refuse

_CHAIN = refuse("a document is the same as a final one only")

DOCUMENT = [
    Guard(
        name="points_at_a_final_one",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("same_as_id"),
        condition=pgtrigger.Q(new__same_as__isnull=False),
        declare=[("further", "bigint")],
        # The lock makes two merges at the same instant wait for one another.
        func=f"""
            SELECT same_as_id INTO further FROM articles_officialdocument
                WHERE id = NEW.same_as_id FOR SHARE;
            IF further IS NOT NULL THEN
                {_CHAIN}
            END IF;
            IF EXISTS (SELECT 1 FROM articles_officialdocument WHERE same_as_id = NEW.id) THEN
                {_CHAIN}
            END IF;
            RETURN NEW;
        """,  # noqa: S608  (words of this module only)
    ),
    Guard(
        name="takes_citations_along",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("same_as_id"),
        func="""
            UPDATE articles_citation SET named_id = named_id WHERE named_id = NEW.id;
            RETURN NULL;
        """,
    ),
]

CITATION = [
    Guard(
        name="is_of_a_final_document",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("named_id", "document_id"),
        # The lock makes a merge wait for the citations that are being saved.
        func="""
            IF TG_OP = 'INSERT' THEN
                NEW.named_id := COALESCE(NEW.named_id, NEW.document_id);
            ELSIF NEW.named_id IS NOT DISTINCT FROM OLD.named_id
                    AND NEW.document_id IS DISTINCT FROM OLD.document_id THEN
                NEW.named_id := NEW.document_id;
            END IF;
            NEW.document_id := NULL;
            IF NEW.named_id IS NOT NULL THEN
                SELECT COALESCE(same_as_id, id) INTO NEW.document_id
                    FROM articles_officialdocument WHERE id = NEW.named_id FOR SHARE;
            END IF;
            RETURN NEW;
        """,
    ),
]
