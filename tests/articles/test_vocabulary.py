"""People make, rename and describe themes; a file may bring many at once."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.actions.loading import load_vocabulary
from articles.actions.vocabulary import (
    add_spelling,
    create_theme,
    delete_theme,
    describe_theme,
    remove_spelling,
    rename_theme,
)
from articles.models import Theme
from articles.refusal import NotAllowed, Refused
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = pytest.mark.django_db


def spellings(theme: Theme) -> list[str]:
    return sorted(theme.spellings.values_list("text", flat=True))


def test_an_editor_makes_a_theme() -> None:
    parent = ThemeFactory()

    theme = create_theme(
        EditorFactory(), "  Nêu   gương ", parent=parent, note=" x ", excludes=["a", " a", ""]
    )

    assert (theme.name, theme.slug, theme.parent) == ("Nêu gương", "neu-guong", parent)
    assert (theme.note, theme.excludes) == ("x", ["a"])
    assert spellings(theme) == ["Nêu gương"]


def test_a_theme_is_not_made_twice_under_another_spelling() -> None:
    ThemeFactory(name="Hoà bình", spellings=["không chiến tranh"])

    for name in ("HÒA BÌNH", "Không chiến tranh"):
        with pytest.raises(Refused, match="Hoà bình"):
            create_theme(EditorFactory(), name)

    assert Theme.objects.count() == 1


@pytest.mark.parametrize("name", ["", " … ", "a" * 101])
def test_a_name_has_letters_and_an_end(name: str) -> None:
    with pytest.raises(Refused):
        create_theme(EditorFactory(), name)


@pytest.mark.parametrize("name", ["a" * 100, "ă" * 49 + " " + "đ" * 50, "a " * 49 + "ab"])
def test_the_longest_name_fits(name: str) -> None:
    theme = create_theme(EditorFactory(), name)
    renamed = rename_theme(EditorFactory(), theme, name.upper())

    assert (theme.name, renamed.name) == (name, name.upper())


def test_a_renamed_theme_keeps_its_old_name_as_a_spelling_and_its_address() -> None:
    old = ThemeFactory(name="nêu gương", slug="neu-guong")

    theme = rename_theme(EditorFactory(), old, "Trách nhiệm nêu gương")

    assert (theme.name, theme.slug) == ("Trách nhiệm nêu gương", "neu-guong")
    assert spellings(theme) == ["Trách nhiệm nêu gương", "nêu gương"]
    assert Theme.objects.named("NÊU GƯƠNG") == theme


def test_a_theme_may_change_its_capitals() -> None:
    theme = rename_theme(EditorFactory(), ThemeFactory(name="nêu gương"), "Nêu gương")

    assert theme.name == "Nêu gương"
    assert spellings(theme) == ["Nêu gương"]


def test_a_theme_cannot_take_the_name_of_another() -> None:
    ThemeFactory(name="Nêu gương")
    theme = ThemeFactory(name="đoàn kết")

    with pytest.raises(Refused, match="Nêu gương"):
        rename_theme(EditorFactory(), theme, "nêu gương")
    with pytest.raises(Refused, match="Nêu gương"):
        add_spelling(EditorFactory(), theme, "nêu gương")

    assert spellings(theme) == ["đoàn kết"]


def test_spellings_come_and_go_but_the_name_stays_one() -> None:
    theme, editor = ThemeFactory(name="đoàn kết"), EditorFactory()
    spelling = add_spelling(editor, theme, "chung sức")

    remove_spelling(editor, spelling)
    with pytest.raises(Refused):
        remove_spelling(editor, theme.spellings.get())

    assert spellings(theme) == ["đoàn kết"]


def test_a_theme_is_never_broader_than_itself() -> None:
    editor, top = EditorFactory(), ThemeFactory()
    below = create_theme(editor, "hẹp hơn", parent=top)

    for parent in (top, below):
        with pytest.raises(Refused):
            describe_theme(editor, top, parent=parent, note="", excludes=[])

    assert describe_theme(editor, top, parent=None, note="x", excludes=["y"]).note == "x"


def test_a_theme_that_stands_in_articles_is_not_deleted() -> None:
    admin, used, unused = PersonFactory(is_superuser=True), ThemeFactory(), ThemeFactory()
    article = ArticleFactory()
    article.themes.add(used)
    article.themes.clear()

    with pytest.raises(Refused):
        delete_theme(admin, used)
    delete_theme(admin, unused)

    assert list(Theme.objects.all()) == [used]


def test_reviewers_leave_the_vocabulary_alone() -> None:
    reviewer, theme = ReviewerFactory(), ThemeFactory()

    for refused in (
        lambda: create_theme(reviewer, "mới"),
        lambda: rename_theme(reviewer, theme, "mới"),
        lambda: describe_theme(reviewer, theme, parent=None, note="", excludes=[]),
        lambda: add_spelling(reviewer, theme, "mới"),
        lambda: remove_spelling(reviewer, theme.spellings.get()),
        lambda: delete_theme(EditorFactory(), theme),
    ):
        with pytest.raises(NotAllowed):
            refused()


ROWS = [
    {"name": "Nêu gương", "parent": "Xây dựng Đảng", "spellings": ["làm gương"], "note": "x"},
    {"name": "Xây dựng Đảng", "slug": "xay-dung", "excludes": ["xây dựng Đảng bộ"]},
]


def test_a_vocabulary_is_loaded_whole_and_a_second_time_changes_nothing() -> None:
    first = load_vocabulary(ROWS)
    second = load_vocabulary(ROWS)

    child, parent = Theme.objects.get(name="Nêu gương"), Theme.objects.get(slug="xay-dung")
    assert (first.themes_made, first.spellings_added, first.clashes) == (2, 1, [])
    assert (second.themes_made, second.spellings_added, second.clashes) == (0, 0, [])
    assert (child.parent, child.note, child.slug) == (parent, "x", "neu-guong")
    assert parent.excludes == ["xây dựng Đảng bộ"]
    assert spellings(child) == ["Nêu gương", "làm gương"]


def test_loading_leaves_what_people_wrote() -> None:
    theme = ThemeFactory(name="nêu gương", note="của người")

    load_vocabulary(ROWS)

    theme.refresh_from_db()
    assert (theme.name, theme.note) == ("nêu gương", "của người")
    assert spellings(theme) == ["làm gương", "nêu gương"]


def test_a_spelling_of_another_theme_is_left_out_and_told() -> None:
    ThemeFactory(name="làm gương")

    loaded = load_vocabulary(ROWS)

    assert loaded.clashes == ["làm gương"]
    assert Theme.objects.named("làm gương") == Theme.objects.get(name="làm gương")


def test_a_file_files_no_theme_under_itself() -> None:
    top = ThemeFactory(name="Xây dựng Đảng")
    middle = create_theme(EditorFactory(), "giữa", parent=ThemeFactory(name="Nêu gương"))
    Theme.objects.filter(pk=top.pk).update(parent=middle)

    loaded = load_vocabulary(ROWS)

    assert loaded.circles == ["Nêu gương"]
    assert Theme.objects.get(name="Nêu gương").parent is None


def test_a_file_that_goes_round_in_itself_is_filed_as_far_as_it_can_be() -> None:
    rows = [{"name": "một", "parent": "hai"}, {"name": "hai", "parent": "một"}]
    rows.append({"name": "ba", "parent": "ba"})

    loaded = load_vocabulary(rows)

    assert loaded.circles == ["hai", "ba"]
    assert Theme.objects.get(name="một").parent == Theme.objects.get(name="hai")


def test_the_starting_vocabulary_loads_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_themes", "seeds/themes.yaml")

    assert Theme.objects.named("tự chuyển hoá") == Theme.objects.named("Tự chuyển hóa")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("content", ["a: [", "- slug: x", "name: x", "\xff"])
def test_a_file_that_is_no_vocabulary_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "themes.yaml"
    file.write_text(content, encoding="latin-1")

    with pytest.raises(CommandError):
        call_command("load_themes", str(file))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file"):
        call_command("load_themes", str(tmp_path / "none.yaml"))
