"""Before words of a theme are saved, an editor sees which articles would gain and lose it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.actions.rereading import find_themes_again
from articles.actions.themes import tag_articles, untag_articles
from articles.actions.vocabulary import add_spelling, describe_theme
from articles.models import Article, Theme
from articles.queries import theme_preview
from articles.queries.theme_preview import NEW, Effect, preview
from articles.queries.vocabulary import Words
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db


def found_in(body: str) -> Article:
    article: Article = ArticleFactory(body=body)
    find_themes_again(article.pk)
    return article


def words(theme: Theme, *spellings: str, excludes: list[str] | None = None) -> Words:
    return Words(theme.name, list(spellings), excludes or [])


def gained(effect: Effect) -> list[int]:
    return sorted(row.number for row in effect.gained)


def lost(effect: Effect) -> list[int]:
    return sorted(row.number for row in effect.lost)


@pytest.fixture
def theme() -> Theme:
    made: Theme = ThemeFactory(name="nêu gương")
    return made


def test_a_new_spelling_gains_the_articles_in_which_it_stands(theme: Theme) -> None:
    article = found_in("Cán bộ phải làm\ngương, LÀM GƯƠNG.")
    found_in("Cán bộ lam guong.")
    found_in("Cán bộ nêu gương.")

    told = preview(theme.pk, words(theme, "làm gương"))

    assert gained(told.effect) == [article.pk]
    (row,) = told.effect.gained
    assert (row.title, row.places) == (article.title, 2)
    assert row.quote == ("Cán bộ phải ", "làm gương", ", LÀM GƯƠNG.")
    assert (told.phrases, told.others, told.complete) == (["làm gương"], [], True)


def test_a_spelling_that_is_taken_out_loses_what_only_it_found(theme: Theme) -> None:
    add_spelling(EditorFactory(), theme, "làm gương")
    article = found_in("làm gương")
    found_in("làm gương, nêu gương")

    told = preview(theme.pk, words(theme))

    assert lost(told.effect) == [article.pk]
    assert told.effect.kept == 1


def test_an_excluded_phrase_loses_and_one_that_is_taken_out_gains(theme: Theme) -> None:
    article = found_in("không nêu gương")

    assert lost(preview(theme.pk, words(theme, excludes=["không nêu gương"])).effect) == [
        article.pk
    ]

    describe_theme(EditorFactory(), theme, parent=None, note="", excludes=["không nêu gương"])
    find_themes_again(article.pk)
    assert gained(preview(theme.pk, words(theme)).effect) == [article.pk]


def test_a_theme_that_is_still_to_be_made_is_shown_too() -> None:
    article = found_in("làm gương")

    told = preview(NEW, Words("làm gương", [], []))

    assert (told.effect.name, gained(told.effect)) == ("làm gương", [article.pk])


def test_a_longer_spelling_takes_words_from_another_theme(theme: Theme) -> None:
    other = ThemeFactory(name="trách nhiệm")
    both, only = found_in("trách nhiệm nêu gương; nêu gương"), found_in("Trách nhiệm nêu gương")

    told = preview(other.pk, words(other, "trách nhiệm nêu gương"))

    assert told.effect.kept == 2
    (effect,) = told.others
    assert (effect.name, lost(effect), effect.kept) == ("nêu gương", [only.pk], 1)
    assert both.pk not in lost(effect)


def test_words_that_are_given_up_go_to_another_theme(theme: Theme) -> None:
    other = ThemeFactory(name="trách nhiệm", spellings=["trách nhiệm nêu gương"])
    article = found_in("trách nhiệm nêu gương")

    told = preview(other.pk, words(other))

    (effect,) = told.others
    assert (effect.name, gained(effect)) == ("nêu gương", [article.pk])


def test_what_people_said_stays_and_is_counted(theme: Theme) -> None:
    editor = EditorFactory()
    removed, confirmed, given = found_in("một nêu gương"), found_in("hai nêu gương"), found_in("ba")
    untag_articles(editor, [removed], [theme])
    tag_articles(editor, [confirmed, given], [theme])
    fresh = found_in("bốn làm gương")
    for body in ("năm làm gương", "sáu làm gương"):
        untag_articles(editor, [tagged(found_in(body), theme)], [theme])
    tag_articles(editor, [found_in("bảy làm gương")], [theme])

    more = preview(theme.pk, words(theme, "làm gương")).effect
    fewer = preview(theme.pk, words(theme, excludes=["hai nêu gương", "một nêu gương"])).effect

    assert (gained(more), more.refused, more.kept) == ([fresh.pk], 2, 1)
    assert (lost(fewer), fewer.confirmed) == ([], 1)


def tagged(article: Article, theme: Theme) -> Article:
    tag_articles(EditorFactory(), [article], [theme])
    return article


def test_nothing_changes_by_another_way_to_write_the_same(theme: Theme) -> None:
    found_in("nêu gương")

    told = preview(theme.pk, words(theme, "NÊU  GƯƠNG", "“nêu gương”"))

    assert (told.phrases, told.effect, told.others) == ([], Effect("nêu gương"), [])


def test_it_tells_what_finding_again_then_does(theme: Theme) -> None:
    other = ThemeFactory(name="gương sáng", spellings=["gương"])
    bodies = [
        "nêu gương sáng",
        "gương sáng",
        "cái gương",
        "nêu cao gương sáng",
        "nêu",
        "sáng.Gương",
    ]
    for number, body in enumerate(bodies):
        found_in(f"{body} {number}")
    told = preview(theme.pk, words(theme, "nêu gương sáng", "nêu cao gương"))
    before = themes_of_articles()

    for spelling in ("nêu gương sáng", "nêu cao gương"):
        add_spelling(EditorFactory(), theme, spelling)
    for article in Article.objects.all():
        find_themes_again(article.pk)

    after = themes_of_articles()
    assert told.complete
    (effect,) = told.others
    for each, shown in ((theme, told.effect), (other, effect)):
        assert gained(shown) == sorted(n for n, t in after - before if t == each.pk)
        assert lost(shown) == sorted(n for n, t in before - after if t == each.pk)


def themes_of_articles() -> set[tuple[int, int]]:
    return set(
        Article.objects.exclude(article_themes=None).values_list("pk", "article_themes__tag")
    )


@pytest.mark.parametrize(
    ("spelling", "body"),
    [
        ("tự chuyển hóa", "Chống tự chuyển hoá."),
        ("tự chuyển hóa", "Chống “tự chuyển hóa”.Dự hội nghị có"),
        ("kinh tế - xã hội", "Phát triển kinh tế-xã hội."),
        ("kinh tế-xã hội", "Phát triển kinh tế – xã hội."),
        ("cách mạng 4.0", "Trong cách mạng 4.0, ai cũng học."),
        ("30-4", "Ngày 30-4 năm ấy."),
        ("đảng", "Đảng"),
        ("Nghị quyết 09-NQ/TU", "Theo Nghị quyết 09-NQ/TU."),
        ("A", "nhóm A"),
    ],
)
def test_search_finds_the_candidates_that_the_matcher_takes(spelling: str, body: str) -> None:
    article = found_in(body)

    assert gained(preview(NEW, Words(spelling, [], [])).effect) == [article.pk]


@pytest.mark.parametrize("text", ["", "…", "“”"])
def test_words_that_find_nothing_change_nothing(theme: Theme, text: str) -> None:
    assert preview(theme.pk, words(theme, text, excludes=[text])).phrases == []


def test_counting_ends_at_a_bound(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        found_in(f"làm gương {number}")
    monkeypatch.setattr(theme_preview, "MOST_COUNTED", 3)
    told = preview(theme.pk, words(theme, "làm gương"))
    assert (len(told.effect.gained), told.complete) == (4, False)

    monkeypatch.setattr(theme_preview, "MOST_COUNTED", 6)
    monkeypatch.setattr(theme_preview, "MOST_LOOKED_AT", 2)
    told = preview(theme.pk, words(theme, "làm gương"))
    assert (len(told.effect.gained), told.complete) == (2, False)

    monkeypatch.setattr(theme_preview, "MOST_LOOKED_AT", 6)
    told = preview(theme.pk, words(theme, "làm gương"))
    assert (len(told.effect.gained), told.complete) == (6, True)


@pytest.mark.parametrize("number", [3, 12])
def test_it_costs_the_same_queries_for_any_number_of_articles(
    theme: Theme, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        found_in(f"làm gương, nêu gương {place}")

    with django_assert_num_queries(4):
        told = preview(theme.pk, words(theme, "làm gương"))

    assert told.effect.kept == number
