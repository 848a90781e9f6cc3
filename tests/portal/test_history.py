"""The history page of an object says what changed, when, by whom and from where."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.actions.articles import correct_article, take_down_articles
from articles.actions.themes import tag_articles, untag_articles
from articles.actions.vocabulary import add_spelling, rename_theme
from articles.models import Article, Theme
from portal.people.models import User
from portal.queries.history import Happening, history_of
from review.actions.decisions import decide
from review.models import Decision
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, LeadFactory, PersonFactory, ReviewerFactory
from tests.portal.factories import approved_task

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


@pytest.fixture
def editor() -> User:
    return EditorFactory(last_name="Nguyễn", first_name="Thị Hoa")


def history_page(article: Article, number: int = 1) -> str:
    client = Client()
    client.force_login(EditorFactory())
    address = reverse("admin:articles_article_history", args=[article.pk])
    content = client.get(address, {"history": number}).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content)).split())


def newest(row: Article | Theme) -> Happening:
    return history_of(row, 1).object_list[0]


def told(happening: Happening) -> dict[str, tuple[object, object]]:
    return {change.field.name: (change.before, change.after) for change in happening.changes}


def test_a_change_names_each_field_with_what_it_was_and_became(editor: User) -> None:
    old, new = PublisherFactory(), PublisherFactory()
    article = ArticleFactory(title="Cũ", publisher=old)

    correct_article(editor, article, title="Mới", publisher=new)

    happening = newest(article)
    assert (happening.label, happening.person, happening.of) == ("update", editor, None)
    assert told(happening) == {
        "title": ("Cũ", "Mới"),
        "publisher": (old, new),
        "corrected": ([], ["publisher", "title"]),
    }


def test_raw_changes_are_told_too_by_nobody_known() -> None:
    article = ArticleFactory(title="Cũ")

    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET title = 'Lạ'")

    assert newest(article).person is None
    assert told(newest(article)) == {"title": ("Cũ", "Lạ")}


def test_what_belongs_to_the_object_is_told_with_it(editor: User) -> None:
    article, theme = ArticleFactory(), ThemeFactory(name="Nêu gương")
    tag_articles(editor, [article], [theme])
    untag_articles(editor, [article], [theme])

    happenings = history_of(article, 1).object_list
    changed, added = (happening for happening in happenings if happening.of)

    assert (changed.label, added.label) == ("update", "insert")
    assert told(changed)["verdict"] == ("confirmed", "removed")
    assert "Nêu gương" in str(changed.of)


def test_a_theme_tells_of_its_names_and_spellings(editor: User) -> None:
    theme = rename_theme(editor, ThemeFactory(name="nêu gương"), "Trách nhiệm nêu gương")
    add_spelling(editor, theme, "làm gương")

    happenings = history_of(theme, 1).object_list

    assert str(happenings[0].of) == "làm gương"
    assert {"name": ("nêu gương", "Trách nhiệm nêu gương")} in [told(h) for h in happenings]


def test_rows_that_are_gone_are_named_by_their_number(editor: User) -> None:
    publisher = PublisherFactory()
    number = publisher.pk
    article = ArticleFactory(publisher=publisher)
    correct_article(editor, article, publisher=None)
    publisher.delete()

    assert told(newest(article))["publisher"] == (f"#{number}", None)


def test_the_page_speaks_in_labels_not_in_codes(editor: User) -> None:
    article = ArticleFactory()
    take_down_articles(editor, [article], "Trùng")

    page = history_page(article)

    assert "Nguyễn Thị Hoa" in page
    assert "State at the desk → taken down" in page
    assert "Reason for taking down – → Trùng" in page
    assert "taken_down" not in page


def test_the_page_says_from_where(editor: User, client: Client) -> None:
    article = ArticleFactory()
    client.force_login(editor)
    address = reverse("admin:articles_article_take_down", args=[article.pk])

    client.post(address, {"reason": "x"}, REMOTE_ADDR="203.0.113.7")

    page = history_page(article)
    assert "203.0.113.7" in page
    assert address in page


def test_long_histories_are_paged(editor: User) -> None:
    article = ArticleFactory()
    for number in range(60):
        correct_article(editor, article, title=f"Tên {number}")

    assert "Tên 59" in history_page(article)
    assert "Tên 3 " in history_page(article, 2)
    assert "1 / 2" in history_page(article)
    assert "Tên 59" in history_page(article, 0)


def test_hostile_values_stay_text(editor: User, client: Client) -> None:
    article = ArticleFactory(title="<script>alert(1)</script>")
    client.force_login(editor)

    page = client.get(reverse("admin:articles_article_history", args=[article.pk]))

    assert b"<script>alert" not in page.content


@pytest.mark.parametrize("number", [2, 15])
def test_it_costs_the_same_queries_for_any_number_of_events(
    number: int, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = ArticleFactory()
    for count in range(number):
        themes = [ThemeFactory()]
        correct_article(editor, article, title=f"Tên {count}", publisher=PublisherFactory())
        tag_articles(editor, [article], themes)

    with django_assert_num_queries(13):
        page = history_of(Article.objects.get(), 1)
        [str(happening.of) for happening in page.object_list]


def test_every_tracked_model_that_the_desk_shows_has_a_history_page(client: Client) -> None:
    client.force_login(PersonFactory(is_superuser=True))
    article = ArticleFactory()
    theme = ThemeFactory()

    for row in (article, theme, article.publisher):
        name = f"admin:articles_{row._meta.model_name}_history"
        page = client.get(reverse(name, args=[row.pk]))
        assert "What changed, by whom and from where" in page.content.decode()


def test_who_decided_on_a_task_is_not_told_by_its_article_to_who_has_not() -> None:
    task, blind = approved_task(), ReviewerFactory()
    assert task.version

    def states(reader: User) -> int:
        happenings = history_of(task.article, 1, User.objects.get(pk=reader.pk)).object_list
        changed = [each for each in happenings if each.label == "update"]
        return sum("state" in told(happening) for happening in changed)

    assert states(blind) == 0
    assert states(LeadFactory()) == 1
    decide(blind, task.pk, task.version.pk, Decision.Verdict.UNSURE)
    assert states(blind) == 2
