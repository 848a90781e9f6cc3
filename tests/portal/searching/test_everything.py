"""One search over all that is at the desk."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import OfficialDocument
from portal.actions import Pick
from portal.queries import everything
from portal.searching.asking import read
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory
from tests.portal.factories import draft_list, found_task

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def called(section: everything.Section) -> list[str]:
    return ["".join(piece.text for piece in row.called) for row in section.rows]


def articles(typed: str) -> list[str]:
    return called(everything.articles(read(typed)))


def test_articles_are_found_by_title_and_text_together() -> None:
    ArticleFactory(title="Thạch Lĩnh", body="Chi bộ nêu gương.")
    ArticleFactory(title="Đông Khê", body="Chi bộ họp.")
    assert articles("thach linh neu guong") == ["Thạch Lĩnh"]
    assert articles('"chi bo" -guong') == ["Đông Khê"]
    assert set(articles("thạch or khê")) == {"Thạch Lĩnh", "Đông Khê"}


def test_the_marks_that_were_typed_come_first_then_titles() -> None:
    ArticleFactory(title="Ba", body="Đảng bộ họp.")
    ArticleFactory(title="Đảng bộ", body="Họp.")
    ArticleFactory(title="Đang bộ", body="Họp.")
    assert articles("đảng bộ") == ["Đảng bộ", "Ba", "Đang bộ"]


def test_tasks_documents_and_lists_are_found() -> None:
    found_task(wording="Rà soát quy chế làm việc")
    assert called(everything.tasks(read("ra soat -bao"))) == ["Rà soát quy chế làm việc"]
    OfficialDocument.objects.create(kind="Nghị quyết", number="09-NQ/TU")
    [document] = called(everything.documents(read("09-nq/tu")))
    assert "09-NQ/TU" in document
    draft_list(Pick(article=ArticleFactory()), title="Danh mục tháng Ba")
    assert called(everything.lists(read("thang ba"))) == ["Danh mục tháng Ba"]
    assert called(everything.lists(read("thang -ba"))) == []


@pytest.fixture
def page(client: Client) -> Callable[[str], str]:
    client.force_login(EditorFactory())

    def ask(typed: str) -> str:
        answer = client.get("/en/admin/tim-kiem/", {"q": typed})
        assert answer.status_code == 200
        return answer.content.decode()

    return ask


def test_the_page_shows_each_kind_with_what_was_asked_for_marked(
    page: Callable[[str], str],
) -> None:
    ArticleFactory(title="Đảng ủy xã")
    found_task(wording="Đảng ủy rà soát")
    shown = page("dang uy")
    assert "<mark>Đảng ủy</mark> xã" in shown
    assert "<mark>Đảng ủy</mark> rà soát" in shown
    assert "Nothing at the desk" not in shown


@pytest.mark.parametrize("typed", ["", '"', "-xã", "\x00", "x" * 10_000, "a:* & 'b", "zzz"])
def test_nonsense_breaks_nothing(page: Callable[[str], str], typed: str) -> None:
    assert 'class="everything"' in page(typed)


def test_the_page_asks_as_much_for_many_as_for_few(page: Callable[[str], str]) -> None:
    asked = []
    for count in (2, 9):
        ArticleFactory.create_batch(count)
        found_task(ArticleFactory(), wording="Nêu gương ở cơ sở")
        with CaptureQueriesContext(connection) as queries:
            page("neu guong")
        asked.append(len(queries))
    assert asked[0] == asked[1]
