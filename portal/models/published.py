"""What readers rely on keeps the word of those who stand behind it.

The rule is about a table of `review`, which knows nothing of editions: so it hangs on a likeness of
that table here.
"""
# ruff: noqa: S608  (the SQL is put together from our own words when migrations are made)

import pgtrigger

from articles.guards import Guard, refuse
from review.models import Withdrawal


class WithdrawalOfPublished(Withdrawal):
    """No decision is taken back while its wording stands in an edition that was not withdrawn.

    What an edition was corrected to stands in it too.

    The task is locked before looking, as whoever publishes it has it locked until the edition is
    there: so of two at the same instant the second sees what the first has done.
    """

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            Guard(
                name="not_of_what_is_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("version", "bigint")],
                func=f"""
                    SELECT version_id INTO version FROM review_decision WHERE id = NEW.decision_id;
                    PERFORM 1 FROM review_extractedtask WHERE id = (
                        SELECT task_id FROM review_taskversion WHERE id = version
                    ) FOR NO KEY UPDATE;
                    IF EXISTS (
                        SELECT 1 FROM (
                            SELECT edition_id FROM portal_editionentry
                                WHERE version_number = version
                            UNION ALL
                            SELECT edition_id FROM portal_editioncorrection
                                WHERE version_number = version
                        ) standing WHERE NOT EXISTS (
                            SELECT 1 FROM portal_editionwithdrawal
                            WHERE edition_id = standing.edition_id
                        )
                    ) THEN
                        {refuse("version % stands in an edition: decisions on it stay", "version")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
