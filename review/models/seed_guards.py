"""What PostgreSQL itself refuses to have done with seeded errors, whoever asks.

- A seeded error waits, or is retired: it is never approved, and so never published.
- Only a task that the finder made, and that nobody has said a word of, becomes one. The task that
  steps aside for it stood at the same words, was the finder's own as well, and is retired.
- What it was, and what people first made of it, stays until the article is erased.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, append_only, refuse
from review.models.place_guards import HELD, lock


def _touched(task: str) -> str:
    return f"""EXISTS (
        SELECT 1 FROM review_taskversion wording
        LEFT JOIN review_decision said ON said.version_id = wording.id
        WHERE wording.task_id = {task}
            AND (wording.written_by_id IS NOT NULL OR said.id IS NOT NULL)
    )"""


NEVER_DECIDED = Guard(
    name="seeded_errors_wait",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(new__state__in=["approved", "rejected", "with_lead"]),
    func=f"""
        IF EXISTS (SELECT 1 FROM review_seedederror WHERE task_id = NEW.id) THEN
            {refuse("task % is a seeded error: it waits until it is retired", "NEW.id")}
        END IF;
        RETURN NEW;
    """,
)

SEEDED_ERROR = [
    Guard(
        name="of_an_untouched_task",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=HELD,
        func=f"""
            {lock("NEW.task_id")}
            IF held.state <> 'open' OR held.version_id IS NULL OR {_touched("held.id")}
                OR NOT EXISTS (
                    SELECT 1 FROM articles_article
                    WHERE id = held.article_id AND text_id = held.text_id
                )
            THEN
                {refuse("task % cannot become a seeded error", "NEW.task_id")}
            END IF;
            IF NEW.instead_of_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM review_extractedtask aside
                WHERE aside.id = NEW.instead_of_id AND aside.state = 'retired'
                    AND (aside.text_id, aside."start", aside."end")
                        = (held.text_id, held."start", held."end")
                    AND NOT {_touched("aside.id")}
            ) THEN
                {refuse("task % does not step aside", "NEW.instead_of_id")}
            END IF;
            RETURN NEW;
        """,
    ),
    *append_only(article="SELECT article_id FROM review_extractedtask WHERE id = OLD.task_id"),
]

SEEDED_VERDICT = [
    Guard(
        name="of_who_had_a_word",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM review_seedederror seeded
                JOIN review_taskversion wording ON wording.task_id = seeded.task_id
                LEFT JOIN review_decision said ON said.version_id = wording.id
                WHERE seeded.id = NEW.seeded_error_id
                    AND NEW.person_id IN (wording.written_by_id, said.person_id)
            ) THEN
                {
            refuse(
                "person % said nothing of seeded error %", "NEW.person_id", "NEW.seeded_error_id"
            )
        }
            END IF;
            RETURN NEW;
        """,
    ),
    *append_only(
        article="""
            SELECT article_id FROM review_extractedtask WHERE id = (
                SELECT task_id FROM review_seedederror WHERE id = OLD.seeded_error_id
            )
        """
    ),
]
