"""Editors work on articles in the admin."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from articles.actions.articles import take_down_articles
from articles.models import (
    Article,
    ArticleTheme,
    Citation,
    Erasure,
    Mention,
    OfficialDocument,
    ThemeDecision,
)
from portal.people.models import User
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

LIST = "/en/admin/articles/article/"


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page_of(article: Article, name: str = "change") -> str:
    with translation.override("en"):
        return reverse(f"admin:articles_article_{name}", args=[article.pk])


def text_of(response: object) -> str:
    content = response.content.decode()  # type: ignore[attr-defined]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content)).split())


def typed(article: Article, **values: object) -> dict[str, object]:
    """What the form of the article sends when only these fields are changed."""
    return {
        "title": article.title,
        "published_on": article.published_on or "",
        "author": article.author,
        "publisher": article.publisher_id or "",
        "themes": [theme.pk for theme in article.themes.all()],
    } | values


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

        with django_assert_num_queries(9):
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


class TestForm:
    def test_what_is_corrected_is_saved_and_recorded(self, desk: Client) -> None:
        article = ArticleFactory(author="A")
        sent = typed(article, title="Mới", published_on="2021-09-02")

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

        desk.post(page_of(article), typed(article, themes=[given.pk]))

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

        desk.post(page_of(article), typed(article, themes=[]))
        again = ArticleTheme(content_object=article, tag=theme, source="finder")
        ArticleTheme.objects.bulk_create([again], ignore_conflicts=True)

        assert not article.themes.exists()

    def test_saving_without_a_change_decides_nothing(self, desk: Client) -> None:
        article, theme = ArticleFactory(), ThemeFactory()
        ArticleTheme.objects.create(content_object=article, tag=theme, source="finder")

        desk.post(page_of(article), typed(article))

        article.refresh_from_db()
        assert not ThemeDecision.objects.exists()
        assert article.corrected == []

    def test_a_refusal_is_an_error_of_the_form_and_keeps_what_was_typed(self, desk: Client) -> None:
        article = ArticleFactory(title="Cũ")

        page = desk.post(page_of(article), typed(article, title="Mới", published_on="2999-01-01"))

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
        desk.post(address, typed(article, published_on=day))

        assert Article.objects.get().published_on == date(2021, 9, 2)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", ""),
            ("title", "x" * 501),
            ("published_on", "31/02/2021"),
            ("published_on", "09/22/2021"),
            ("publisher", "999999"),
            ("themes", ["999999"]),
            ("themes", ["x"]),
        ],
    )
    def test_bad_values_are_errors_of_the_form(
        self, desk: Client, field: str, value: object
    ) -> None:
        article = ArticleFactory()

        page = desk.post(page_of(article), typed(article, **{field: value}))

        assert page.context["errors"]

    def test_reviewers_read_only(self) -> None:
        article = ArticleFactory(title="Cũ")
        article.themes.add("Nêu gương")
        reviewer = signed_in(ReviewerFactory())

        page = reviewer.get(page_of(article))
        sent = reviewer.post(page_of(article), typed(article, title="Mới"))

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
        desk.post(page_of(article), typed(article, themes=[]))

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


class TestOriginal:
    def test_it_is_handed_over_as_a_file_never_shown(self, desk: Client) -> None:
        article = ArticleFactory(original__name="bài <1>.html", original__data=b"<script>")

        response = desk.get(page_of(article, "original"))

        assert response.getvalue() == b"<script>"
        assert response["Content-Disposition"].startswith("attachment;")
        assert response["Content-Type"] == "application/octet-stream"
        assert response["X-Content-Type-Options"] == "nosniff"

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
