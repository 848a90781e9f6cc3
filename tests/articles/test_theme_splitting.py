"""A merged theme is split off again, and everybody's word goes where it was said."""

import pytest

from articles.actions.rereading import find_themes_again
from articles.actions.theme_merging import merge_themes
from articles.actions.theme_splitting import split_theme
from articles.actions.themes import tag_articles, untag_articles
from articles.actions.vocabulary import (
    add_spelling,
    create_theme,
    describe_theme,
    remove_spelling,
    rename_theme,
)
from articles.models import (
    Article,
    ArticleTheme,
    Mention,
    Theme,
    ThemeDecision,
    ThemeMerge,
    ThemeSpelling,
)
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.articles.test_theme_merging import found_in, spellings, themes, verdicts
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


@pytest.fixture
def editor() -> User:
    person: User = EditorFactory(last_name="Lò", first_name="Thị Mai")
    return person


@pytest.fixture
def narrow() -> Theme:
    theme: Theme = ThemeFactory(
        name="làm gương", spellings=["gương mẫu"], excludes=["không làm gương"]
    )
    return theme


@pytest.fixture
def wide() -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương", excludes=["bị làm gương"])
    return theme


def everything() -> list[object]:
    """What the desk knows, but for who merged what."""
    kept = [
        (Theme, ["name", "parent", "excludes", "merged_into"]),
        (ThemeSpelling, ["key", "theme"]),
        (ArticleTheme, ["content_object", "tag", "source"]),
        (Mention, ["text", "theme", "start"]),
        (ThemeDecision, ["article", "theme", "verdict", "decided_by", "decided_at"]),
    ]
    return [sorted(map(str, model._default_manager.values_list(*fields))) for model, fields in kept]


def test_merged_and_split_again_everything_is_as_it_was(
    editor: User, narrow: Theme, wide: Theme
) -> None:
    create_theme(editor, "dưới", parent=narrow)
    describe_theme(editor, narrow, parent=wide, note="x", excludes=narrow.excludes)
    bodies = ["làm gương", "gương mẫu, nêu gương", "nêu gương", "khác"]
    for given in ([], [narrow], [wide], [narrow, wide]):
        for taken in ([], [narrow], [wide], [narrow, wide]):
            for body in bodies:
                article = found_in(f"{body} {Article.objects.count()}")
                tag_articles(editor, [article], given)
                untag_articles(editor, [article], taken)
    before = everything()

    merge_themes(EditorFactory(), narrow, wide)
    assert everything() != before
    split_theme(EditorFactory(), narrow)

    assert everything() == before


def test_chains_come_apart_in_any_order(editor: User) -> None:
    names = ["một", "hai", "ba"]
    one, two, three = (ThemeFactory(name=name) for name in names)
    for body in ("một", "hai", "ba", "một hai", "hai ba", "một hai ba"):
        untag_articles(editor, [found_in(body)], [])
    tag_articles(editor, [ArticleFactory()], [one])
    untag_articles(editor, [found_in("một, hai, ba")], [one])
    untag_articles(editor, [found_in("một; hai; ba")], [two])
    before = everything()

    for first, second in ((one, two), (two, one)):
        merge_themes(editor, one, two)
        merge_themes(editor, two, three)
        split_theme(editor, first)
        split_theme(editor, second)
        assert everything() == before

    assert ThemeMerge.objects.exclude(split_at=None).count() == 4


def test_what_was_merged_before_leads_there_again(editor: User) -> None:
    one, two, three = ThemeFactory.create_batch(3)
    merge_themes(editor, one, two)
    merge_themes(editor, two, three)

    split_theme(editor, two)

    one.refresh_from_db()
    assert one.merged_into == two
    assert set(spellings(two)) == {one.name, two.name}


@pytest.mark.django_db(transaction=True)
def test_what_people_said_of_both_meanwhile_stays(editor: User, narrow: Theme, wide: Theme) -> None:
    kept, gone, changed = (found_in(f"làm gương {number}") for number in range(3))
    tag_articles(editor, [changed], [narrow])
    merge_themes(editor, narrow, wide)
    tag_articles(editor, [kept], [wide])
    untag_articles(editor, [gone, changed], [wide])

    split_theme(editor, narrow)
    for article in (kept, gone, changed):
        find_themes_again(article.pk)

    assert themes(kept) == {"nêu gương": "person", "làm gương": "finder"}
    assert themes(gone) == themes(changed) == {}
    assert set(verdicts(gone)) == {"nêu gương", "làm gương"}
    times = ThemeDecision.objects.filter(article=gone).values_list("decided_at", flat=True)
    assert len(set(times)) == 1


def test_spellings_that_came_meanwhile_stay(editor: User, narrow: Theme, wide: Theme) -> None:
    merge_themes(editor, narrow, wide)
    add_spelling(editor, wide, "gương sáng")
    remove_spelling(editor, wide.spellings.get(text="gương mẫu"))

    split_theme(editor, narrow)

    assert spellings(wide) == ["gương sáng", "nêu gương"]
    assert spellings(narrow) == ["làm gương"]


def test_its_own_name_comes_back_though_it_was_taken_out(
    editor: User, narrow: Theme, wide: Theme
) -> None:
    merge_themes(editor, narrow, wide)
    remove_spelling(editor, wide.spellings.get(text="làm gương"))

    split_theme(editor, narrow)

    assert spellings(narrow) == ["gương mẫu", "làm gương"]


def test_not_while_another_theme_has_its_name(editor: User, narrow: Theme, wide: Theme) -> None:
    merge_themes(editor, narrow, wide)
    rename_theme(editor, wide, "Làm gương")
    with pytest.raises(Refused, match="rename that one first"):
        split_theme(editor, narrow)

    rename_theme(editor, wide, "Nêu gương")
    remove_spelling(editor, wide.spellings.get(key="làm gương"))
    create_theme(editor, "làm gương")
    with pytest.raises(Refused, match="already belongs to the theme “làm gương”"):
        split_theme(editor, narrow)

    narrow.refresh_from_db()
    assert narrow.merged_into == wide


def test_no_circle_comes_of_it(editor: User, narrow: Theme, wide: Theme) -> None:
    top, below = ThemeFactory(), create_theme(editor, "dưới", parent=narrow)
    describe_theme(editor, narrow, parent=top, note="", excludes=[])
    merge_themes(editor, narrow, wide)
    describe_theme(editor, top, parent=below, note="", excludes=[])

    split_theme(editor, narrow)

    narrow.refresh_from_db()
    below.refresh_from_db()
    assert (narrow.parent, below.parent) == (None, narrow)


def test_a_theme_that_is_not_merged_is_not_split(editor: User, wide: Theme) -> None:
    with pytest.raises(Refused, match="is not merged"):
        split_theme(editor, wide)


def test_reviewers_do_not_split(editor: User, narrow: Theme, wide: Theme) -> None:
    merge_themes(editor, narrow, wide)

    with pytest.raises(NotAllowed):
        split_theme(ReviewerFactory(), narrow)
