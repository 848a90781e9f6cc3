"""The rules of the review hold against PostgreSQL's own superuser, unless they switch them off."""

from collections.abc import Callable
from contextlib import closing

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from portal import embedded
from portal.embedded.places import SUPERUSER
from review.actions.claiming import renew
from review.actions.decisions import decide, withdraw
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask
from tests.factories import ReviewerFactory
from tests.review.factories import approve, article_with_tasks, wording_now

pytestmark = pytest.mark.django_db(transaction=True)


def decided(statement: str) -> str:
    """Put a decision in by hand, as this says of its wording and person."""
    return (
        "INSERT INTO review_decision (version_id, person_id, verdict, reason, settles, made_at)"
        f" SELECT version_id, person_id, 'approve', '', false, now() FROM ({statement}) said"
    )


FORBIDDEN = {
    "approving what nobody is for": (
        "UPDATE review_extractedtask SET state = 'approved' WHERE state = 'open'"
    ),
    "rejected without a word": (
        "UPDATE review_extractedtask SET state = 'rejected' WHERE state = 'open'"
    ),
    "waiting though it was approved": (
        "UPDATE review_extractedtask SET state = 'open' WHERE state = 'approved'"
    ),
    "with the lead though nobody differs": (
        "UPDATE review_extractedtask SET state = 'with_lead' WHERE state = 'open'"
    ),
    "taken from the lead": (
        "UPDATE review_extractedtask SET state = 'open' WHERE state = 'with_lead'"
    ),
    "one person deciding twice": decided("SELECT * FROM review_decision WHERE verdict = 'approve'"),
    "a decision on a wording of before": decided(
        "SELECT min(review_taskversion.id) AS version_id, person_id FROM review_taskversion,"
        " review_decision GROUP BY person_id, task_id HAVING count(DISTINCT number) > 1"
    ),
    "another verdict": "UPDATE review_decision SET verdict = 'unsure'",
    "another person": "UPDATE review_decision SET person_id = person_id + 1",
    "an earlier decision": "UPDATE review_decision SET made_at = made_at - interval '1 day'",
    "no decision": "DELETE FROM review_decision",
    "no withdrawal": "DELETE FROM review_withdrawal",
    "another's withdrawal": "UPDATE review_withdrawal SET withdrawn_by_id = withdrawn_by_id + 1",
    "other words": "UPDATE review_taskversion SET wording = 'Khác'",
    "fewer people needed": "UPDATE review_taskversion SET needed = 1",
    "another writer": "UPDATE review_taskversion SET written_by_id = NULL",
    "no wording": "DELETE FROM review_taskversion",
    "another place": 'UPDATE review_extractedtask SET "start" = "start" + 1',
    "other words of the text": "UPDATE review_extractedtask SET quote = 'Khác'",
    "no task": "DELETE FROM review_extractedtask",
    "another text": "UPDATE articles_articletext SET body = 'Khác'",
    "a claim for ever": "UPDATE review_claim SET leased_until = now() + interval '2 hours'",
    "another's claim": (
        "UPDATE review_claim SET person_id = (SELECT max(person_id) FROM review_decision)"
    ),
    "an emptied record": "TRUNCATE review_decision CASCADE",
    "going back to a wording of before": (
        "UPDATE review_extractedtask task SET version_id = before.id FROM review_taskversion before"
        " WHERE before.task_id = task.id AND before.id < task.version_id"
    ),
    "another task's wording": (
        "UPDATE review_extractedtask task SET version_id = other.id FROM review_taskversion other"
        " WHERE other.task_id <> task.id"
    ),
    "another article": "UPDATE review_extractedtask SET article_id = article_id + 1",
    "a lead's word that was none": "UPDATE review_decision SET settles = true",
    "another reason": "UPDATE review_decision SET reason = 'Khác'",
    "a decision merged into one": (
        "MERGE INTO review_decision said USING (VALUES (1)) one ON true"
        " WHEN MATCHED THEN UPDATE SET verdict = 'approve', person_id = person_id + 1"
    ),
    "events told otherwise": "UPDATE review_extractedtaskevent SET state = 'approved'",
    "events that nobody had": "DELETE FROM review_extractedtaskevent",
    "emptied events": "TRUNCATE review_extractedtaskevent",
}


@pytest.fixture
def superuser() -> Callable[[str], None]:
    """Run a statement as PostgreSQL's superuser, in a transaction of its own."""
    database = connection.settings_dict["NAME"]
    address = embedded.addresses(settings.SERVERS_DIR).url(SUPERUSER, database)

    def run(statement: str) -> None:
        with closing(psycopg.connect(address)) as line:
            done = line.execute(statement.encode())
            assert done.rowcount, f"this changes nothing, so it tries nothing: {statement}"
            line.commit()

    return run


def test_the_superuser_is_refused_what_nobody_may_do(superuser: Callable[[str], None]) -> None:
    article = article_with_tasks(3)
    first, second, third = article.tasks.order_by("start")
    approve(first)
    person, other = ReviewerFactory(), ReviewerFactory()
    version = wording_now(second).pk
    decide(person, second.pk, version, "unsure")
    withdraw(person, Decision.objects.get(person=person).pk)
    decide(person, second.pk, version, "unsure")
    rewrite(other, second.pk, version, Wording("Rà soát cán bộ."))
    decide(other, third.pk, wording_now(third).pk, "unsure")
    renew(person, article.pk)
    before = list(ExtractedTask.objects.order_by("pk").values())
    let_through = []
    for what, statement in FORBIDDEN.items():
        try:
            superuser(statement)
        except psycopg.IntegrityError:
            continue
        let_through.append(what)
    assert not let_through
    assert list(ExtractedTask.objects.order_by("pk").values()) == before
