"""Whole texts are searched for as long as their publishers let readers have them."""

from typing import Any

import pytest
from django.test import Client

from articles.actions.publishers import change_publisher
from articles.models import Article, Publisher
from portal.actions import Pick
from portal.actions.indexing import follow_permissions, index_everything
from portal.doctor import Verdict
from portal.doctor.searching import index
from portal.jobs import follow_permissions as job
from portal.models import SearchRow
from portal.queries.indexed import rows_against_permission
from portal.queries.public_changes import public_state
from portal.queries.searching import find
from portal.searching.asking import read
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.factories import EditorFactory
from tests.portal.factories import next_edition, published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def publisher() -> Publisher:
    made: Publisher = PublisherFactory(full_text_allowed=True)
    return made


@pytest.fixture
def article(publisher: Publisher) -> Article:
    made: Article = ArticleFactory(
        title="Thạch Lĩnh", publisher=publisher, body="Mở đầu.\nSông xanh một dải."
    )
    published_edition(Pick(article=made))
    return made


def allow(publisher: Publisher, *, is_allowed: bool) -> None:
    change_publisher(
        EditorFactory(),
        publisher,
        name=publisher.name,
        website="",
        full_text_allowed=is_allowed,
    )


def number_found(typed: str) -> int:
    return find(read(typed), SearchRow.objects.all()).number


def test_a_text_is_found_only_while_its_publisher_allows_it(
    publisher: Publisher, article: Article
) -> None:
    assert number_found("song xanh") == 1
    for is_allowed in (False, True, False):
        allow(publisher, is_allowed=is_allowed)
        follow_permissions()
        assert number_found("song xanh") == int(is_allowed)
        assert number_found("thach linh") == 1
        assert not rows_against_permission().exists()


def test_texts_of_others_stay_as_they_are(publisher: Publisher, article: Article) -> None:
    other = ArticleFactory(publisher=PublisherFactory(full_text_allowed=True), body="Núi biếc.")
    published_edition(Pick(article=other))
    silent = ArticleFactory(body="Mây trắng.")
    published_edition(Pick(article=silent))
    kept = SearchRow.objects.exclude(article_number=article.pk).values_list("pk", "has_text")
    before = sorted(kept)
    allow(publisher, is_allowed=False)
    follow_permissions()
    assert sorted(kept.all()) == before
    assert number_found("nui biec") == 1


def test_what_is_indexed_meanwhile_does_not_bring_the_text_back(
    publisher: Publisher, article: Article
) -> None:
    allow(publisher, is_allowed=False)
    index_everything()
    assert number_found("song xanh") == 0


def test_a_permission_that_came_later_does_not_reach_back(article: Article) -> None:
    silent = ArticleFactory(body="Mây trắng.")
    edition = published_edition(Pick(article=silent))
    allow(silent.publisher, is_allowed=True)
    follow_permissions()
    assert number_found("may trang") == 0
    next_edition(edition.curated_list)
    assert number_found("may trang") == 1


def test_many_are_done_some_at_a_time(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.actions.indexing.AT_ONCE", 2)
    articles = ArticleFactory.create_batch(5, publisher=publisher, body="Sông xanh.")
    published_edition(*(Pick(article=one) for one in articles))
    Publisher.objects.filter(pk=publisher.pk).update(full_text_allowed=False)
    job()
    assert number_found("song xanh") == 0
    assert SearchRow.objects.count() == 5


def test_pages_that_were_kept_are_not_given_any_more(
    publisher: Publisher, article: Article, client: Client
) -> None:
    asked = {"q": "song xanh"}
    allow(publisher, is_allowed=False)
    assert "Thạch Lĩnh" in client.get("/en/tim-kiem/", asked).content.decode()
    before = public_state()
    follow_permissions()
    assert public_state() != before
    assert "Thạch Lĩnh" not in client.get("/en/tim-kiem/", asked).content.decode()


def test_the_doctor_sees_what_was_not_followed(publisher: Publisher, article: Article) -> None:
    assert index().verdict is Verdict.WELL
    Publisher.objects.update(full_text_allowed=False)
    assert index().verdict is Verdict.FAILING
    assert "whole text" in index().words
    follow_permissions()
    assert index().verdict is Verdict.WELL


@pytest.mark.usefixtures("article")
def test_workers_are_told_when_the_permission_changes_and_not_else(
    publisher: Publisher, django_capture_on_commit_callbacks: Any
) -> None:
    def rung(*, is_allowed: bool) -> int:
        with django_capture_on_commit_callbacks() as rings:
            allow(publisher, is_allowed=is_allowed)
        return len(rings)

    assert rung(is_allowed=True) == 0
    assert rung(is_allowed=False) == 1
