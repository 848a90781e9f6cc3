"""An article's page line by line, and what editors change there."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Citation
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def article() -> Article:
    [item] = imported(upload(page()))
    assert item.article
    return item.article


@pytest.fixture
def editor() -> Client:
    return signed_in(EditorFactory())


def address(article: Article) -> str:
    return reverse("admin:articles_article_paragraphs", args=[article.pk])


def test_shows_what_was_left_out_in_its_place_and_why(article: Article, editor: Client) -> None:
    shown = text_of(editor.get(address(article)))

    assert "the date 02-10-2021 09:40" in shown
    assert shown.index("02-10-2021 09:40") < shown.index("Cấp ủy xã Đông Khê thực hiện")


def test_taking_a_paragraph_out_tells_what_went_with_it(article: Article, editor: Client) -> None:
    answer = editor.post(address(article), {"text": article.text_id, "take_out": 0}, follow=True)

    article.refresh_from_db()
    assert article.text is not None
    assert article.text.number == 2
    assert "The paragraph was taken out of the text." in text_of(answer)
    assert "documents cited lost: 1" in text_of(answer)
    assert "taken out by a person (SLO) - Cấp ủy xã Đông Khê" in text_of(answer)
    assert answer.redirect_chain[-1][0].endswith("#line-3")
    assert Citation.objects.filter(text=article.text).count() == 1


def test_putting_it_back_undoes_that(article: Article, editor: Client) -> None:
    assert article.text is not None
    body = article.text.body
    editor.post(address(article), {"text": article.text_id, "take_out": 0})
    article.refresh_from_db()
    assert article.text is not None
    number = [left["reason"] for left in article.text.dropped].index("editor")

    editor.post(address(article), {"text": article.text_id, "put_back": number})

    article.refresh_from_db()
    assert article.text is not None
    assert article.text.body == body


def test_an_old_page_changes_nothing_and_says_so(article: Article, editor: Client) -> None:
    seen = article.text_id
    editor.post(address(article), {"text": seen, "take_out": 0})

    answer = editor.post(address(article), {"text": seen, "take_out": 0}, follow=True)

    assert "has changed meanwhile" in text_of(answer)
    assert article.texts.count() == 2


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"take_out": "0"},
        {"text": "x", "take_out": "0"},
        {"text": "1"},
        {"text": "1", "take_out": "0", "put_back": "0"},
        {"text": "1", "take_out": "-1"},
    ],
)
def test_a_form_that_nobody_sent_is_not_found(
    article: Article, editor: Client, sent: dict[str, str]
) -> None:
    assert editor.post(address(article), sent).status_code == 404
    assert article.texts.count() == 1


def test_others_may_look_and_not_change(article: Article) -> None:
    reviewer = signed_in(ReviewerFactory())

    assert "Take out" not in text_of(reviewer.get(address(article)))
    answer = reviewer.post(address(article), {"text": article.text_id, "take_out": 0}, follow=True)
    assert article.texts.count() == 1
    assert answer.status_code == 200


def test_an_article_without_text_has_no_such_page(editor: Client) -> None:
    article = ArticleFactory()
    Article.objects.filter(pk=article.pk).update(text=None)

    assert editor.get(address(article)).status_code == 404
