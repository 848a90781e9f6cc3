"""People correct articles, take them down and put them back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.actions.articles import correct_article, put_back_article, take_down_articles
from articles.actions.publishers import change_publisher, create_publisher
from articles.models import Article, Publisher
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db


def correct(article: Article, person: User | None = None, **values: object) -> list[str]:
    fields = {field: getattr(article, field) for field in Article.Field.values}
    return correct_article(person or EditorFactory(), article, **(fields | values))


def test_what_people_corrected_is_recorded() -> None:
    article, publisher = ArticleFactory(title="Cũ", author="A"), PublisherFactory()

    changed = correct(article, title=" Mới   hơn ", publisher=publisher)

    article.refresh_from_db()
    assert (article.title, article.author, article.publisher) == ("Mới hơn", "A", publisher)
    assert set(changed) == set(article.corrected) == {"title", "publisher"}


def test_corrections_add_up() -> None:
    article = ArticleFactory()
    correct(article, title="Mới")
    article.refresh_from_db()

    correct(article, published_on=date(2021, 9, 2))

    article.refresh_from_db()
    assert article.corrected == ["published_on", "title"]


def test_the_same_values_correct_nothing() -> None:
    article = ArticleFactory()

    assert correct(article) == []
    article.refresh_from_db()
    assert article.corrected == []


def test_a_corrected_title_sorts_and_is_searched_anew() -> None:
    article = ArticleFactory(title="Áo")
    before = article.sort_key

    correct(article, title="Đường")

    article.refresh_from_db()
    assert article.sort_key != before
    assert "'duong'" in article.search


def test_a_title_is_needed() -> None:
    with pytest.raises(Refused):
        correct(ArticleFactory(), title=" \u200b ")


def test_a_date_has_come() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(Refused):
        correct(ArticleFactory(), published_on=tomorrow)
    assert correct(ArticleFactory(), published_on=timezone.localdate()) == ["published_on"]


def test_a_date_is_not_too_long_ago() -> None:
    for day in (date(1, 1, 1), date(1899, 12, 31)):
        with pytest.raises(Refused, match="1900"):
            correct(ArticleFactory(), published_on=day)
    assert correct(ArticleFactory(), published_on=date(1900, 1, 1)) == ["published_on"]


def test_what_somebody_else_corrected_meanwhile_is_not_written_over() -> None:
    article, editor = ArticleFactory(title="Cũ", author="A"), EditorFactory()
    seen = {"title": "Cũ", "author": "A"}
    correct(article, title="Mới")

    with pytest.raises(Refused):
        correct_article(editor, article, seen=seen, title="Khác", author="B")

    assert correct_article(editor, article, seen=seen, title=" Mới ", author="B") == ["author"]
    article.refresh_from_db()
    assert (article.title, article.author) == ("Mới", "B")


def test_articles_are_taken_down_with_a_reason_and_put_back() -> None:
    article, down, editor = ArticleFactory(), ArticleFactory(), EditorFactory()
    take_down_articles(editor, [down], "Trùng")

    assert take_down_articles(editor, [article, down], " Sai nguồn ") == 1

    article.refresh_from_db()
    down.refresh_from_db()
    assert (article.state, article.taken_down_reason) == ("taken_down", "Sai nguồn")
    assert down.taken_down_reason == "Trùng"
    put_back_article(editor, article)
    article.refresh_from_db()
    assert (article.state, article.taken_down_reason) == ("active", "")


def test_taking_down_needs_a_reason() -> None:
    article = ArticleFactory()

    with pytest.raises(Refused):
        take_down_articles(EditorFactory(), [article], "  ")
    with pytest.raises(IntegrityError):
        Article.objects.filter(pk=article.pk).update(state=Article.State.TAKEN_DOWN)


def test_reviewers_change_nothing() -> None:
    article, reviewer = ArticleFactory(), ReviewerFactory()

    for refused in (
        lambda: correct(article, reviewer, title="x"),
        lambda: take_down_articles(reviewer, [article], "x"),
        lambda: put_back_article(reviewer, article),
        lambda: create_publisher(reviewer, "x"),
        lambda: change_publisher(
            reviewer, article.publisher, name="x", website="", full_text_allowed=False
        ),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_a_publisher_stands_once_however_it_is_written() -> None:
    editor = EditorFactory()
    publisher = create_publisher(editor, " Báo  Hòa Bình ", website="https://hoabinh.example")

    with pytest.raises(Refused, match="Báo Hòa Bình"):
        create_publisher(editor, "BÁO HOÀ BÌNH")
    with pytest.raises(Refused):
        change_publisher(
            editor, PublisherFactory(), name="báo hoà bình", website="", full_text_allowed=False
        )
    with pytest.raises(Refused):
        create_publisher(editor, "…")

    changed = change_publisher(
        editor, publisher, name="Báo Hoà Bình", website="", full_text_allowed=True
    )
    assert (changed.website, changed.full_text_allowed) == ("", True)
    assert Publisher.objects.filter(name="Báo Hoà Bình").exists()
