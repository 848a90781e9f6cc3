"""Reading again: what rules do better is taken over, what people said stands, and all is told."""

from dataclasses import replace
from typing import Any

import pytest

from articles.actions import rereading
from articles.actions.articles import correct_article
from articles.actions.rereading import find_again, reread
from articles.actions.texts import put_back_paragraph, take_out_paragraph
from articles.actions.themes import untag_articles
from articles.actions.vocabulary import add_spelling, remove_spelling
from articles.changes import SAME_AS, Change, How, What
from articles.models import Article, ArticleTheme, Citation, Mention, ParagraphDecision, Theme
from articles.reading import Draft, Fault, Unreadable, read
from articles.refusal import Refused
from tests.articles.factories import ThemeFactory
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme() -> Theme:
    return ThemeFactory(name="nêu gương")


@pytest.fixture
def article(theme: Theme) -> Article:
    [item] = imported(upload(page()))
    assert item.article
    return item.article


def paragraphs(article: Article) -> list[str]:
    article.refresh_from_db()
    assert article.text is not None
    return article.text.body.split("\n")


def read_as(monkeypatch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Let rules be better: reading gives what it gives today, with these parts other."""

    def better(data: bytes, **options: Any) -> Draft:
        return replace(read(data, **options), **changed)

    monkeypatch.setattr(rereading, "read_apart", better)


def test_the_same_rules_change_nothing(article: Article) -> None:
    before = list(Mention.objects.values()), article.text_id

    assert reread(article.pk) == []
    article.refresh_from_db()
    assert (list(Mention.objects.values()), article.text_id) == before


def test_a_better_reading_makes_the_next_text_and_finds_in_it(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "Chi bộ nêu gương.\nThực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
    read_as(monkeypatch, body=body, lead="Chi bộ nêu gương.", dropped=(), headings=())

    changes = reread(article.pk)

    article.refresh_from_db()
    assert article.text is not None
    assert (article.text.number, article.text.body) == (2, body)
    assert [m.quote for m in Mention.objects.filter(text=article.text)] == ["nêu gương"]
    assert Change(What.CITATION, How.GAINED, "Chỉ thị số 05-CT/TW ngày 15/5/2016") in changes
    assert any(c.what is What.CITATION and c.how is How.LOST for c in changes)
    assert any(c.what is What.PARAGRAPH for c in changes)


def test_a_dry_run_tells_the_same_and_saves_nothing(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_as(monkeypatch, title="Một tít khác", body="Chi bộ đi trước.", lead="Chi bộ đi trước.")
    before = Article.objects.values().get(), Citation.objects.count()

    told = reread(article.pk, dry_run=True)

    assert (Article.objects.values().get(), Citation.objects.count()) == before
    assert told == reread(article.pk)
    assert Article.objects.get().title == "Một tít khác"


def test_what_people_corrected_stays(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    correct_article(EditorFactory(), article, title="Tít của biên tập viên")
    read_as(monkeypatch, title="Tít của máy", author="Minh Thu")

    changes = reread(article.pk)

    article.refresh_from_db()
    assert (article.title, article.author) == ("Tít của biên tập viên", "Minh Thu")
    assert changes == [Change(What.FIELD, How.CHANGED, "Minh Thu", "", "author")]


def test_an_original_that_cannot_be_read_any_more_changes_nothing(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> Draft:
        raise Unreadable(Fault.SECRET)

    monkeypatch.setattr(rereading, "read_apart", refuse)

    assert reread(article.pk) == [Change(What.ARTICLE, How.FAILED, "", name="secret")]


def test_two_articles_that_become_one_text_stay_two_and_are_told(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    [item] = imported(upload(page("Bài khác", body="Đoạn khác hẳn.")))
    assert item.article
    assert item.article.text
    read_as(monkeypatch, body=item.article.text.body)

    changes = reread(article.pk)

    assert Change(What.ARTICLE, How.CHANGED, str(item.article.pk), name=SAME_AS) in changes
    assert Article.objects.count() == 2


class TestFindingAgain:
    def test_takes_over_what_the_vocabulary_gained_and_lost(self, article: Article) -> None:
        theme = ThemeFactory(name="bám bản")
        old = Theme.objects.get(name="nêu gương")

        assert find_again(article.pk) == [Change(What.THEME, How.GAINED, "bám bản")]
        assert set(article.themes.all()) == {theme, old}

        spelling = add_spelling(EditorFactory(), theme, "phân công cán bộ")
        assert find_again(article.pk) == [
            Change(What.THEME, How.CHANGED, "bám bản × 2", "bám bản × 1")
        ]
        remove_spelling(EditorFactory(), spelling)
        assert len(find_again(article.pk)) == 1
        assert article.texts.count() == 1

    def test_leaves_a_theme_that_a_person_removed_away(
        self, article: Article, theme: Theme
    ) -> None:
        untag_articles(EditorFactory(), [article], [theme])

        assert find_again(article.pk) == []
        assert not article.themes.exists()

    def test_takes_away_a_theme_that_no_longer_stands_there_unless_a_person_gave_it(
        self, article: Article, theme: Theme
    ) -> None:
        given = ThemeFactory(name="xây dựng Đảng")
        article.themes.add(given)
        theme.spellings.update(text="chữ khác hẳn", key="chữ khác hẳn")
        Theme.objects.filter(pk=theme.pk).update(name="chữ khác hẳn", key="chữ khác hẳn")

        assert find_again(article.pk) == [Change(What.THEME, How.LOST, "chữ khác hẳn")]
        assert list(article.themes.all()) == [given]

    def test_writes_nothing_where_nothing_changed(self, article: Article) -> None:
        rows = set(Citation.objects.values_list("pk")), set(ArticleTheme.objects.values_list("pk"))

        find_again(article.pk)

        assert rows == (
            set(Citation.objects.values_list("pk")),
            set(ArticleTheme.objects.values_list("pk")),
        )


class TestParagraphs:
    def test_one_that_is_taken_out_leaves_with_its_findings(self, article: Article) -> None:
        body = paragraphs(article)
        assert article.text is not None
        start = article.text.body.index(body[-1])
        quotes = Citation.objects.filter(text=article.text).count()

        take_out_paragraph(EditorFactory(), article, article.text.pk, start)

        assert paragraphs(article) == body[:-1]
        assert article.text.number == 2
        assert article.text.dropped[-1] == {"text": body[-1], "reason": "editor", "at": start}
        assert Citation.objects.filter(text=article.text).count() == quotes - 1

    def test_one_that_was_dropped_comes_back_with_its_findings(self, article: Article) -> None:
        body, person = paragraphs(article), EditorFactory()
        assert article.text is not None
        take_out_paragraph(person, article, article.text.pk, 0)
        article.refresh_from_db()
        assert article.text is not None
        number = [left["reason"] for left in article.text.dropped].index("editor")

        put_back_paragraph(person, article, article.text.pk, number)

        assert paragraphs(article) == body
        assert article.text.number == 3
        assert article.text.created_by == person

        assert reread(article.pk) == []
        article.refresh_from_db()
        assert article.text.number == 3  # it is what reading gives, lead and headings too

    def test_what_was_said_holds_in_every_later_reading(self, article: Article) -> None:
        body = paragraphs(article)
        assert article.text is not None
        take_out_paragraph(EditorFactory(), article, article.text.pk, 0)

        assert reread(article.pk) == []
        assert paragraphs(article) == body[1:]

    def test_the_last_word_counts(self, article: Article) -> None:
        assert article.text is not None
        take_out_paragraph(EditorFactory(), article, article.text.pk, 0)
        article.refresh_from_db()
        assert article.text is not None
        number = [left["reason"] for left in article.text.dropped].index("editor")
        put_back_paragraph(EditorFactory(), article, article.text.pk, number)

        assert [d.belongs for d in ParagraphDecision.objects.all()] == [True]

    def test_a_text_that_changed_meanwhile_is_not_changed_unseen(self, article: Article) -> None:
        assert article.text is not None
        seen = article.text.pk
        take_out_paragraph(EditorFactory(), article, seen, 0)

        with pytest.raises(Refused):
            take_out_paragraph(EditorFactory(), article, seen, 0)

    def test_only_whoever_may_change_articles_may(self, article: Article) -> None:
        assert article.text is not None
        with pytest.raises(Refused):
            take_out_paragraph(ReviewerFactory(), article, article.text.pk, 0)
        with pytest.raises(Refused):
            put_back_paragraph(ReviewerFactory(), article, article.text.pk, 0)

    @pytest.mark.parametrize("number", [-1, 99])
    def test_only_what_was_left_out_can_come_back(self, article: Article, number: int) -> None:
        assert article.text is not None
        with pytest.raises(Refused):
            put_back_paragraph(EditorFactory(), article, article.text.pk, number)
