"""An original handed over, an article taken down, put back and erased."""

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import (
    Article,
    Erasure,
)
from portal.actions import Pick, withdraw_edition
from portal.people.models import User
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory, PersonFactory, ReviewerFactory
from tests.portal.factories import approved_task, next_edition, published_edition

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

LIST = "/en/admin/articles/article/"


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def page_of(article: Article, name: str = "change") -> str:
    with translation.override("en"):
        return reverse(f"admin:articles_article_{name}", args=[article.pk])


class TestOriginal:
    def test_it_is_handed_over_as_a_file_never_shown(self, desk: Client) -> None:
        article = ArticleFactory(original__name="bài <1>.html", original__data=b"<script>")

        response = desk.get(page_of(article, "original"))

        assert response.getvalue() == b"<script>"
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["Content-Type"] == "application/octet-stream"
        assert response["X-Content-Type-Options"] == "nosniff"

    @pytest.mark.parametrize(
        ("encoding", "told"),
        [
            ("tcvn3", "Converted from TCVN3 (.VnTime fonts). Its fonts kept capitals apart"),
            ("vni", "Converted from VNI (VNI-Times fonts)."),
            ("utf-8", None),
            ("utf-16-le", None),
            ("", None),
        ],
    )
    def test_the_article_says_what_its_letters_were_converted_from(
        self, desk: Client, encoding: str, told: str | None
    ) -> None:
        article = ArticleFactory(original__encoding=encoding)

        page = text_of(desk.get(page_of(article)))

        assert told in page if told else "Converted" not in page

    def test_names_with_line_ends_do_no_harm(self, desk: Client) -> None:
        article = ArticleFactory(original__name="a\r\nSet-Cookie: x=1")

        response = desk.get(page_of(article, "original"))

        assert response.status_code == 200
        response.close()

    def test_a_missing_file_is_told(self, desk: Client) -> None:
        article = ArticleFactory()
        default_storage.delete(str(article.original.file))

        page = desk.get(page_of(article, "original"), follow=True)

        assert "The original cannot be found." in text_of(page)

    def test_it_is_for_those_who_may_see_articles(self) -> None:
        article = ArticleFactory()

        assert signed_in(PersonFactory()).get(page_of(article, "original")).status_code == 403
        assert Client().get(page_of(article, "original")).status_code == 302


class TestTakingDownAndErasing:
    def test_an_editor_takes_an_article_down_and_puts_it_back(self, desk: Client) -> None:
        article = ArticleFactory()

        desk.post(page_of(article, "take_down"), {"reason": "Sai nguồn"})
        shown = text_of(desk.get(page_of(article)))
        article.refresh_from_db()
        assert article.state == Article.State.TAKEN_DOWN
        assert "This article was taken down. Sai nguồn" in shown

        assert desk.get(page_of(article, "put_back")).status_code == 405
        desk.post(page_of(article, "put_back"))
        article.refresh_from_db()
        assert article.state == Article.State.ACTIVE

    def test_the_page_of_erasing_says_what_will_go(self) -> None:
        article = ArticleFactory()
        article.themes.add("Nêu gương")

        shown = text_of(signed_in(ManagingEditorFactory()).get(page_of(article, "erase")))

        assert "Decisions on themes: 1" in shown
        assert f"type the number of this article: {article.pk}." in shown

    def test_the_page_of_erasing_names_the_withdrawn_editions_that_keep_a_copy(self) -> None:
        article, other = ArticleFactory(title="Bài A"), ArticleFactory()
        first = published_edition(
            Pick(article=article), Pick(task=approved_task(article)), title="Nêu gương"
        )
        second = next_edition(first.curated_list)
        of_another = published_edition(Pick(article=other), title="Danh sách khác")
        for edition in (first, of_another):
            withdraw_edition(ManagingEditorFactory(), edition, reason="Sai nguồn")
        desk = signed_in(ManagingEditorFactory())

        shown = text_of(desk.get(page_of(article, "erase")))

        assert "This was published and stays as well:" in shown
        assert shown.count("The withdrawn edition “Nêu gương (1)” keeps a copy") == 1
        assert "Nêu gương (2)" not in shown
        assert "Danh sách khác" not in shown

        withdraw_edition(ManagingEditorFactory(), second, reason="Sai nguồn")
        assert "“Nêu gương (2)” keeps a copy" in text_of(desk.get(page_of(article, "erase")))

    def test_the_page_of_erasing_is_silent_where_no_copy_stays(self) -> None:
        shown = text_of(signed_in(ManagingEditorFactory()).get(page_of(ArticleFactory(), "erase")))

        assert "stays as well" not in shown

    def test_a_managing_editor_erases_by_typing_the_number(self) -> None:
        article, desk = ArticleFactory(), signed_in(ManagingEditorFactory())

        wrong = desk.post(page_of(article, "erase"), {"reason": "x", "typed": article.pk + 1})
        assert "This is not the number of the article." in text_of(wrong)
        assert not Erasure.objects.exists()

        done = desk.post(
            page_of(article, "erase"), {"reason": "x", "typed": article.pk}, follow=True
        )
        assert f"Article {article.pk} was erased for good." in text_of(done)
        assert not Article.objects.exists()

    def test_others_cannot(self, desk: Client) -> None:
        article = ArticleFactory()
        sent = {"reason": "x", "typed": article.pk}

        assert desk.post(page_of(article, "erase"), sent).status_code == 403
        reviewer = signed_in(ReviewerFactory())
        assert reviewer.post(page_of(article, "take_down"), sent).status_code == 403
        assert reviewer.post(page_of(article, "put_back")).status_code == 403
        assert Article.objects.filter(state="active").exists()

    def test_an_article_that_is_not_there_is_not_found(self, desk: Client) -> None:
        assert desk.get("/en/admin/articles/article/999/take-down/").status_code == 404


def test_putting_back_what_is_at_the_desk_is_refused_in_words() -> None:
    article = ArticleFactory()
    address = reverse("admin:articles_article_put_back", args=[article.pk])
    page = signed_in(EditorFactory()).post(address, follow=True)
    assert "not taken down" in text_of(page)
