"""On the pages of a theme: what a change would do, what it brings, merging and splitting."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.actions import theme_orders
from articles.actions.rereading import find_themes_again
from articles.actions.theme_merging import merge_themes
from articles.actions.themes import finder_at_work, tag_articles
from articles.actions.vocabulary import add_spelling, create_theme
from articles.models import Theme, ThemeOrder, ThemeSpelling
from articles.queries import theme_record
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.articles.test_theme_admin import ADD, THEMES, page_of, typed
from tests.articles.test_theme_merging import found_in
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

AGAIN = "/en/admin/articles/rereading/add/?scope=themes"


@pytest.fixture
def desk() -> Client:
    return signed_in(EditorFactory())


@pytest.fixture
def theme() -> Theme:
    made: Theme = ThemeFactory(name="nêu gương", slug="neu-guong")
    return made


def address(name: str, row: Theme | ThemeOrder) -> str:
    return reverse(f"admin:articles_theme_{name}", args=[row.pk])


class TestPreview:
    def test_without_javascript_it_shows_below_the_form_which_keeps_what_was_typed(
        self, desk: Client, theme: Theme
    ) -> None:
        article = found_in("Chi bộ làm gương cho bản.")
        sent = typed("làm gương", theme=theme, note="ghi chú mới")

        page = desk.post(page_of(theme), sent | {"_preview": "1"})

        assert "Gained by 1 article" in text_of(page)
        assert "Chi bộ làm gương cho bản." in text_of(page)
        assert reverse("admin:articles_article_change", args=[article.pk]) in page.content.decode()
        assert 'value="làm gương"' in page.content.decode()
        assert "ghi chú mới" in page.content.decode()
        assert ThemeSpelling.objects.count() == 1

    def test_what_was_previewed_is_then_saved_from_there(self, desk: Client, theme: Theme) -> None:
        sent = typed("làm gương", theme=theme)
        desk.post(page_of(theme), sent | {"_preview": "1"})

        desk.post(page_of(theme), sent | {"_save": "1"})

        assert Theme.objects.named("làm gương") == theme

    def test_htmx_gets_the_part_that_changes(self, desk: Client, theme: Theme) -> None:
        page = desk.post(
            page_of(theme),
            typed("làm gương", theme=theme) | {"_preview": "1"},
            headers={"HX-Request": "true"},
        )

        assert "No article gains or loses it." in text_of(page)
        assert "<form" not in page.content.decode()

    def test_a_theme_that_is_still_to_be_made_has_one(self, desk: Client) -> None:
        found_in("Chi bộ làm gương cho bản.")

        page = desk.post(ADD, typed("làm gương") | {"_preview": "1"})

        assert "Gained by 1 article" in text_of(page)
        assert not Theme.objects.exists()

    def test_a_renamed_theme_keeps_what_its_old_name_finds(
        self, desk: Client, theme: Theme
    ) -> None:
        found_in("nêu gương")

        page = desk.post(page_of(theme), typed(theme=theme, name="Gương mẫu") | {"_preview": "1"})

        assert "No article gains or loses it." in text_of(page)

    def test_a_spelling_that_is_ticked_to_be_deleted_is_left_out(
        self, desk: Client, theme: Theme
    ) -> None:
        add_spelling(EditorFactory(), theme, "làm gương")
        found_in("làm gương")

        sent = typed(theme=theme) | {"spellings-0-DELETE": "on", "_preview": "1"}

        assert "Lost by 1 article" in text_of(desk.post(page_of(theme), sent))

    def test_a_spelling_of_another_theme_is_told_of(self, desk: Client, theme: Theme) -> None:
        ThemeFactory(name="làm gương")

        page = desk.post(page_of(theme), typed("LÀM GƯƠNG", theme=theme) | {"_preview": "1"})

        assert "“làm gương” already belongs to the theme “làm gương”" in text_of(page)

        page = desk.post(ADD, typed(name="Làm gương") | {"_preview": "1"})
        assert "“làm gương” already belongs to the theme “làm gương”" in text_of(page)

    @pytest.mark.parametrize(
        ("spelling", "told"),
        [
            ("", "Nothing: the spellings and the excluded phrases are as they were."),
            (" … ", "Nothing: the spellings and the excluded phrases are as they were."),
            ("x" * 101, "Ensure this value has at most 100 characters"),
        ],
    )
    def test_what_is_no_spelling_is_told(
        self, desk: Client, theme: Theme, spelling: str, told: str
    ) -> None:
        sent = typed(spelling, theme=theme) | {"_preview": "1"}
        for headers in ({}, {"HX-Request": "true"}):
            assert told in text_of(desk.post(page_of(theme), sent, headers=headers))

    def test_other_themes_that_lose_words_are_shown(self, desk: Client, theme: Theme) -> None:
        other = ThemeFactory(name="trách nhiệm")
        found_in("trách nhiệm nêu gương")
        sent = typed("trách nhiệm nêu gương", theme=other) | {"_preview": "1"}

        page = text_of(desk.post(page_of(other), sent))

        assert "Another theme: nêu gương Lost by 1 article" in page

    def test_more_than_fit_are_counted(self, desk: Client, theme: Theme) -> None:
        for number in range(23):
            found_in(f"làm gương {number}")

        page = desk.post(page_of(theme), typed("làm gương", theme=theme) | {"_preview": "1"})

        assert "Gained by 23 articles" in text_of(page)
        assert "and 3 more" in text_of(page)

    def test_reviewers_have_none(self, theme: Theme) -> None:
        reviewer = signed_in(ReviewerFactory())

        assert "Preview" not in text_of(reviewer.get(page_of(theme)))
        for place in (page_of(theme), ADD):
            sent = typed(theme=theme) | {"_preview": "1"}
            assert reviewer.post(place, sent).status_code == 403


class TestFindingAgain:
    def test_it_is_offered_where_words_were_saved(self, desk: Client, theme: Theme) -> None:
        page = desk.post(page_of(theme), typed("làm gương", theme=theme), follow=True)

        assert "Articles that are here already keep what was found in them." in text_of(page)
        assert AGAIN in page.content.decode()

    def test_it_is_not_where_only_the_note_was(self, desk: Client, theme: Theme) -> None:
        page = desk.post(page_of(theme), typed(theme=theme, note="mới"), follow=True)

        assert "Articles that are here already" not in text_of(page)

    def test_its_page_has_the_themes_chosen_already(self, desk: Client) -> None:
        page = desk.get(AGAIN)

        assert page.context["form"]["scope"].value() == "themes"


class TestRecord:
    def test_each_spelling_says_how_many_articles_it_brings(
        self, desk: Client, theme: Theme
    ) -> None:
        for spelling in ("làm gương", "kinh tế - xã hội", "chưa gặp"):
            add_spelling(EditorFactory(), theme, spelling)
        for body in ("nêu gương, NÊU\nGƯƠNG", "nêu gương; làm gương", "kinh tế-xã hội"):
            found_in(body)

        page = desk.get(page_of(theme))

        brought = {str(spelling): count for spelling, count in page.context["brought"].articles}
        assert brought == {"nêu gương": 2, "làm gương": 1, "kinh tế - xã hội": 1, "chưa gặp": 0}

    def test_counting_ends_at_a_bound_and_says_so(
        self, desk: Client, theme: Theme, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(3):
            found_in(f"nêu gương {number}")
        monkeypatch.setattr(theme_record, "MOST_COUNTED", 3)
        assert "newest mentions" not in text_of(desk.get(page_of(theme)))

        monkeypatch.setattr(theme_record, "MOST_COUNTED", 2)
        assert "Counted in its 2 newest mentions." in text_of(desk.get(page_of(theme)))

    def test_the_newest_articles_stand_first_with_their_words(
        self, desk: Client, theme: Theme
    ) -> None:
        older, newer = found_in("Phải nêu gương."), ArticleFactory(body="Không nhắc.")
        tag_articles(EditorFactory(last_name="Lò", first_name="Thị Mai"), [newer], [theme])

        page = desk.get(page_of(theme))

        assert [row.article for row in page.context["newest"]] == [newer, older]
        shown = page.content.decode()
        assert 'Phải <mark class="mark mark-theme">nêu gương</mark>.' in shown
        assert "confirmed by Lò Thị Mai" in shown
        assert "not mentioned in the text" in shown

    def test_a_theme_of_no_article_says_so(self, desk: Client, theme: Theme) -> None:
        assert "No article has it yet." in text_of(desk.get(page_of(theme)))

    @pytest.mark.parametrize("number", [2, 9])
    def test_it_costs_the_same_queries(
        self,
        desk: Client,
        theme: Theme,
        number: int,
        django_assert_num_queries: DjangoAssertNumQueries,
    ) -> None:
        for place in range(number):
            add_spelling(EditorFactory(), theme, f"làm gương {place}")
            tag_articles(EditorFactory(), [found_in(f"làm gương {place}")], [theme])
            merge_themes(EditorFactory(), ThemeFactory(), theme)

        with django_assert_num_queries(17):
            desk.get(page_of(theme))


class TestMerging:
    def test_what_would_change_is_shown_before_it_is_done(self, desk: Client, theme: Theme) -> None:
        narrow = ThemeFactory(name="làm gương", spellings=["gương mẫu"])
        found_in("làm gương")
        assert text_of(desk.get(page_of(narrow))).count("Merge into another theme") == 1

        found = desk.get(address("merge", narrow), {"q": "neu guong"})
        shown = desk.get(address("merge", narrow), {"into": theme.pk})

        assert list(found.context["found"]) == [theme]
        assert "“làm gương” becomes part of “nêu gương”" in text_of(shown)
        assert "gương mẫu · làm gương" in text_of(shown)
        assert "1 article has “làm gương”. 1 of them gains “nêu gương”." in text_of(shown)
        assert not Theme.objects.exclude(merged_into=None).exists()

    def test_then_it_is_done_and_leads_to_the_other(self, desk: Client, theme: Theme) -> None:
        narrow = ThemeFactory(name="làm gương")

        page = desk.post(address("merge", narrow), {"into": theme.pk}, follow=True)

        assert page.redirect_chain[-1][0] == page_of(theme)
        assert "“làm gương” is part of “nêu gương” now." in text_of(page)
        assert AGAIN in page.content.decode()

    def test_the_merged_theme_leads_to_the_other(self, desk: Client, theme: Theme) -> None:
        narrow = ThemeFactory(name="làm gương")
        merge_themes(EditorFactory(last_name="Lò", first_name="Thị Mai"), narrow, theme)

        for place in (page_of(narrow), address("merge", narrow)):
            page = desk.get(place, follow=True)
            assert page.redirect_chain[-1][0] == page_of(theme)
        page = desk.get(page_of(narrow), follow=True)
        assert "“làm gương” was merged into this theme." in text_of(page)
        assert "Lò Thị Mai" in text_of(page)
        assert desk.post(page_of(narrow), typed(theme=theme)).status_code == 302

    def test_histories_tell_it(self, desk: Client, theme: Theme) -> None:
        narrow = ThemeFactory(name="làm gương")
        merge_themes(EditorFactory(), narrow, theme)

        for each in (narrow, theme):
            history = text_of(desk.get(address("history", each)))
            assert "Merge of themes added: làm gương → nêu gương" in history

    def test_it_is_split_off_again(self, desk: Client, theme: Theme) -> None:
        narrow = ThemeFactory(name="làm gương")
        merge_themes(EditorFactory(), narrow, theme)

        page = desk.post(address("split", narrow), follow=True)

        assert page.redirect_chain[-1][0] == page_of(narrow)
        assert "“làm gương” stands for itself again." in text_of(page)

    @pytest.mark.parametrize("into", ["", "x", "999999", "itself", "merged"])
    def test_what_is_no_other_theme_is_refused(self, desk: Client, theme: Theme, into: str) -> None:
        merged = ThemeFactory()
        merge_themes(EditorFactory(), merged, ThemeFactory())
        chosen = {"itself": str(theme.pk), "merged": str(merged.pk)}.get(into, into)

        for page in (
            desk.post(address("merge", theme), {"into": chosen}),
            desk.get(address("merge", theme), {"into": chosen}),
        ):
            assert "Choose another theme that stands." in text_of(page)
        assert "Choose a theme." in text_of(desk.post(address("merge", theme)))

    def test_a_narrower_one_is_refused_in_words(self, desk: Client, theme: Theme) -> None:
        below = create_theme(EditorFactory(), "hẹp hơn", parent=theme)

        page = desk.post(address("merge", theme), {"into": below.pk})

        assert "“hẹp hơn” is narrower than “nêu gương”" in text_of(page)

    def test_what_cannot_be_split_is_told(self, desk: Client, theme: Theme) -> None:
        page = desk.post(address("split", theme), follow=True)

        assert "The theme “nêu gương” is not merged." in text_of(page)
        assert desk.get(address("split", theme)).status_code == 405
        assert desk.post("/en/admin/articles/theme/999999/split/").status_code == 404

    def test_reviewers_neither_merge_nor_split(self, theme: Theme) -> None:
        reviewer, narrow = signed_in(ReviewerFactory()), ThemeFactory()
        merge_themes(EditorFactory(), narrow, theme)

        assert reviewer.get(address("merge", theme)).status_code == 403
        split = reviewer.post(address("split", narrow), follow=True)
        assert "Split off again" not in text_of(split)
        narrow.refresh_from_db()
        assert narrow.merged_into == theme


def test_a_theme_that_was_found_while_it_was_being_deleted_is_told_of(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = signed_in(PersonFactory(is_superuser=True))
    article = found_in("nêu gương")
    with finder_at_work():
        article.article_themes.all().delete()
    monkeypatch.setattr("articles.admin.themes.is_used", lambda _theme: False)  # a moment ago

    page = admin.post(address("delete", theme), {"post": "yes"}, follow=True)

    assert "“nêu gương” stands in articles, so it cannot be deleted." in text_of(page)


class TestList:
    def test_merged_themes_are_hidden_and_found_by_what_they_lead_to(
        self, desk: Client, theme: Theme
    ) -> None:
        merge_themes(EditorFactory(), ThemeFactory(name="làm gương"), theme)

        for words in ("", "lam guong"):
            page = desk.get(THEMES, {"q": words})
            assert [row.name for row in page.context["cl"].result_list] == ["nêu gương"]

    def test_the_articles_of_a_theme_are_found_by_its_former_name(
        self, desk: Client, theme: Theme
    ) -> None:
        narrow = ThemeFactory(name="làm gương")
        article = found_in("làm gương")
        merge_themes(EditorFactory(), narrow, theme)

        page = desk.get("/en/admin/articles/article/", {"theme": "làm gương"})

        assert list(page.context["cl"].result_list) == [article]

    def test_no_picker_offers_a_merged_theme(self, desk: Client, theme: Theme) -> None:
        merge_themes(EditorFactory(), ThemeFactory(name="làm gương"), theme)
        for model, field in (("articletheme", "tag"), ("theme", "parent")):
            said = {"app_label": "articles", "model_name": model, "field_name": field}
            offered = desk.get("/en/admin/autocomplete/", said | {"term": "guong"}).json()
            assert [row["text"] for row in offered["results"]] == ["nêu gương"]


def test_a_page_that_was_open_while_its_theme_was_merged_takes_nothing_from_the_article(
    desk: Client, theme: Theme
) -> None:
    narrow = ThemeFactory(name="làm gương")
    article = found_in("làm gương")
    place = reverse("admin:articles_article_change", args=[article.pk])
    form = desk.get(place).context["adminform"].form
    merge_themes(EditorFactory(), narrow, theme)

    sent = {"title": article.title, "themes": [str(narrow.pk)], "seen": form.carried}
    answer = desk.post(place, sent)

    assert answer.status_code == 302
    find_themes_again(article.pk)
    rows = article.article_themes.values_list("tag__name", "source")
    assert list(rows) == [("nêu gương", "finder")]


def test_the_boxes_that_remove_spellings_have_names(desk: Client, theme: Theme) -> None:
    add_spelling(EditorFactory(), theme, "làm gương")
    page = desk.get(page_of(theme)).content.decode()
    assert re.search(r'name="spellings-0-DELETE"[^>]*aria-label="Remove this spelling"', page)


class TestOrders:
    @pytest.fixture(autouse=True)
    def few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(theme_orders, "MOST_AT_ONCE", 1)
        monkeypatch.setattr("celery.current_app.send_task", lambda *_args, **_options: None)

    @pytest.fixture
    def other(self) -> Theme:
        other: Theme = ThemeFactory(name="làm gương")
        for number in range(2):
            found_in(f"Chi bộ {number} làm gương.")
        return other

    def test_a_big_merge_leads_to_how_it_goes_and_from_there_to_the_theme(
        self, desk: Client, theme: Theme, other: Theme
    ) -> None:
        page = desk.post(address("merge", other), {"into": theme.pk}, follow=True)
        assert "0 of 2 articles done" in text_of(page)
        for each in (theme, other):
            assert "A worker is merging this theme" in text_of(desk.get(page_of(each)))
        order = ThemeOrder.objects.get()

        theme_orders.run_order(order.pk)

        shown = address("order", order)
        live = desk.get(shown, headers={"HX-Request": "true"}).content.decode()
        assert "2 of 2 articles done" in live
        assert page_of(theme) in live
        assert "hx-get" not in live
        assert "A worker is merging" not in text_of(desk.get(page_of(theme)))

    def test_a_big_split_too(self, desk: Client, theme: Theme, other: Theme) -> None:
        merge_themes(EditorFactory(), other, theme)
        page = desk.post(address("split", other), follow=True)
        assert "is split off again" in text_of(page)
        theme_orders.run_order(ThemeOrder.objects.get().pk)
        assert other.article_themes.count() == 2

    def test_a_second_one_is_refused_in_words(
        self, desk: Client, theme: Theme, other: Theme
    ) -> None:
        for _ in range(2):
            page = desk.post(address("merge", other), {"into": theme.pk}, follow=True)
        assert "is being merged or split off already" in text_of(page)

    def test_why_it_was_not_done_is_said(self, desk: Client, theme: Theme, other: Theme) -> None:
        desk.post(address("merge", other), {"into": theme.pk})
        merge_themes(EditorFactory(), theme, ThemeFactory(name="đi trước"))
        order = ThemeOrder.objects.get()
        theme_orders.run_order(order.pk)
        page = text_of(desk.get(address("order", order)))
        assert "nothing has changed" in page
        assert "was merged into “đi trước”" in page

    def test_only_whoever_may_look_at_themes_sees_it(
        self, desk: Client, theme: Theme, other: Theme
    ) -> None:
        desk.post(address("merge", other), {"into": theme.pk})
        shown = address("order", ThemeOrder.objects.get())
        assert signed_in(ReviewerFactory()).get(shown).status_code == 200
        assert signed_in(PersonFactory(is_staff=True)).get(shown).status_code == 403
        assert desk.get(shown.replace("/orders/", "/orders/9")).status_code == 404
