"""The pages of official documents, and whole texts where a publisher allows them."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Citation, OfficialDocument, Publisher
from portal.actions import Pick, withdraw_edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    published_edition,
    take_down,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

Get = Callable[..., str]


def place_of(known: OfficialDocument) -> str:
    return f"/en/van-ban/chi-thi-05-ct-tw-{known.pk}/"


@pytest.fixture
def known() -> OfficialDocument:
    return document(issuer="Bộ Chính trị", title="Về học tập", issued_on=dt.date(2016, 5, 15))


def citing(known: OfficialDocument, **said: object) -> Article:
    article: Article = ArticleFactory(**said)
    cite(article, known)
    return article


def test_a_document_names_who_cites_it_and_who_carries_it_out(
    get: Get, known: OfficialDocument
) -> None:
    published_edition(
        Pick(article=citing(known, title="Giữ lời thề")),
        Pick(task=approved_task(wording="Rà soát quy chế", documents=[known])),
        Pick(article=ArticleFactory(title="Bài khác")),
    )
    page = get(place_of(known))

    for words in ("Chỉ thị 05-CT/TW", "Bộ Chính trị", "15 May 2016", "Về học tập"):
        assert words in page
    assert page.index("Tasks that carry it out") < page.index("Rà soát quy chế")
    assert page.index("Articles that cite it") < page.index("Giữ lời thề")
    assert "Bài khác" not in page


def test_pages_lead_to_it(get: Get, known: OfficialDocument) -> None:
    article = citing(known)
    cite(article, None, number="17")
    task = approved_task(article, documents=[known])
    published_edition(Pick(article=article), Pick(task=task), title="Nêu gương")

    link = f'href="{place_of(known)}"'
    for address in ("", "van-ban/", "danh-muc/neu-guong/", f"bai-viet/{article.pk}/"):
        assert link in get(f"/en/{address}")
    assert "Chỉ thị 17" in get(f"/en/bai-viet/{article.pk}/")


def test_it_says_what_the_newest_edition_says(get: Get, known: OfficialDocument) -> None:
    article = citing(known)
    published_edition(Pick(article=article))
    Citation.objects.all().delete()
    published_edition(Pick(article=article, note="Nay không dẫn nữa."))

    page = get(place_of(known))
    assert str(article) not in page


def test_what_was_withdrawn_cites_nothing(get: Get, known: OfficialDocument) -> None:
    edition = published_edition(Pick(article=citing(known)))
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")

    get(place_of(known), status=404)
    assert "05-CT/TW" not in get("/en/van-ban/")


def test_what_happens_at_the_desk_changes_nothing(get: Get, known: OfficialDocument) -> None:
    article = citing(known, title="Giữ lời thề")
    published_edition(Pick(article=article))
    take_down(article)
    OfficialDocument.objects.update(number="06-CT/TW")

    assert "Chỉ thị 05-CT/TW" in get(place_of(known))


def test_documents_that_were_found_to_be_one_have_one_page(
    client: Client, get: Get, known: OfficialDocument
) -> None:
    other = document()
    published_edition(Pick(article=citing(known, title="Giữ lời thề")))
    published_edition(Pick(article=citing(other, title="Gần dân")))
    OfficialDocument.objects.filter(pk=other.pk).update(same_as=known)

    assert client.get(place_of(other))["Location"] == place_of(known)
    page = get(place_of(known))
    assert "Giữ lời thề" in page
    assert "Gần dân" in page


@pytest.mark.parametrize("slug", ["khong-co", "chi-thi-05-ct-tw-0", "a" * 300])
def test_a_document_that_there_is_not(get: Get, slug: str) -> None:
    get(f"/en/van-ban/{slug}/", status=404)


def test_long_pages_go_on(get: Get, known: OfficialDocument) -> None:
    picks = [Pick(article=citing(known)) for _ in range(21)]
    tasks = [Pick(task=approved_task(documents=[known])) for _ in range(2)]
    published_edition(*picks, *tasks)

    first = get(place_of(known))
    older = re.search(r'href="(\?before=\d+)#bai-viet"', first)
    assert older
    second = get(place_of(known) + older[1])
    assert [page.count('class="entry article"') for page in (first, second)] == [20, 1]
    assert [page.count('class="entry task"') for page in (first, second)] == [2, 2]


def test_they_cost_the_same_however_much_there_is(
    get: Get, known: OfficialDocument, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def more(number: int) -> None:
        articles = [citing(known) for _ in range(number)]
        for article in articles:
            cite(article, document(f"{article.pk}-CT/TW"), number=str(article.pk))
            article.themes.add(ThemeFactory())
        tasks = [Pick(task=approved_task(article, documents=[known])) for article in articles]
        published_edition(*(Pick(article=article) for article in articles), *tasks)

    more(2)
    costs = {place_of(known): 13, "/en/van-ban/": 2}
    for address, queries in costs.items():
        with django_assert_num_queries(queries):
            get(address)
    more(5)
    for address, queries in costs.items():
        with django_assert_num_queries(queries):
            get(address)


class TestWholeText:
    @pytest.fixture
    def allows(self) -> Publisher:
        made: Publisher = PublisherFactory(full_text_allowed=True)
        return made

    def test_it_stands_on_the_page_of_the_article(self, get: Get, allows: Publisher) -> None:
        article = ArticleFactory(publisher=allows, body="Mở đầu <b>.\nMục một\nKết thúc.")
        published_edition(Pick(article=article), title="Nêu gương")

        page = get(f"/en/bai-viet/{article.pk}/")
        assert "<p>Mở đầu &lt;b&gt;.</p>" in page
        assert "<p>Kết thúc.</p>" in page
        assert "The whole text" in get("/en/danh-muc/neu-guong/")

    def test_it_goes_when_the_publisher_allows_it_no_more(
        self, get: Get, allows: Publisher
    ) -> None:
        article = ArticleFactory(publisher=allows, body="Toàn văn ở đây.")
        published_edition(Pick(article=article))
        Publisher.objects.update(full_text_allowed=False)

        assert "Toàn văn ở đây." not in get(f"/en/bai-viet/{article.pk}/")

    def test_it_does_not_stand_anywhere_else(self, get: Get) -> None:
        article = ArticleFactory(body="Toàn văn ở đây.")
        published_edition(Pick(article=article))
        Publisher.objects.update(full_text_allowed=True)

        assert "Toàn văn ở đây." not in get(f"/en/bai-viet/{article.pk}/")
