"""Merges, and what others save at the same instant."""

import threading
from collections.abc import Callable
from functools import partial

import pytest

from articles.actions.locks import again_after_deadlock
from articles.actions.rereading import find_themes_again
from articles.actions.saving import save_article
from articles.actions.theme_merging import merge_themes
from articles.actions.themes import tag_articles, untag_articles
from articles.actions.vocabulary import create_theme, delete_theme, describe_theme
from articles.finding import find
from articles.models import Article, Mention, Theme, ThemeDecision
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import read
from articles.refusal import Refused
from tests.articles.factories import ArticleFactory, OriginalFactory, ThemeFactory
from tests.articles.texts import page
from tests.at_once import at_once, one_behind_the_other
from tests.factories import EditorFactory, PersonFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def narrow() -> Theme:
    theme: Theme = ThemeFactory(name="làm gương")
    return theme


@pytest.fixture
def wide() -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương")
    return theme


def merging(theme: Theme, into: Theme) -> Callable[[], Theme]:
    person = EditorFactory()
    return lambda: merge_themes(person, theme, into)


def importing(body: str) -> Callable[[], object]:
    """Read and find now, with the vocabulary of now; save when told to."""
    original, desk = OriginalFactory(), desk_vocabulary()
    draft = read(page(body=body).encode(), name="bai.txt")
    findings = find(draft.body, desk.vocabulary)
    assert "làm gương" in {mention.theme for mention in findings.mentions}
    return lambda: save_article(original, draft, findings, desk.themes, created_by_id=None)


def themes(article: Article) -> list[str]:
    return sorted(theme.name for theme in article.themes.all())


BODY = "Chi bộ nào cũng có người làm gương cho cả bản, việc khó có người nhận."


def test_an_import_that_is_saved_first_is_taken_along(narrow: Theme, wide: Theme) -> None:
    assert one_behind_the_other(importing(BODY), merging(narrow, wide)) == [None, None]

    assert "nêu gương" in themes(Article.objects.get())
    assert set(Mention.objects.values_list("theme__name", flat=True)) == {"nêu gương"}


def test_an_import_that_is_saved_after_follows(narrow: Theme, wide: Theme) -> None:
    assert one_behind_the_other(merging(narrow, wide), importing(BODY)) == [None, None]

    assert "nêu gương" in themes(Article.objects.get())
    assert set(Mention.objects.values_list("theme__name", flat=True)) == {"nêu gương"}


def test_a_re_reading_with_the_vocabulary_of_before_keeps_what_it_finds(
    narrow: Theme, wide: Theme
) -> None:
    article = ArticleFactory(body="Phải làm gương.")

    results = one_behind_the_other(merging(narrow, wide), lambda: find_themes_again(article.pk))

    assert results == [None, None]
    assert themes(article) == ["nêu gương"]


def test_a_person_who_gives_it_gives_the_other(narrow: Theme, wide: Theme) -> None:
    article, editor = ArticleFactory(), EditorFactory()

    results = one_behind_the_other(
        merging(narrow, wide), lambda: tag_articles(editor, [article], [narrow])
    )

    assert results == [None, None]
    assert themes(article) == ["nêu gương"]
    assert ThemeDecision.objects.get().decided_by == editor


def test_a_person_who_removes_it_removes_the_other(narrow: Theme, wide: Theme) -> None:
    article, editor = ArticleFactory(body="làm gương"), EditorFactory()
    find_themes_again(article.pk)

    results = one_behind_the_other(
        merging(narrow, wide), lambda: untag_articles(editor, [article], [narrow])
    )

    assert results == [None, None]
    assert themes(article) == []


def test_a_person_who_removes_it_first_is_heeded(narrow: Theme, wide: Theme) -> None:
    article, editor = ArticleFactory(body="làm gương"), EditorFactory()
    find_themes_again(article.pk)

    results = one_behind_the_other(
        lambda: untag_articles(editor, [article], [narrow]), merging(narrow, wide)
    )

    assert results == [None, None]
    assert themes(article) == []
    decision = ThemeDecision.objects.get()
    assert (decision.theme, decision.verdict) == (wide, "removed")


def test_two_themes_are_not_merged_into_each_other(narrow: Theme, wide: Theme) -> None:
    merged, refused = one_behind_the_other(merging(narrow, wide), merging(wide, narrow))

    assert merged is None
    assert isinstance(refused, Refused)
    assert "was merged into" in str(refused)


def test_one_that_is_being_merged_on_takes_in_no_other(narrow: Theme, wide: Theme) -> None:
    other = ThemeFactory()
    results = one_behind_the_other(merging(narrow, wide), merging(other, narrow))

    assert results[0] is None
    assert isinstance(results[1], Refused)
    other.refresh_from_db()
    assert other.merged_into is None


def test_chains_that_are_made_at_once_lead_to_the_last(narrow: Theme, wide: Theme) -> None:
    other = ThemeFactory()

    assert one_behind_the_other(merging(other, narrow), merging(narrow, wide)) == [None, None]

    assert set(wide.merged.all()) == {other, narrow}


def test_both_find_articles_of_each_other_without_a_deadlock(narrow: Theme, wide: Theme) -> None:
    other, last = ThemeFactory(), ThemeFactory()
    orders: list[list[Theme]] = [[narrow, other], [other, narrow]]
    for given in orders:
        tag_articles(EditorFactory(), ArticleFactory.create_batch(3), given)

    assert one_behind_the_other(merging(narrow, wide), merging(other, last)) == [None, None]


def test_who_is_stopped_in_a_deadlock_tries_again(narrow: Theme, wide: Theme) -> None:
    attempts: list[Theme] = []

    def locking(first: Theme, second: Theme) -> Callable[[threading.Barrier], object]:
        def lock(barrier: threading.Barrier) -> None:
            Theme.objects.select_for_update().get(pk=first.pk)
            attempts.append(first)
            if attempts.count(first) == 1:
                barrier.wait()
            Theme.objects.select_for_update().get(pk=second.pk)

        return again_after_deadlock(lock)

    assert at_once(locking(narrow, wide), locking(wide, narrow)) == [None, None]
    assert len(attempts) == 3


def test_a_broader_theme_that_is_deleted_at_that_moment_is_told_of() -> None:
    below, editor, admin = ThemeFactory(), EditorFactory(), PersonFactory(is_superuser=True)

    def filing(top: Theme) -> object:
        return describe_theme(editor, below, parent=top, note="", excludes=[])

    def making(top: Theme) -> object:
        return create_theme(editor, "mới", parent=top)

    for file in (filing, making):
        top = ThemeFactory()
        deleted, told = one_behind_the_other(partial(delete_theme, admin, top), partial(file, top))
        assert deleted is None
        assert isinstance(told, Refused)
        assert "was deleted meanwhile" in str(told)


def test_a_theme_that_is_deleted_after_another_was_filed_under_it_lets_it_go() -> None:
    top, below, editor = ThemeFactory(), ThemeFactory(), EditorFactory()
    admin = PersonFactory(is_superuser=True)

    results = one_behind_the_other(
        lambda: describe_theme(editor, below, parent=top, note="", excludes=[]),
        lambda: delete_theme(admin, top),
    )

    assert results == [None, None]
    below.refresh_from_db()
    assert below.parent is None


def test_a_theme_that_an_import_has_just_found_is_not_deleted(narrow: Theme) -> None:
    admin = PersonFactory(is_superuser=True)

    saved, told = one_behind_the_other(importing(BODY), lambda: delete_theme(admin, narrow))

    assert saved is None
    assert isinstance(told, Refused)
