"""One theme becomes part of another, and nothing that people said is lost."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from articles.actions.loading import load_vocabulary
from articles.actions.rereading import find_themes_again
from articles.actions.saving import save_mentions
from articles.actions.theme_merging import merge_themes
from articles.actions.themes import finder_at_work, tag_articles, untag_articles
from articles.actions.vocabulary import (
    add_spelling,
    create_theme,
    delete_theme,
    describe_theme,
    remove_spelling,
    rename_theme,
)
from articles.finding import Mention as FoundMention
from articles.models import Article, ArticleTheme, Mention, Theme, ThemeDecision, ThemeMerge
from articles.queries.theme_merges import outlook
from articles.queries.themes import search_themes, with_counts
from articles.queries.vocabulary import desk_vocabulary
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from portal.queries.history import history_of
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


@pytest.fixture
def editor() -> User:
    person: User = EditorFactory(last_name="Lò", first_name="Thị Mai")
    return person


def found_in(body: str) -> Article:
    """Give an article with the themes that the desk's vocabulary finds in it."""
    article: Article = ArticleFactory(body=body)
    find_themes_again(article.pk)
    return article


def themes(article: Article) -> dict[str, str]:
    return dict(article.article_themes.values_list("tag__name", "source"))


def verdicts(article: Article) -> dict[str, tuple[str, str]]:
    rows = ThemeDecision.objects.filter(article=article)
    return {
        name: (verdict, who)
        for name, verdict, who in rows.values_list(
            "theme__name", "verdict", "decided_by__first_name"
        )
    }


def spellings(theme: Theme) -> list[str]:
    return sorted(theme.spellings.values_list("text", flat=True))


@pytest.fixture
def narrow() -> Theme:
    theme: Theme = ThemeFactory(name="làm gương", spellings=["gương mẫu"], slug="lam-guong")
    return theme


@pytest.fixture
def wide() -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương", spellings=["nêu cao gương"], slug="neu-guong")
    return theme


