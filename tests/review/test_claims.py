"""Who looks at which article, and which one comes next."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from django.urls import reverse

from articles.models import Article
from articles.refusal import NotAllowed
from portal.people.models import User
from review.actions.assigning import assign
from review.actions.claiming import let_go, renew, take_next
from review.actions.decisions import decide
from review.models import Claim, ClaimEvent  # type: ignore[attr-defined]
from review.queries.assigning import Assignee
from review.queries.claims import holder_of, next_for
from tests.at_once import at_once
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import approve, article_with_tasks, task_in_article, wording_now
from tests.review.queue import run_out
from tests.review.screens import body, page_of, signed_in

pytestmark = pytest.mark.django_db


def number(article: Article | None) -> int | None:
    return article.pk if article else None


def test_two_people_get_two_articles() -> None:
    older, newer = article_with_tasks(), article_with_tasks()
    first, second = ReviewerFactory.create_batch(2)
    assert number(take_next(first)) == newer.pk
    assert number(take_next(second)) == older.pk
    assert take_next(ReviewerFactory()) is None


def test_whoever_went_home_blocks_nobody() -> None:
    article = article_with_tasks()
    gone, here = ReviewerFactory.create_batch(2)
    take_next(gone)
    assert take_next(here) is None
    run_out(gone)
    assert holder_of(article.pk) is None
    assert number(take_next(here)) == article.pk


def test_taking_the_next_lets_go_of_the_one_before() -> None:
    older, newer = article_with_tasks(), article_with_tasks()
    person = ReviewerFactory()
    take_next(person)
    assert number(take_next(person, after=newer.pk)) == older.pk
    assert holder_of(newer.pk) is None
    assert number(take_next(person, after=older.pk)) == newer.pk, "after the last comes the first"


def test_what_one_has_decided_on_is_not_next() -> None:
    person, task = ReviewerFactory(), task_in_article()
    approve(task, person)
    assert take_next(person) is None
    assert number(take_next(ReviewerFactory())) == task.article_id


def test_what_is_assigned_to_one_comes_first_and_to_others_not_yet() -> None:
    mine, newest = task_in_article(), task_in_article()
    person, other, lead = ReviewerFactory(), ReviewerFactory(), LeadFactory()
    assign(lead, mine.pk, Assignee(person_id=person.pk))
    assert number(next_for(person)) == mine.article_id
    assert number(next_for(other)) == newest.article_id
    assign(lead, newest.pk, Assignee(person_id=person.pk))
    assert next_for(other) is None
    decide(person, newest.pk, wording_now(newest).pk, "approve")
    assert number(next_for(other)) == newest.article_id, "now a second opinion is wanted"


def test_the_next_follows_what_was_chosen_in_the_queue() -> None:
    sure, unsure = task_in_article(confidence=0.9), task_in_article(confidence=0.5)
    task_in_article(confidence=0.9)
    person = ReviewerFactory()
    assert number(next_for(person, {"queue": "unsure"})) == unsure.article_id
    assert number(next_for(person, {"order": "old"})) == sure.article_id
    assert next_for(person, {"queue": "lead"}) is None
    decide(person, sure.pk, wording_now(sure).pk, "unsure")
    assert number(next_for(LeadFactory(), {"queue": "lead"})) == sure.article_id
    assert next_for(person, {"published_from": "2199-01-01"}) is None
    assert next_for(person, {"published_from": "never"}) is None


def test_looking_what_is_next_takes_nothing() -> None:
    article = article_with_tasks()
    assert number(next_for(ReviewerFactory())) == article.pk
    assert holder_of(article.pk) is None


def test_renewing_keeps_takes_what_is_free_and_never_steals() -> None:
    article = article_with_tasks()
    first, second = ReviewerFactory.create_batch(2)
    assert renew(first, article.pk)
    taken = Claim.objects.get()
    assert not renew(second, article.pk)
    assert renew(first, article.pk)
    kept = Claim.objects.get()
    assert kept.taken_at == taken.taken_at
    assert kept.leased_until >= taken.leased_until
    assert let_go(first, article.pk)
    assert not let_go(first, article.pk)
    assert renew(second, article.pk)


def test_whoever_may_not_decide_takes_nothing() -> None:
    article = article_with_tasks()
    for act in (take_next, lambda who: renew(who, article.pk), lambda who: let_go(who, article.pk)):
        with pytest.raises(NotAllowed):
            act(EditorFactory())


def test_deciding_asks_for_no_claim() -> None:
    task = task_in_article()
    renew(ReviewerFactory(), task.article_id)
    approve(task)
    assert task.state == "approved"


def test_the_record_tells_who_took_and_let_go_and_no_renewals() -> None:
    article, person = article_with_tasks(), ReviewerFactory()
    for _ in range(3):
        renew(person, article.pk)
    let_go(person, article.pk)
    events = ClaimEvent.objects.order_by("pgh_id").values_list("pgh_label", "person")
    assert list(events) == [("insert", person.pk), ("delete", person.pk)]


# -- What the database refuses ---------------------------------------------------------------------


def test_the_database_refuses_to_take_what_another_has() -> None:
    article = article_with_tasks()
    first, second = ReviewerFactory.create_batch(2)
    renew(first, article.pk)
    with (
        pytest.raises(IntegrityError, match="somebody else is looking"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE review_claim SET person_id = %s", [second.pk])


def test_the_database_refuses_a_claim_for_longer_than_an_hour() -> None:
    article = article_with_tasks()
    renew(ReviewerFactory(), article.pk)
    with pytest.raises(IntegrityError, match="an hour at most"), transaction.atomic():
        Claim.objects.update(leased_until=Now() + timedelta(hours=2))


# -- At the same instant ---------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_two_get_the_same() -> None:
    articles = [article_with_tasks(1) for _ in range(4)]
    people = ReviewerFactory.create_batch(6)
    got: list[int | None] = []

    def takes(person: User) -> Callable[[threading.Barrier], None]:
        def work(barrier: threading.Barrier) -> None:
            barrier.wait()
            with transaction.atomic():
                got.append(number(take_next(person)))
                barrier.wait()

        return work

    assert at_once(*map(takes, people)) == [None] * 6
    assert sorted(each for each in got if each) == [article.pk for article in articles]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_a_free_article_at_once_one_has_it() -> None:
    article = article_with_tasks(1)
    people = ReviewerFactory.create_batch(2)
    had: list[bool] = []

    def opens(person: User) -> Callable[[threading.Barrier], None]:
        def work(barrier: threading.Barrier) -> None:
            barrier.wait()
            had.append(renew(person, article.pk))

        return work

    assert at_once(*map(opens, people)) == [None, None]
    assert sorted(had) == [False, True]


# -- On the screens --------------------------------------------------------------------------------


def test_a_page_keeps_its_article_and_is_told_when_it_is_anothers() -> None:
    article = article_with_tasks()
    first, second = ReviewerFactory.create_batch(2)
    address = reverse("admin:review_renew", args=[article.pk])
    assert signed_in(first).post(address).json() == {"is_mine": True}
    assert signed_in(second).post(address).json() == {"is_mine": False}
    assert signed_in(EditorFactory()).post(address).status_code == 403
    assert signed_in(second).get(address).status_code == 405
    assert signed_in(first).post(reverse("admin:review_renew", args=[1])).status_code == 404


def test_letting_go_leads_back_to_the_queue() -> None:
    article, person = article_with_tasks(), ReviewerFactory()
    renew(person, article.pk)
    response = signed_in(person).post(
        reverse("admin:review_let_go", args=[article.pk]), follow=True
    )
    assert "You have let go of the article." in body(response)
    assert holder_of(article.pk) is None


def test_an_article_that_another_holds_opens_and_says_so() -> None:
    article, holder = article_with_tasks(), ReviewerFactory()
    renew(holder, article.pk)
    assert f"{holder} has been looking at this article" in body(signed_in().get(page_of(article)))
    assert "You have this article before you" in body(signed_in(holder).get(page_of(article)))
