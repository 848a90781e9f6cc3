"""What people said besides deciding comes back too: comments, and what they said of themes."""

import json
from typing import Any

import pytest

from articles.actions.themes import tag_articles, untag_articles
from articles.models import Article, ArticleTheme, ThemeDecision
from review.actions.comments import comment
from review.models import Comment, ExtractedTask, Notice
from tests.articles.factories import ThemeFactory
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import BODY, LINES, approve, found, found_again, task_in_article
from tests.review.test_bringing_in import brought, emptied, exported, kinds, resealed
from tests.review.voices import APPROVE, edits, says

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def the_task() -> ExtractedTask:
    return ExtractedTask.objects.exclude(state="retired").get()


def line() -> dict[str, Any]:
    first: dict[str, Any] = json.loads(exported().splitlines()[0])
    return first


def themes_of(article: Article) -> dict[str, str]:
    return dict(
        ArticleTheme.objects.filter(content_object=article).values_list("tag__name", "source")
    )


def test_comments_come_back_with_who_when_and_of_which_wording() -> None:
    task, person, lead = task_in_article(), ReviewerFactory(), LeadFactory()
    comment(person, task.pk, f"Xem giúp @{lead.get_username()}", "rà soát đội ngũ")
    edits(person, task, "Rà soát.")
    comment(lead, task.pk, "Được.")
    before = exported()
    Notice.objects.all().delete()
    emptied(task.article)

    assert kinds(brought(before)) == ["new"]

    assert exported() == before
    first, second = Comment.objects.filter(task=the_task())
    assert (first.version.number, second.version.number) == (1, 2)
    assert first.about == "rà soát đội ngũ"
    assert list(first.mentioned.all()) == [lead]
    assert not Notice.objects.filter(kind="mentioned").exists()
    assert kinds(brought(before)) == ["same"]


def test_what_was_only_talked_about_comes_back_too() -> None:
    task = task_in_article()
    comment(ReviewerFactory(), task.pk, "Có phải nhiệm vụ không?")
    before = exported()
    again = emptied(task.article)
    found_again(again, found(BODY, LINES[0], due="trước ngày 30/6/2022"))

    assert kinds(brought(before)) == ["new"]

    assert Comment.objects.get(task=the_task()).words == "Có phải nhiệm vụ không?"


def test_what_people_talk_about_here_stays_as_it_is() -> None:
    task = approve(task_in_article())
    before = exported()
    again = emptied(task.article)
    found_again(again, found(BODY, LINES[0]))
    comment(ReviewerFactory(), the_task().pk, "Đang bàn ở đây.")

    assert kinds(brought(before)) == ["refused"]


def test_a_comment_of_nobody_here_is_left_out_and_told() -> None:
    task, person = task_in_article(), ReviewerFactory()
    comment(person, task.pk, "Xem lại.")
    said = line()
    said["comments"][0]["person"] = "nguoila"
    emptied(task.article)

    [told] = brought(resealed(said))

    assert "1 comment is left out: nobody here is called “nguoila”." in told.message
    assert not Comment.objects.filter(task=the_task()).exists()


@pytest.mark.parametrize(
    "spoilt", [{"wording": 7}, {"words": " "}, {"made_at": None}, {"person": 3}]
)
def test_a_comment_that_cannot_be_refuses_the_row(spoilt: dict[str, Any]) -> None:
    task = task_in_article()
    comment(ReviewerFactory(), task.pk, "Xem lại.")
    said = line()
    said["comments"][0] |= spoilt
    emptied(task.article)

    assert kinds(brought(resealed(said))) == ["refused"]


def test_who_wrote_the_file_themselves_puts_words_in_nobodys_mouth() -> None:
    task = task_in_article()
    comment(ReviewerFactory(), task.pk, "Xem lại.")
    tag_articles(EditorFactory(), [task.article], [ThemeFactory()])
    forged = line() | {"seal": "0" * 64}
    again = emptied(task.article)

    assert kinds(brought(json.dumps(forged).encode())) == ["new"]

    assert not Comment.objects.filter(task=the_task()).exists()
    assert themes_of(again) == {}


def test_a_blind_export_has_only_ones_own_comments() -> None:
    task, person = task_in_article(), ReviewerFactory()
    comment(ReviewerFactory(), task.pk, "Một lời kín.")
    comment(person, task.pk, "Lời của tôi.")

    blind = json.loads(exported(person=person).splitlines()[0])
    assert [each["words"] for each in blind["comments"]] == ["Lời của tôi."]

    says(person, task, APPROVE)
    seen = json.loads(exported(person=person).splitlines()[0])
    assert [each["words"] for each in seen["comments"]] == ["Một lời kín.", "Lời của tôi."]


def test_what_people_said_of_themes_comes_back_in_their_names() -> None:
    task, editor = task_in_article(), EditorFactory()
    given, removed = ThemeFactory(name="Nêu gương"), ThemeFactory(name="Đoàn kết")
    tag_articles(editor, [task.article], [given, removed])
    untag_articles(editor, [task.article], [removed])
    before = exported()
    again = emptied(task.article)
    ArticleTheme.objects.create(content_object=again, tag=removed, source="finder")

    [told] = brought(before)

    assert "left out" not in told.message
    assert themes_of(again) == {"Nêu gương": "person"}
    assert set(
        ThemeDecision.objects.filter(article=again).values_list("theme__name", "decided_by")
    ) == {("Nêu gương", editor.pk), ("Đoàn kết", editor.pk)}
    assert exported() == before


def test_what_people_said_of_a_theme_here_stands() -> None:
    task, theme = task_in_article(), ThemeFactory(name="Nêu gương")
    tag_articles(EditorFactory(), [task.article], [theme])
    before = exported()
    again = emptied(task.article)
    tag_articles(EditorFactory(), [again], [theme])
    untag_articles(EditorFactory(), [again], [theme])

    brought(before)

    assert themes_of(again) == {}


def test_words_on_themes_that_cannot_come_are_left_out_and_told() -> None:
    task, editor = task_in_article(), EditorFactory()
    tag_articles(editor, [task.article], [ThemeFactory(name="Nêu gương")])
    said = line()
    [theme] = said["article"]["themes_said"]
    said["article"]["themes_said"] = [
        theme | {"name": "Chưa có"},
        theme | {"person": "nguoila"},
        theme | {"person": ReviewerFactory(username="an").username},
    ]
    again = emptied(task.article)

    [told] = brought(resealed(said))

    assert "3 words on themes are left out" in told.message
    for why in (
        "the theme “Chưa có” is not known here",
        "nobody here is called “nguoila”",
        "“an” may not change articles here",
    ):
        assert why in told.message
    assert themes_of(again) == {}
