"""What changed from one edition to another, for readers."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from portal.actions import Pick, arrange_entries, edit_list, withdraw_edition
from portal.comparing import Comparison, compare
from portal.models import CuratedList, Edition
from portal.queries.editions import printed_entries
from review.changes import How
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, next_edition, published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

Get = Callable[..., str]


def rearranged(edition: Edition, *picks: Pick) -> Edition:
    made = CuratedList.objects.get(pk=edition.curated_list_id)
    arrange_entries(ManagingEditorFactory(), made, picks, expected=made.revision)
    return next_edition(made)


def comparison(old: Edition, new: Edition) -> Comparison:
    return compare(old, printed_entries(old), new, printed_entries(new))


def test_what_is_new_gone_and_as_it_was() -> None:
    first, second, third = ArticleFactory.create_batch(3)
    old = published_edition(Pick(article=first), Pick(article=second))
    new = rearranged(old, Pick(article=second), Pick(article=third))

    found = comparison(old, new)

    told = [(c.printed.entry.article_number, c.was, c.now, c.moved) for c in found.entries]
    assert told == [(third.pk, None, 2, False), (first.pk, 1, None, False)]
    assert found.same == 1
    assert found.head == []


def test_what_was_moved_is_told_once() -> None:
    a, b, c = ArticleFactory.create_batch(3)
    old = published_edition(Pick(article=a), Pick(article=b), Pick(article=c))
    new = rearranged(old, Pick(article=c), Pick(article=a), Pick(article=b))

    [moved] = comparison(old, new).entries

    assert (moved.printed.entry.article_number, moved.was, moved.now) == (c.pk, 3, 1)
    assert moved.moved
    assert comparison(old, new).same == 2


def test_other_words_are_told_word_by_word() -> None:
    article = ArticleFactory()
    old = published_edition(Pick(article=article, note="Nên đọc kỹ."))
    new = rearranged(old, Pick(article=article, note="Nên đọc ngay."))

    [changed] = comparison(old, new).entries

    [change] = changed.changes
    assert change.field == "The editor’s note"
    assert [(piece.how, piece.text) for piece in change.pieces] == [
        (How.SAME, "Nên đọc "),
        (How.GONE, "kỹ"),
        (How.NEW, "ngay"),
        (How.SAME, "."),
    ]


def test_an_article_and_its_task_are_two_entries() -> None:
    article = ArticleFactory()
    task = approved_task(article)
    old = published_edition(Pick(article=article))
    new = rearranged(old, Pick(article=article), Pick(task=task))

    [added] = comparison(old, new).entries

    assert added.printed.is_task
    assert comparison(old, new).same == 1


class TestPage:
    @pytest.fixture
    def old(self) -> Edition:
        return published_edition(
            Pick(article=ArticleFactory(title="Giữ lời thề")),
            title="Nêu gương",
            introduction="Lời cũ.",
        )

    @pytest.fixture
    def new(self, old: Edition) -> Edition:
        made = CuratedList.objects.get(pk=old.curated_list_id)
        person = ManagingEditorFactory()
        made = edit_list(
            person,
            made,
            title="Nêu gương",
            slug=made.slug,
            introduction="Lời mới.",
            wants_notes=True,
            expected=made.revision,
        )
        added = Pick(article=ArticleFactory(title="Gần dân <b>"))
        arrange_entries(person, made, [added], expected=made.revision)
        return next_edition(made)

    def test_it_tells_readers(self, get: Get, old: Edition, new: Edition) -> None:
        page = get("/en/danh-muc/neu-guong/an-ban/2/so-voi/1/")

        assert (old.number, new.number) == (1, 2)
        assert "What changed from edition 1 to 2" in page
        assert "Lời <del>cũ</del><ins>mới</ins>." in page
        assert "New, at place 1" in page
        assert "Gần dân &lt;b&gt;" in page
        assert "Taken out; it stood at place 1" in page

    @pytest.mark.usefixtures("new")
    def test_editions_lead_to_it(self, get: Get) -> None:
        link = 'href="/en/danh-muc/neu-guong/an-ban/2/so-voi/1/"'
        assert link in get("/en/danh-muc/neu-guong/")
        older = get("/en/danh-muc/neu-guong/an-ban/1/")
        assert 'href="/en/danh-muc/neu-guong/an-ban/1/so-voi/2/"' in older

    @pytest.mark.usefixtures("new")
    def test_the_older_one_comes_first_whichever_way_it_is_asked(self, client: Client) -> None:
        response = client.get("/danh-muc/neu-guong/an-ban/1/so-voi/2/")
        assert response["Location"] == "/danh-muc/neu-guong/an-ban/2/so-voi/1/"

    @pytest.mark.usefixtures("new")
    @pytest.mark.parametrize("pair", ["1/so-voi/1", "2/so-voi/2", "3/so-voi/1"])
    def test_two_editions_that_there_are_not(self, get: Get, pair: str) -> None:
        get(f"/danh-muc/neu-guong/an-ban/{pair}/", status=404)

    def test_what_was_withdrawn_is_not_shown(self, get: Get, old: Edition, new: Edition) -> None:
        withdraw_edition(ManagingEditorFactory(), old, reason="Dẫn sai.")
        page = get("/danh-muc/neu-guong/an-ban/2/so-voi/1/", status=410)
        assert "Giữ lời thề" not in page
        assert "so-voi" not in get("/danh-muc/neu-guong/")
        assert new.number == 2

    def test_it_costs_the_same_however_much_there_is(
        self, get: Get, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for many, slug in ((1, "mot"), (5, "nam")):
            picks = [Pick(article=article) for article in ArticleFactory.create_batch(many)]
            rearranged(published_edition(*picks, title=slug), *picks[1:], picks[0])
            with django_assert_num_queries(10):
                get(f"/danh-muc/{slug}/an-ban/2/so-voi/1/")
