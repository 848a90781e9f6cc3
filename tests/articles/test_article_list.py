"""The list of articles at the desk: searched, filtered, and acted on."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.articles import take_down_articles
from articles.models import (
    Article,
    ArticleTheme,
    ThemeDecision,
)
from portal.people.models import User
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

LIST = "/en/admin/articles/article/"


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


class TestList:
    def test_it_shows_articles_with_their_themes(self, desk: Client) -> None:
        ArticleFactory(title="Bài một").themes.add("Nêu gương")

        shown = text_of(desk.get(LIST))

        assert "Bài một" in shown
        assert "Nêu gương" in shown

    @pytest.mark.parametrize("number", [3, 12])
    def test_it_costs_the_same_queries_for_any_number_of_articles(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        themes = ThemeFactory.create_batch(3)
        for article in ArticleFactory.create_batch(number):
            article.themes.add(*themes)
        desk.get(LIST)

        with django_assert_num_queries(11):
            desk.get(LIST)

    def test_it_is_searched_by_words_of_the_text_and_by_numbers(self, desk: Client) -> None:
        ArticleFactory(title="Bài một", body="Theo Nghị quyết số 09-NQ/TU.")
        ArticleFactory(title="Bài hai")

        for words in ("09-NQ/TU", "nghi quyet"):
            shown = text_of(desk.get(LIST, {"q": words}))
            assert "Bài một" in shown
            assert "Bài hai" not in shown

    def filtered(self, desk: Client, **chosen: str) -> set[str]:
        changelist = desk.get(LIST, chosen).context["cl"]
        return {article.title for article in changelist.result_list}

    def test_it_is_filtered_by_theme_in_any_spelling(self, desk: Client) -> None:
        theme = ThemeFactory(name="Hoà bình", spellings=["không chiến tranh"])
        ArticleFactory(title="Bài một").themes.add(theme)
        ArticleFactory(title="Bài hai")

        for words in ("Hòa bình", "không chiến tranh", "hoa bi"):
            assert self.filtered(desk, theme=words) == {"Bài một"}

    def test_it_is_filtered_by_publisher_date_and_state(self, desk: Client) -> None:
        editor = EditorFactory()
        old = ArticleFactory(
            title="Bài cũ",
            published_on=date(2016, 12, 15),
            publisher=PublisherFactory(name="Báo Sông Lam"),
        )
        ArticleFactory(title="Bài mới", published_on=date(2021, 9, 2))
        take_down_articles(editor, [old], "x")

        assert self.filtered(desk, publisher="bao song lam") == {"Bài cũ"}
        assert self.filtered(desk, published_to="2020-01-01") == {"Bài cũ"}
        assert self.filtered(desk, published_from="2020-01-01") == {"Bài mới"}
        assert self.filtered(desk, state__exact="taken_down") == {"Bài cũ"}

    def test_filters_and_search_work_together(self, desk: Client) -> None:
        ArticleFactory(title="Bài một").themes.add("a b")
        ArticleFactory(title="Bài hai").themes.add("a b")

        assert self.filtered(desk, q="mot", theme="a b") == {"Bài một"}
        page = desk.get(LIST, {"q": "mot", "theme": "a b"}).content.decode()
        assert '<input type="hidden" name="q" value="mot">' in page

    def test_a_name_that_fits_nothing_or_several_is_told(self, desk: Client) -> None:
        ThemeFactory(name="nêu gương sáng")
        ThemeFactory(name="nêu gương tốt")
        ArticleFactory()

        assert self.filtered(desk, theme="nêu gương") == set()
        assert "Several fit: nêu gương sáng, nêu gương tốt." in text_of(
            desk.get(LIST, {"theme": "nêu gương"})
        )
        assert "Nothing of this name: xyz." in text_of(desk.get(LIST, {"theme": "xyz"}))

    def test_a_date_that_is_none_is_told(self, desk: Client) -> None:
        assert "Enter a valid date." in text_of(desk.get(LIST, {"published_from": "30/2"}))

    def test_it_says_more_than_instead_of_counting_on(
        self, desk: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("articles.admin.paging.CappedPaginator.most_counted", 2)
        ArticleFactory.create_batch(3)

        assert "more than 2 articles" in text_of(desk.get(LIST))

    def test_reviewers_look_but_have_nothing_to_change(self) -> None:
        ArticleFactory()
        page = signed_in(ReviewerFactory()).get(LIST)

        assert page.status_code == 200
        assert page.context["action_form"] is None

    def test_people_without_a_role_see_nothing(self) -> None:
        assert signed_in(PersonFactory()).get(LIST).status_code == 403


class TestManyAtOnce:
    def ask(self, desk: Client, action: str, articles: list[Article], **values: object) -> str:
        chosen = {"action": action, "_selected_action": [article.pk for article in articles]}
        return text_of(desk.post(LIST, chosen | values, follow=True))

    def test_themes_are_added_after_a_question(self, desk: Client, editor: User) -> None:
        articles, theme = ArticleFactory.create_batch(3), ThemeFactory()
        articles[0].themes.add(theme)

        asked = self.ask(desk, "add_themes", articles)
        told = self.ask(desk, "add_themes", articles, asked="1", themes=[theme.pk])

        assert articles[0].title in asked
        assert "Themes were added to 2 articles. 1 was like that before." in told
        assert ArticleTheme.objects.count() == 3
        assert ThemeDecision.objects.filter(decided_by=editor).count() == 2

    def test_themes_are_removed_after_a_question(self, desk: Client) -> None:
        articles, theme = ArticleFactory.create_batch(2), ThemeFactory()
        for article in articles:
            article.themes.add(theme)

        told = self.ask(desk, "remove_themes", articles, asked="1", themes=[theme.pk])

        assert "Themes were removed from 2 articles." in told
        assert not ArticleTheme.objects.exists()

    def test_all_that_were_found_are_tagged_not_only_those_on_the_page(self, desk: Client) -> None:
        articles, theme = ArticleFactory.create_batch(3), ThemeFactory()

        self.ask(desk, "add_themes", articles[:1], asked="1", themes=[theme.pk], select_across="1")

        assert ArticleTheme.objects.count() == 3

    def test_articles_are_taken_down_with_a_reason(self, desk: Client) -> None:
        articles = ArticleFactory.create_batch(2)

        asked = self.ask(desk, "take_down", articles, asked="1", reason=" ")
        told = self.ask(desk, "take_down", articles, asked="1", reason="Trùng")

        assert "This field is required." in asked
        assert "2 articles taken down." in told
        assert set(Article.objects.values_list("taken_down_reason", flat=True)) == {"Trùng"}

    def test_no_themes_is_an_error_of_the_form(self, desk: Client) -> None:
        asked = self.ask(desk, "add_themes", ArticleFactory.create_batch(1), asked="1")

        assert "This field is required." in asked

    def test_too_many_are_refused(self, desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("articles.admin.bulk.MOST_AT_ONCE", 1)

        told = self.ask(desk, "add_themes", ArticleFactory.create_batch(2))

        assert "At most 1 articles at once." in told

    def test_reviewers_cannot(self) -> None:
        theme, articles = ThemeFactory(), ArticleFactory.create_batch(1)

        self.ask(signed_in(ReviewerFactory()), "add_themes", articles, asked="1", themes=[theme.pk])

        assert not ArticleTheme.objects.exists()
