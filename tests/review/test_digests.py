"""Notices by mail: once a day, once only, and not to who chose otherwise."""

from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import translation

from portal.people.models import User
from review.actions.comments import comment
from review.actions.decisions import decide
from review.actions.digests import make_digests, send_digests
from review.actions.notices import choose_mail, read, tell
from review.jobs import send_digests as job
from review.models import Comment, Decision, Digest, MailChoice, Notice
from tests.at_once import at_once
from tests.factories import ReviewerFactory
from tests.review.factories import task_in_article, wording_now

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


@pytest.fixture(autouse=True)
def _in_the_morning(settings: LazySettings) -> None:
    settings.DESK_URL = "https://duyet.example"
    settings.DIGEST_HOUR = 0


def told_person(**more: Any) -> User:
    person = ReviewerFactory(**{"email": "an@toasoan.example", **more})
    choose_mail(person, by_mail=True, language="en")
    tell([person], Kind.ASSIGNED, task=task_in_article(), by=ReviewerFactory())
    return person


def sent() -> list[str]:
    make_digests()
    send_digests()
    return [each.to[0] for each in mail.outbox]


def test_a_mail_tells_what_is_unread_and_where() -> None:
    person = told_person()
    task = Notice.objects.get().task
    assert task

    assert sent() == ["an@toasoan.example"]

    assert mail.outbox[0].subject == "Duyệt: 1 notice"
    said = str(mail.outbox[0].body)
    assert "assigned a task to you" in said
    assert wording_now(task).wording in said
    with translation.override("en"):
        address = reverse("admin:review_article", args=[task.article_id])
    assert f"https://duyet.example{address}" in said
    assert str(person) in said


def test_each_person_reads_it_in_their_language_or_the_houses() -> None:
    told_person(email="an@toasoan.example").mail_choice.delete()
    told_person(email="binh@toasoan.example")

    sent()

    mails = {each.to[0]: each for each in mail.outbox}
    assert mails["binh@toasoan.example"].subject == "Duyệt: 1 notice"
    assert "https://duyet.example/en/admin/" in mails["binh@toasoan.example"].body
    assert "Duyệt: 1 thông báo" in mails["an@toasoan.example"].subject
    assert "https://duyet.example/admin/" in mails["an@toasoan.example"].body


def test_a_language_that_the_desk_has_given_up_is_the_houses() -> None:
    told_person()
    MailChoice.objects.update(language="fr")

    sent()

    assert mail.outbox[0].subject == "Duyệt: 1 thông báo"


def test_the_second_run_of_the_day_sends_nothing() -> None:
    told_person()

    assert sent() == sent() == ["an@toasoan.example"]
    job()
    assert len(mail.outbox) == 1


def test_what_comes_after_the_mail_of_the_day_waits_for_the_next() -> None:
    person = told_person()
    sent()
    tell([person], Kind.VOIDED, task=task_in_article())
    assert len(sent()) == 1

    Digest.objects.update(day=Digest.objects.get().day - timedelta(days=1))

    assert len(sent()) == 2
    assert "replaced a wording" in mail.outbox[1].body
    assert "assigned" not in mail.outbox[1].body


@pytest.mark.parametrize("reason", ["chose none", "no address", "gone", "read", "too early"])
def test_nobody_gets_what_they_do_not_want_or_need(reason: str, settings: LazySettings) -> None:
    person = told_person(email="" if reason == "no address" else "an@toasoan.example")
    if reason == "chose none":
        choose_mail(person, by_mail=False)
    elif reason == "gone":
        User.objects.filter(pk=person.pk).update(is_active=False)
    elif reason == "read":
        read(person)
    elif reason == "too early":
        settings.DIGEST_HOUR = 24

    assert sent() == []


@pytest.mark.parametrize("missing", ["address of the desk", "mail server"])
def test_a_desk_without_mail_makes_none(missing: str, settings: LazySettings) -> None:
    told_person()
    if missing == "mail server":
        settings.EMAIL_BACKEND = settings.NO_MAIL
    else:
        settings.DESK_URL = ""

    assert sent() == []
    assert not Digest.objects.exists()


@pytest.mark.parametrize("change", ["read", "chose none"])
def test_what_changed_before_it_goes_out_counts(change: str) -> None:
    person = told_person()
    make_digests()
    if change == "read":
        read(person)
    else:
        choose_mail(person, by_mail=False)

    assert send_digests() == 0
    assert mail.outbox == []
    assert Digest.objects.get().ended_at


def test_a_comment_is_quoted_only_to_who_has_decided() -> None:
    task = task_in_article()
    _blind, done = (
        ReviewerFactory(username="an", email="an@x.example"),
        ReviewerFactory(username="binh", email="binh@x.example"),
    )
    decide(done, task.pk, wording_now(task).pk, Decision.Verdict.APPROVE)
    comment(ReviewerFactory(), task.pk, "@an @binh: rõ ràng là sai.")

    sent()

    bodies = {each.to[0]: each.body for each in mail.outbox}
    assert "rõ ràng là sai" not in bodies["an@x.example"]
    assert "rõ ràng là sai" in bodies["binh@x.example"]


def test_a_mail_server_that_is_away_is_asked_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    told_person()

    def away(*_messages: Any) -> int:
        raise SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", away)
        assert sent() == []
    assert sent() == [], "not before the lease has run out"
    Digest.objects.update(leased_until=Now() - timedelta(seconds=1))

    assert sent() == ["an@toasoan.example"]


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_the_same_instant_send_it_once() -> None:
    told_person()

    def work(barrier: Any) -> None:
        barrier.wait()
        make_digests()
        send_digests()

    assert at_once(work, work) == [None, None]
    assert len(mail.outbox) == 1


def test_many_notices_make_one_mail_of_bounded_length(
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    person, task = ReviewerFactory(email="an@toasoan.example"), task_in_article()
    choose_mail(person, by_mail=True, language="en")
    version, other = wording_now(task), ReviewerFactory()
    said = Comment.objects.bulk_create(
        Comment(task=task, version=version, person=other, words="@an") for _number in range(120)
    )
    Notice.objects.bulk_create(
        Notice(person=person, kind=Kind.MENTIONED, task=task, comment=each) for each in said
    )

    with django_assert_max_num_queries(30):
        assert len(sent()) == 1
    assert mail.outbox[0].subject == "Duyệt: 120 notices"
    assert "And 70 more." in mail.outbox[0].body
