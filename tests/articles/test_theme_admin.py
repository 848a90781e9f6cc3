"""Editors keep the vocabulary and the publishers in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Publisher, Theme
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


@pytest.fixture
def desk() -> Client:
    return signed_in(EditorFactory())


def typed(*spellings: str, theme: Theme | None = None, **values: str) -> dict[str, object]:
    """What the form of a theme sends, with new spellings added."""
    own = list(theme.spellings.exclude(key=theme.key).order_by("pk")) if theme else []
    rows = [(str(spelling.pk), spelling.text) for spelling in own]
    rows += [("", text) for text in spellings]
    sent: dict[str, object] = {
        "name": theme.name if theme else "Nêu gương",
        "parent": "",
        "excludes": "",
        "note": "",
        "spellings-TOTAL_FORMS": len(rows),
        "spellings-INITIAL_FORMS": len(own),
    }
    for place, (number, text) in enumerate(rows):
        sent |= {
            f"spellings-{place}-id": number,
            f"spellings-{place}-theme": theme.pk if theme else "",
            f"spellings-{place}-text": text,
        }
    return sent | values


def page_of(theme: Theme) -> str:
    return reverse("admin:articles_theme_change", args=[theme.pk])


ADD = "/en/admin/articles/theme/add/"
THEMES = "/en/admin/articles/theme/"


def spellings(theme: Theme) -> list[str]:
    return sorted(theme.spellings.values_list("text", flat=True))


class TestThemes:
    def test_a_theme_is_made_with_spellings_and_phrases_that_do_not_count(
        self, desk: Client
    ) -> None:
        desk.post(ADD, typed("làm gương", excludes="a b\n\n c \n", note="x"))

        theme = Theme.objects.get()
        assert (theme.name, theme.slug, theme.note) == ("Nêu gương", "neu-guong", "x")
        assert theme.excludes == ["a b", "c"]
        assert spellings(theme) == ["Nêu gương", "làm gương"]

    def test_a_theme_that_is_there_under_another_spelling_is_refused(self, desk: Client) -> None:
        ThemeFactory(name="Hoà bình")

        page = desk.post(ADD, typed(name="HÒA BÌNH", note="giữ lại"))

        assert "“HÒA BÌNH” already belongs to the theme “Hoà bình”." in text_of(page)
        assert "giữ lại" in page.content.decode()
        assert Theme.objects.count() == 1

    def test_a_spelling_of_another_theme_undoes_the_whole_form(self, desk: Client) -> None:
        ThemeFactory(name="làm gương")

        page = desk.post(ADD, typed("đi đầu", "Làm gương"))

        assert "already belongs to the theme “làm gương”" in text_of(page)
        assert Theme.objects.count() == 1

    def test_a_theme_is_renamed_and_its_spellings_are_edited(self, desk: Client) -> None:
        theme = ThemeFactory(name="nêu gương", spellings=["làm gương", "đi đầu"])
        sent = typed("gương mẫu", theme=theme, name="Trách nhiệm nêu gương")
        sent |= {"spellings-0-text": "làm tấm gương", "spellings-1-DELETE": "on"}

        desk.post(page_of(theme), sent)

        assert spellings(theme) == [
            "Trách nhiệm nêu gương",
            "gương mẫu",
            "làm tấm gương",
            "nêu gương",
        ]

    def test_a_theme_under_itself_is_refused(self, desk: Client) -> None:
        theme = ThemeFactory()

        page = desk.post(page_of(theme), typed(theme=theme, parent=str(theme.pk)))

        assert "A theme cannot be broader than itself." in text_of(page)

    @pytest.mark.parametrize("name", ["", "…", "x" * 101, "  "])
    def test_bad_names_are_errors_of_the_form(self, desk: Client, name: str) -> None:
        page = desk.post(ADD, typed(name=name))

        assert page.context["errors"]
        assert not Theme.objects.exists()

    @pytest.mark.parametrize("number", [3, 12])
    def test_the_list_costs_the_same_queries_for_any_number_of_themes(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        article = ArticleFactory()
        for theme in ThemeFactory.create_batch(number, spellings=[]):
            theme.parent = ThemeFactory()
            theme.save()
            article.themes.add(theme)

        with django_assert_num_queries(8):
            desk.get(THEMES)

    def test_the_list_is_in_vietnamese_order_with_counts_and_spellings(self, desk: Client) -> None:
        for name in ("đoàn kết", "ấm no", "an ninh", "dân vận"):
            theme = ThemeFactory(name=name, spellings=[f"{name} khác"])
        ArticleFactory().themes.add(theme)

        page = desk.get(THEMES)

        assert [row.name for row in page.context["cl"].result_list] == [
            "an ninh",
            "ấm no",
            "dân vận",
            "đoàn kết",
        ]
        assert [row.articles_count for row in page.context["cl"].result_list] == [0, 0, 1, 0]
        assert "dân vận khác" in text_of(page)

    def test_the_list_is_searched_by_any_spelling(self, desk: Client) -> None:
        ThemeFactory(name="Hoà bình", spellings=["không chiến tranh"])
        ThemeFactory(name="đoàn kết")

        page = desk.get(THEMES, {"q": "chien khong"})

        assert [row.name for row in page.context["cl"].result_list] == ["Hoà bình"]

    def test_only_a_theme_that_was_never_used_may_be_deleted_and_by_superusers_only(
        self, desk: Client
    ) -> None:
        admin, used, unused = PersonFactory(is_superuser=True), ThemeFactory(), ThemeFactory()
        ArticleFactory().themes.add(used)

        for theme, person, expected in (
            (used, signed_in(admin), 403),
            (unused, desk, 403),
            (unused, signed_in(admin), 302),
        ):
            address = reverse("admin:articles_theme_delete", args=[theme.pk])
            assert person.post(address, {"post": "yes"}).status_code == expected

        assert list(Theme.objects.all()) == [used]

    def test_a_new_theme_can_be_made_from_an_articles_form(self, desk: Client) -> None:
        page = desk.post(f"{ADD}?_to_field=id&_popup=1", typed() | {"_popup": "1"})

        theme = Theme.objects.get()
        assert f"&quot;value&quot;: &quot;{theme.pk}&quot;" in page.content.decode()

    def test_reviewers_read_only(self) -> None:
        theme, reviewer = ThemeFactory(name="Nêu gương"), signed_in(ReviewerFactory())

        assert "Nêu gương" in text_of(reviewer.get(page_of(theme)))
        assert reviewer.post(page_of(theme), typed(theme=theme, name="x")).status_code == 403
        assert reviewer.get(ADD).status_code == 403

    def test_taggits_own_tags_are_not_at_the_desk(self) -> None:
        admin = signed_in(PersonFactory(is_superuser=True))

        assert admin.get("/en/admin/taggit/tag/").status_code == 404


class TestPublishers:
    def test_a_publisher_is_renamed(self, desk: Client) -> None:
        publisher = PublisherFactory(name="Báo cũ")
        address = reverse("admin:articles_publisher_change", args=[publisher.pk])

        desk.post(address, {"name": "Báo Mới", "website": "https://baomoi.example"})

        assert Publisher.objects.get().key == "báo mới"

    def test_a_name_that_is_taken_is_an_error_of_the_form(self, desk: Client) -> None:
        PublisherFactory(name="Báo Hoà Bình")

        page = desk.post("/en/admin/articles/publisher/add/", {"name": "BÁO HÒA BÌNH"})

        assert "There is a publisher of this name already: Báo Hoà Bình." in text_of(page)
        assert Publisher.objects.count() == 1

    @pytest.mark.parametrize("number", [3, 12])
    def test_the_list_costs_the_same_queries(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        ArticleFactory.create_batch(number)

        with django_assert_num_queries(7):
            desk.get("/en/admin/articles/publisher/")

    def test_publishers_are_not_deleted(self) -> None:
        admin, publisher = signed_in(PersonFactory(is_superuser=True)), PublisherFactory()
        address = reverse("admin:articles_publisher_delete", args=[publisher.pk])

        assert admin.post(address, {"post": "yes"}).status_code == 403
