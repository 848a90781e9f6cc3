"""The page of an article at the desk."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from articles.models import (
    Article,
    ArticleTheme,
    Citation,
    Mention,
    OfficialDocument,
    ThemeDecision,
)
from portal.people.models import User
from tests.articles.desk import seen_in, signed_in, text_of
from tests.articles.factories import ArticleFactory, ThemeFactory
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


def page_of(article: Article, name: str = "change") -> str:
    with translation.override("en"):
        return reverse(f"admin:articles_article_{name}", args=[article.pk])


def typed(desk: Client, article: Article, **values: object) -> dict[str, object]:
    """What the form of the article, opened now, sends when only these fields are changed."""
    return {
        "seen": seen_in(desk.get(page_of(article))),
        "title": article.title,
        "published_on": article.published_on or "",
        "author": article.author,
        "publisher": article.publisher_id or "",
        "themes": [theme.pk for theme in article.themes.all()],
    } | values


class TestForm:
    def test_what_is_corrected_is_saved_and_recorded(self, desk: Client) -> None:
        article = ArticleFactory(author="A")
        sent = typed(desk, article, title="Mới", published_on="2021-09-02")

        desk.post(page_of(article), sent)

        saved = Article.objects.get()
        assert (saved.title, saved.published_on) == ("Mới", date(2021, 9, 2))
        assert saved.corrected == ["published_on", "title"]

    def test_themes_are_chosen_with_a_widget_that_completes(self, desk: Client) -> None:
        page = desk.get(page_of(ArticleFactory())).content.decode()

        widget = re.search(r'<select name="themes"[^>]*>', page)
        assert widget
        assert "admin-autocomplete" in widget[0]
        assert 'data-field-name="tag"' in widget[0]
        assert 'id="add_id_themes"' in page

    def test_the_completion_finds_themes_by_any_spelling(self, desk: Client) -> None:
        theme = ThemeFactory(name="Hoà bình", spellings=["không chiến tranh"])
        asked = {"app_label": "articles", "model_name": "articletheme", "field_name": "tag"}

        found = desk.get("/en/admin/autocomplete/", asked | {"term": "khong chien"}).json()

        assert found["results"] == [{"id": str(theme.pk), "text": "Hoà bình"}]

    def test_themes_are_added_and_removed_and_remembered(self, desk: Client, editor: User) -> None:
        article, given, taken = ArticleFactory(), ThemeFactory(), ThemeFactory()
        ArticleTheme.objects.create(content_object=article, tag=taken, source="finder")

        desk.post(page_of(article), typed(desk, article, themes=[given.pk]))

        assert list(article.themes.all()) == [given]
        decisions = ThemeDecision.objects.filter(article=article)
        assert set(decisions.values_list("theme", "verdict", "decided_by")) == {
            (given.pk, "confirmed", editor.pk),
            (taken.pk, "removed", editor.pk),
        }

    def test_a_removed_theme_stays_away_when_the_finder_runs_again(self, desk: Client) -> None:
        article, theme = ArticleFactory(), ThemeFactory()
        found = ArticleTheme(content_object=article, tag=theme, source="finder")
        ArticleTheme.objects.bulk_create([found])

        desk.post(page_of(article), typed(desk, article, themes=[]))
        again = ArticleTheme(content_object=article, tag=theme, source="finder")
        ArticleTheme.objects.bulk_create([again], ignore_conflicts=True)

        assert not article.themes.exists()

    def test_saving_without_a_change_decides_nothing(self, desk: Client) -> None:
        article, theme = ArticleFactory(), ThemeFactory()
        ArticleTheme.objects.create(content_object=article, tag=theme, source="finder")

        desk.post(page_of(article), typed(desk, article))

        article.refresh_from_db()
        assert not ThemeDecision.objects.exists()
        assert article.corrected == []

    def test_a_refusal_is_an_error_of_the_form_and_keeps_what_was_typed(self, desk: Client) -> None:
        article = ArticleFactory(title="Cũ")

        page = desk.post(
            page_of(article), typed(desk, article, title="Mới", published_on="2999-01-01")
        )

        assert "This date is yet to come." in text_of(page)
        assert 'value="Mới"' in page.content.decode()
        article.refresh_from_db()
        assert article.title == "Cũ"

    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("day", ["02/09/2021", "2.9.2021", "02-09-2021", "2021-09-02"])
    def test_dates_are_typed_day_first(self, desk: Client, language: str, day: str) -> None:
        article = ArticleFactory()

        prefix = "/en" if language == "en" else ""
        address = prefix + page_of(article).removeprefix("/en")
        desk.post(address, typed(desk, article, published_on=day))

        assert Article.objects.get().published_on == date(2021, 9, 2)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", ""),
            ("title", "x" * 501),
            ("published_on", "31/02/2021"),
            ("published_on", "09/22/2021"),
            ("publisher", "999999"),
            ("publisher", "x"),
            ("publisher", "9" * 30),
            ("themes", ["999999"]),
            ("themes", ["x"]),
            ("themes", ["9" * 30]),
        ],
    )
    def test_bad_values_are_errors_of_the_form(
        self, desk: Client, field: str, value: object
    ) -> None:
        article = ArticleFactory()

        page = desk.post(page_of(article), typed(desk, article, **{field: value}))

        assert page.context["errors"]

    def test_reviewers_read_only(self) -> None:
        article = ArticleFactory(title="Cũ")
        article.themes.add("Nêu gương")
        reviewer = signed_in(ReviewerFactory())

        page = reviewer.get(page_of(article))
        sent = reviewer.post(page_of(article), {"title": "Mới"})

        assert (page.status_code, sent.status_code) == (200, 403)
        assert "Nêu gương" in text_of(page)
        article.refresh_from_db()
        assert article.title == "Cũ"

    def test_articles_are_neither_added_nor_deleted_here(self) -> None:
        admin, article = signed_in(PersonFactory(is_superuser=True)), ArticleFactory()

        assert admin.get(f"{LIST}add/").status_code == 403
        assert admin.get(page_of(article, "delete")).status_code == 403


class TestEvidence:
    @pytest.fixture
    def article(self) -> Article:
        article: Article = ArticleFactory(
            body="Mục một\nCán bộ <b>nêu gương</b>, nêu gương theo Chỉ thị 05-CT/TW."
        )
        theme = ThemeFactory(name="Nêu gương", slug="neu-guong")
        text = article.texts.get()
        document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="x")
        for start in (18, 33):
            assert text.body[start : start + 9] == "nêu gương"
            Mention.objects.create(
                text=text,
                theme=theme,
                start=start,
                end=start + 9,
                quote="nêu gương",
                rule="r",
                confidence=1,
            )
        start = text.body.index("Chỉ thị")
        Citation.objects.create(
            text=text,
            document=document,
            kind="Chỉ thị",
            number="05-CT/TW",
            start=start,
            end=start + 16,
            quote="Chỉ thị 05-CT/TW",
            rule="r",
            confidence=1,
        )
        ArticleTheme.objects.create(content_object=article, tag=theme, source="finder")
        return article

    def test_themes_and_citations_are_marked_and_linked_to(
        self, desk: Client, article: Article
    ) -> None:
        page = desk.get(page_of(article)).content.decode()
        theme = article.themes.get()

        for number in (1, 2):
            assert f'href="#theme-{theme.pk}-{number}"' in page
            assert f'id="theme-{theme.pk}-{number}"' in page
        assert 'href="#citation-1"' in page
        assert 'id="citation-1"' in page
        assert "&lt;b&gt;" in page
        assert "2 mentions:" in text_of(desk.get(page_of(article)))

    def test_a_removed_theme_is_not_marked_but_told_with_who_removed_it(
        self, desk: Client, article: Article, editor: User
    ) -> None:
        desk.post(page_of(article), typed(desk, article, themes=[]))

        page = desk.get(page_of(article))

        assert f"removed by {editor}" in text_of(page)
        assert "mark-theme-neu-guong" not in page.content.decode()

    def test_it_costs_the_same_queries_for_any_number_of_mentions(
        self,
        desk: Client,
        article: Article,
        django_assert_max_num_queries: DjangoAssertNumQueries,
    ) -> None:
        desk.get(page_of(article))
        with django_assert_max_num_queries(30) as few:
            desk.get(page_of(article))
        text = article.texts.get()
        for number in range(9):
            theme = ThemeFactory()
            article.themes.add(theme)
            Mention.objects.create(
                text=text,
                theme=theme,
                start=number,
                end=number + 1,
                quote="x",
                rule="r",
                confidence=1,
            )
            Citation.objects.create(
                text=text,
                document=OfficialDocument.objects.get(),
                kind="Chỉ thị",
                number=f"{number}",
                start=number,
                end=number + 1,
                quote="x",
                rule="r",
                confidence=1,
            )

        with django_assert_max_num_queries(30) as many:
            desk.get(page_of(article))

        assert len(many) == len(few)

    def test_what_reading_dropped_is_shown_with_the_reason(self, desk: Client) -> None:
        article = ArticleFactory()
        article.text = article.texts.create(
            number=2, body="Bài", dropped=[{"text": "Đọc thêm", "reason": "related", "at": 0}]
        )
        article.save()

        shown = text_of(desk.get(page_of(article)))

        assert "Left out of the text: 1 part of the page" in shown
        assert "links to other articles Đọc thêm" in shown

    def test_an_article_without_a_text_has_a_page(self, desk: Client) -> None:
        article = ArticleFactory()
        Article.objects.update(text=None)

        assert desk.get(page_of(article)).status_code == 200
