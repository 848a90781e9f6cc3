"""A theme that a person removed never comes back by itself, whatever path removed it."""

from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles.actions.themes import finder_at_work
from articles.history import by
from articles.models import Article, ArticleTheme, Erasure, Theme, ThemeDecision
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db

REMOVED = ThemeDecision.Verdict.REMOVED
CONFIRMED = ThemeDecision.Verdict.CONFIRMED


def find(article: Article, *themes: Theme) -> None:
    """What the finder does after each reading."""
    ArticleTheme.objects.bulk_create(
        [
            ArticleTheme(content_object=article, tag=theme, source=ArticleTheme.Source.FINDER)
            for theme in themes
        ],
        ignore_conflicts=True,
    )


def verdicts(article: Article) -> dict[str, str]:
    decisions = ThemeDecision.objects.filter(article=article)
    return dict(decisions.values_list("theme__name", "verdict"))


def execute(sql: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def by_raw_sql(article: Article, theme: Theme) -> None:
    execute(
        "DELETE FROM articles_articletheme WHERE content_object_id = %s AND tag_id = %s",
        article.pk,
        theme.pk,
    )


WAYS_TO_REMOVE: dict[str, Callable[[Article, Theme], object]] = {
    "remove() with the theme": lambda article, theme: article.themes.remove(theme),
    "remove() with its name": lambda article, theme: article.themes.remove(theme.name),
    "remove() with the tone mark elsewhere": lambda article, _: article.themes.remove("HÒA BÌNH"),
    "set() to others": lambda article, _: article.themes.set(["đoàn kết"]),
    "set() to none": lambda article, _: article.themes.set([]),
    "set(clear=True)": lambda article, _: article.themes.set(["đoàn kết"], clear=True),
    "clear()": lambda article, _: article.themes.clear(),
    "a row's delete()": lambda article, theme: article.article_themes.get(tag=theme).delete(),
    "a queryset's delete()": lambda article, _: article.article_themes.all().delete(),
    "raw SQL": by_raw_sql,
}


@pytest.mark.parametrize("remove", WAYS_TO_REMOVE.values(), ids=WAYS_TO_REMOVE)
def test_a_removed_theme_does_not_come_back(remove: Callable[[Article, Theme], object]) -> None:
    article, theme = ArticleFactory(), ThemeFactory(name="Hoà bình")
    find(article, theme)

    remove(article, theme)
    find(article, theme)

    assert theme not in article.themes.all()
    assert verdicts(article)["Hoà bình"] == REMOVED


def test_raw_inserts_of_the_finder_are_held_back_too() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)
    article.themes.clear()

    execute(
        "INSERT INTO articles_articletheme (content_object_id, tag_id, source)"
        " VALUES (%s, %s, 'finder')",
        article.pk,
        theme.pk,
    )

    assert not article.themes.exists()


def test_a_theme_that_the_finder_gives_is_no_persons_word() -> None:
    article, theme = ArticleFactory(), ThemeFactory()

    find(article, theme)

    assert list(article.themes.all()) == [theme]
    assert verdicts(article) == {}


def test_a_theme_that_the_finder_takes_away_may_come_back() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)

    with finder_at_work():
        article.article_themes.all().delete()
    find(article, theme)

    assert list(article.themes.all()) == [theme]
    assert verdicts(article) == {}


def test_the_finder_cannot_take_away_what_a_person_gave() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    article.themes.add(theme)

    with finder_at_work():
        article.article_themes.all().delete()

    assert list(article.themes.all()) == [theme]
    assert verdicts(article) == {theme.name: CONFIRMED}


def test_the_finder_stops_being_at_work_when_it_is_done() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    with finder_at_work():
        find(article, theme)

    article.themes.clear()

    assert verdicts(article) == {theme.name: REMOVED}


def test_a_person_may_bring_back_what_a_person_removed() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    article.themes.add(theme)
    article.themes.remove(theme)

    article.themes.add(theme)

    assert list(article.themes.all()) == [theme]
    assert verdicts(article) == {theme.name: CONFIRMED}


def test_a_found_theme_that_a_person_makes_their_own_is_confirmed() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)

    article.article_themes.update(source=ArticleTheme.Source.PERSON)

    assert verdicts(article) == {theme.name: CONFIRMED}


def test_the_database_notes_who_decided() -> None:
    article, theme, editor = ArticleFactory(), ThemeFactory(), EditorFactory()
    find(article, theme)

    with by(editor):
        article.themes.remove(theme)

    assert ThemeDecision.objects.get().decided_by == editor


def test_a_decision_of_nobody_known_has_no_name() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)

    by_raw_sql(article, theme)

    assert ThemeDecision.objects.get().decided_by is None


def test_a_row_is_never_moved_to_another_theme() -> None:
    article, theme, other = ArticleFactory(), ThemeFactory(), ThemeFactory()
    find(article, theme)

    with pytest.raises(IntegrityError), transaction.atomic():
        article.article_themes.update(tag=other)


def test_decisions_are_not_deleted_by_themselves() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    article.themes.add(theme)

    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeDecision.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        execute("DELETE FROM articles_themedecision")


def test_no_session_setting_of_the_trigger_library_switches_the_memory_off() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)
    execute("SELECT set_config('pgtrigger.ignore', '{articles_articletheme}', true)")

    by_raw_sql(article, theme)

    assert verdicts(article) == {theme.name: REMOVED}


def test_texts_leave_only_when_the_article_is_erased() -> None:
    article = ArticleFactory()

    with pytest.raises(DatabaseError), transaction.atomic():
        article.delete()

    Erasure.objects.create(article_number=article.pk, reason="Trùng", erased_by=EditorFactory())
    article.themes.add(ThemeFactory())
    article.delete()
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not ThemeDecision.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_finder_that_runs_at_the_same_instant_does_not_bring_a_removed_theme_back() -> None:
    article, theme = ArticleFactory(), ThemeFactory()
    find(article, theme)
    removed, found = Event(), Event()

    def run_finder() -> None:
        removed.wait(10)
        try:
            find(article, theme)
        finally:
            connection.close()
            found.set()

    finder = Thread(target=run_finder)
    finder.start()
    with transaction.atomic():
        article.themes.remove(theme)
        removed.set()
        assert not found.wait(1), "the finder did not wait for the person"
    finder.join(10)

    assert not article.themes.exists()
    assert verdicts(article) == {theme.name: REMOVED}