class TestWhatGoesOver:
    def test_the_spellings_go_over_and_the_theme_leads_on(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)

        narrow.refresh_from_db()
        assert narrow.merged_into == wide
        assert spellings(wide) == ["gương mẫu", "làm gương", "nêu cao gương", "nêu gương"]
        assert spellings(narrow) == []
        assert Theme.objects.named("LÀM GƯƠNG") == wide

    def test_what_was_found_stays_found_and_what_was_given_stays_given(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        found, given, both = found_in("Phải làm gương."), ArticleFactory(), ArticleFactory()
        find_themes_again(both.pk)
        tag_articles(editor, [given, both], [narrow])
        assert themes(both) == {"nêu gương": "finder", "làm gương": "person"}

        merge_themes(PersonFactory(is_superuser=True, first_name="Ai Khác"), narrow, wide)

        assert themes(found) == {"nêu gương": "finder"}
        assert themes(given) == themes(both) == {"nêu gương": "person"}
        assert verdicts(found) == {}
        assert verdicts(given) == verdicts(both) == {"nêu gương": ("confirmed", "Thị Mai")}

    def test_mentions_go_over_also_in_older_texts(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        article = found_in("Phải làm gương, nêu gương.")

        merge_themes(editor, narrow, wide)

        mentions = Mention.objects.filter(text__article=article).order_by("start")
        assert list(mentions.values_list("theme__name", "quote")) == [
            ("nêu gương", "làm gương"),
            ("nêu gương", "nêu gương"),
        ]
        assert find_themes_again(article.pk) == []

    def test_two_mentions_at_one_place_become_one(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        article = ArticleFactory(body="Phải nêu gương.")
        ids = {"a": narrow.pk, "b": wide.pk}
        save_mentions(article.text, [FoundMention(name, 5, 14, "r", 1) for name in ids], ids)

        merge_themes(editor, narrow, wide)

        assert Mention.objects.get().theme == wide

    def test_who_removed_it_and_when_is_kept_and_the_other_theme_leaves_too(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        article = found_in("Phải làm gương, nêu gương.")
        untag_articles(editor, [article], [narrow])
        decided_at = ThemeDecision.objects.get().decided_at

        merge_themes(EditorFactory(first_name="Ai Khác"), narrow, wide)
        find_themes_again(article.pk)

        assert themes(article) == {}
        assert verdicts(article) == {"nêu gương": ("removed", "Thị Mai")}
        assert ThemeDecision.objects.get().decided_at == decided_at

    def test_the_other_themes_own_decision_stands_before(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        kept, gone = found_in("làm gương, nêu gương"), found_in("làm gương, nêu gương")
        tag_articles(editor, [kept], [wide])
        untag_articles(editor, [kept], [narrow])
        tag_articles(editor, [gone], [narrow])
        untag_articles(editor, [gone], [wide])

        merge_themes(editor, narrow, wide)

        assert themes(kept) == {"nêu gương": "person"}
        assert themes(gone) == {}
        assert ThemeDecision.objects.get(article=kept, theme=wide).verdict == "confirmed"
        assert ThemeDecision.objects.get(article=gone, theme=wide).verdict == "removed"
        assert ThemeDecision.objects.count() == 4

    def test_narrower_themes_hang_under_the_other_one(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        below = create_theme(editor, "hẹp hơn", parent=narrow)
        describe_theme(editor, narrow, parent=wide, note="", excludes=[])

        merge_themes(editor, narrow, wide)

        below.refresh_from_db()
        wide.refresh_from_db()
        assert (below.parent, wide.parent) == (wide, None)

    def test_the_phrases_that_do_not_count_go_over(self, editor: User) -> None:
        theme = ThemeFactory(name="làm gương", excludes=["không làm gương", "làm gương soi"])
        into = ThemeFactory(name="nêu gương", excludes=["nêu gương xấu", "làm gương soi"])

        merge_themes(editor, theme, into)

        into.refresh_from_db()
        assert into.excludes == ["nêu gương xấu", "làm gương soi", "không làm gương"]

    def test_a_phrase_in_which_the_other_is_meant_is_given_up(self, editor: User) -> None:
        """Or neither would be found in it any more."""
        theme = ThemeFactory(
            name="diễn biến", excludes=["diễn biến hòa bình", "diễn biến thời tiết"]
        )
        into = ThemeFactory(name="diễn biến hòa bình", excludes=["phim diễn biến hòa bình"])
        article = found_in("chống diễn biến hòa bình")

        merge_themes(editor, theme, into)
        find_themes_again(article.pk)

        into.refresh_from_db()
        assert into.excludes == ["diễn biến thời tiết"]
        assert themes(article) == {"diễn biến hòa bình": "finder"}

    def test_what_was_merged_before_leads_to_the_last(self, editor: User) -> None:
        one, two, three = ThemeFactory.create_batch(3)

        merge_themes(editor, one, two)
        merge_themes(editor, two, three)

        assert set(three.merged.all()) == {one, two}


class TestWhatIsRefused:
    def test_a_theme_is_not_merged_into_itself(self, editor: User, wide: Theme) -> None:
        with pytest.raises(Refused, match="into itself"):
            merge_themes(editor, wide, wide)

    def test_nor_into_a_narrower_one(self, editor: User, wide: Theme) -> None:
        between = create_theme(editor, "giữa", parent=wide)
        below = create_theme(editor, "dưới", parent=between)

        with pytest.raises(Refused, match="the other way round"):
            merge_themes(editor, wide, below)

        assert ThemeMerge.objects.count() == 0

    def test_nor_a_second_time(self, editor: User, narrow: Theme, wide: Theme) -> None:
        other = ThemeFactory()
        merge_themes(editor, narrow, wide)

        for theme, into in ((narrow, other), (other, narrow)):
            with pytest.raises(Refused, match="“làm gương” was merged into “nêu gương”"):
                merge_themes(editor, theme, into)

    def test_nor_one_that_is_gone(self, editor: User, narrow: Theme, wide: Theme) -> None:
        gone = Theme(pk=narrow.pk, name=narrow.name)
        delete_theme(PersonFactory(is_superuser=True), narrow)

        with pytest.raises(Refused, match="was deleted meanwhile"):
            merge_themes(editor, gone, wide)

    def test_reviewers_do_not_merge(self, narrow: Theme, wide: Theme) -> None:
        with pytest.raises(NotAllowed):
            merge_themes(ReviewerFactory(), narrow, wide)

    def test_a_merged_theme_is_left_alone(self, editor: User, narrow: Theme, wide: Theme) -> None:
        spelling = narrow.spellings.first()
        assert spelling
        merge_themes(editor, narrow, wide)

        for refused in (
            lambda: rename_theme(editor, narrow, "mới"),
            lambda: add_spelling(editor, narrow, "mới"),
            lambda: remove_spelling(editor, spelling),
            lambda: describe_theme(editor, narrow, parent=None, note="", excludes=[]),
            lambda: describe_theme(editor, wide, parent=narrow, note="", excludes=[]),
            lambda: create_theme(editor, "mới", parent=narrow),
            lambda: delete_theme(PersonFactory(is_superuser=True), narrow),
        ):
            with pytest.raises(Refused, match="“làm gương” was merged into “nêu gương”"):
                refused()

    def test_a_theme_that_took_another_in_is_never_deleted(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)

        with pytest.raises(Refused):
            delete_theme(PersonFactory(is_superuser=True), wide)


class TestAfterwards:
    def test_it_shows_in_no_list_and_no_vocabulary(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)

        assert list(search_themes(Theme.objects.all(), "")) == [wide]
        assert list(search_themes(Theme.objects.all(), "lam guong")) == [wide]
        assert desk_vocabulary().themes == {"nêu gương": wide.pk}

    def test_it_counts_each_article_once(self, editor: User, narrow: Theme, wide: Theme) -> None:
        found_in("làm gương, nêu gương")
        found_in("làm gương")
        merge_themes(editor, narrow, wide)

        (row,) = with_counts(Theme.objects.standing())
        assert getattr(row, "articles_count") == 2  # noqa: B009  (an annotation)

    def test_a_seed_that_names_it_does_not_revive_it(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)
        rows: list[dict[str, Any]] = [
            {"name": "làm gương", "spellings": ["gương sáng"], "parent": "Xây dựng Đảng"},
            {"name": "Xây dựng Đảng"},
        ]

        loaded = load_vocabulary(rows)

        wide.refresh_from_db()
        assert (loaded.themes_made, loaded.spellings_added) == (1, 1)
        assert Theme.objects.named("gương sáng") == wide
        assert wide.parent is None

    def test_nor_where_its_name_is_no_spelling_any_more(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)
        remove_spelling(editor, wide.spellings.get(text="làm gương"))

        load_vocabulary([{"name": "Làm gương", "spellings": ["gương sáng"]}])

        assert Theme.objects.count() == 2
        assert Theme.objects.named("gương sáng") == wide

    def test_the_other_may_take_its_name(self, editor: User, narrow: Theme, wide: Theme) -> None:
        merge_themes(editor, narrow, wide)

        renamed = rename_theme(editor, wide, "Làm gương")

        assert (renamed.name, renamed.slug) == ("Làm gương", "neu-guong")

    def test_a_new_theme_may_take_its_name_when_that_is_free(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        merge_themes(editor, narrow, wide)
        remove_spelling(editor, wide.spellings.get(text="làm gương"))

        made = create_theme(editor, "Làm gương")

        assert made != narrow
        assert made.slug != narrow.slug

    def test_who_gives_or_finds_it_gives_or_finds_the_other(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        given, found = ArticleFactory(body="một"), ArticleFactory(body="hai")
        merge_themes(editor, narrow, wide)

        given.themes.add(narrow)
        ArticleTheme.objects.create(content_object=found, tag=narrow, source="finder")
        Mention.objects.create(
            text=found.text, theme=narrow, start=0, end=3, quote="hai", rule="r", confidence=1
        )

        assert themes(given) == {"nêu gương": "person"}
        assert themes(found) == {"nêu gương": "finder"}
        assert Mention.objects.get().theme == wide

    def test_what_people_removed_of_the_other_is_heeded_then(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        article = found_in("nêu gương")
        untag_articles(editor, [article], [wide])
        merge_themes(editor, narrow, wide)

        ArticleTheme.objects.bulk_create(
            [ArticleTheme(content_object=article, tag=narrow, source="finder")],
            ignore_conflicts=True,
        )

        assert themes(article) == {}

    def test_no_theme_is_merged_into_a_merged_one_past_the_action(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        other = ThemeFactory()
        merge_themes(editor, narrow, wide)

        for theme, into in ((other, narrow), (wide, other), (other, other)):
            with pytest.raises(IntegrityError), transaction.atomic():
                Theme.objects.filter(pk=theme.pk).update(merged_into=into)

    def test_the_finder_takes_nothing_from_people_by_it(
        self, editor: User, narrow: Theme, wide: Theme
    ) -> None:
        article = ArticleFactory(body="một")
        tag_articles(editor, [article], [narrow])
        merge_themes(editor, narrow, wide)

        with finder_at_work():
            article.article_themes.all().delete()

        assert themes(article) == {"nêu gương": "person"}

    def test_the_history_of_both_tells_it(self, editor: User, narrow: Theme, wide: Theme) -> None:
        merge_themes(editor, narrow, wide)
        connection.check_constraints()

        for theme in (narrow, wide):
            theme.refresh_from_db()
            told = [
                (str(happening.of), happening.person)
                for happening in history_of(theme, None)
                if happening.model is ThemeMerge
            ]
            assert told == [("làm gương → nêu gương", editor)]


def test_the_outlook_says_what_a_merge_would_do(editor: User, narrow: Theme, wide: Theme) -> None:
    below = create_theme(editor, "hẹp hơn", parent=narrow)
    gaining, both = found_in("làm gương"), found_in("làm gương, nêu gương")
    losing, without = found_in("làm gương, nêu gương"), found_in("làm gương, nêu gương")
    untag_articles(editor, [losing], [narrow])
    untag_articles(editor, [without], [wide])

    told = outlook(narrow, wide)
    merge_themes(editor, narrow, wide)

    assert (told.spellings, told.narrower) == (["gương mẫu", "làm gương"], [below])
    assert (told.articles, told.gaining, told.losing, told.kept_without) == (3, 1, 1, 1)
    assert themes(gaining) == themes(both) == {"nêu gương": "finder"}
    assert themes(losing) == themes(without) == {}
