"""Merges and splits of themes that stand in very many articles: ordered, and done by a worker."""

from datetime import timedelta

import pytest
from celery import current_app
from django.db.models.functions import Now

from articles.actions import theme_merging, theme_orders
from articles.actions.theme_merging import merge_themes
from articles.actions.theme_orders import (
    merge_or_order,
    ring_waiting_orders,
    run_order,
    split_or_order,
)
from articles.models import Article, Theme, ThemeMerge, ThemeOrder
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from tests.articles.factories import ThemeFactory
from tests.articles.test_theme_merging import found_in
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect what the broker is told, in its stead."""
    told: list[int] = []

    def send(_name: str, args: list[int], **_options: object) -> None:
        told.extend(args)

    monkeypatch.setattr(current_app, "send_task", send)
    return told


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_orders, "MOST_AT_ONCE", 2)
    monkeypatch.setattr(theme_merging, "ROWS_AT_ONCE", 2)


@pytest.fixture
def editor() -> User:
    person: User = EditorFactory()
    return person


@pytest.fixture
def narrow() -> Theme:
    theme: Theme = ThemeFactory(name="làm gương")
    return theme


@pytest.fixture
def wide() -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương")
    return theme


def articles(count: int) -> list[Article]:
    return [found_in(f"Chi bộ {n} làm gương.") for n in range(count)]


def ordered(order: ThemeOrder | None) -> ThemeOrder:
    assert order is not None
    return order


def ended(order: ThemeOrder) -> ThemeOrder:
    run_order(order.pk)
    order.refresh_from_db()
    assert order.ended_at is not None
    return order


def having(theme: Theme) -> int:
    return theme.article_themes.count()


def test_few_articles_are_done_at_once(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(2)
    assert merge_or_order(editor, narrow, wide) is None
    assert having(wide) == 2
    assert split_or_order(editor, narrow) is None
    assert (having(narrow), having(wide)) == (2, 0)


def test_many_are_left_to_a_worker(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(5)
    order = ordered(merge_or_order(editor, narrow, wide))
    assert (order.articles, having(wide)) == (5, 0)

    assert ended(order).done == 5
    assert having(wide) == 5
    assert ThemeMerge.objects.get().merged_by == editor

    order = ordered(split_or_order(editor, narrow))
    assert (having(narrow), having(wide)) == (0, 5)
    assert ended(order).done == 5
    assert (having(narrow), having(wide)) == (5, 0)


def test_how_far_it_is_is_told(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(5)
    told: list[int] = []
    merge_themes(editor, narrow, wide, told.append)
    assert told == [2, 4, 5]


def test_doing_it_twice_does_no_harm(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(3)
    order = ended(ordered(merge_or_order(editor, narrow, wide)))
    run_order(order.pk)
    assert ThemeMerge.objects.count() == 1


def test_one_at_a_time_is_ordered_of_a_theme(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(3)
    ordered(merge_or_order(editor, narrow, wide))
    with pytest.raises(Refused, match="is being merged or split off already"):
        merge_or_order(editor, narrow, ThemeFactory())


def test_only_editors_order(narrow: Theme, wide: Theme) -> None:
    articles(3)
    with pytest.raises(NotAllowed):
        merge_or_order(ReviewerFactory(), narrow, wide)
    with pytest.raises(NotAllowed):
        split_or_order(ReviewerFactory(), narrow)


def test_what_is_refused_meanwhile_says_why(editor: User, narrow: Theme, wide: Theme) -> None:
    articles(3)
    order = ordered(merge_or_order(editor, narrow, wide))
    merge_themes(editor, wide, ThemeFactory(name="đi trước"))
    assert "was merged into “đi trước”" in ended(order).why_not
    assert having(narrow) == 3


def test_what_fails_is_tried_again_and_then_given_up(
    editor: User, narrow: Theme, wide: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(3)
    order = ordered(merge_or_order(editor, narrow, wide))

    def fail(*_args: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(theme_orders, "merge_themes", fail)
    for attempt in (1, 2, 3):
        run_order(order.pk)
        order.refresh_from_db()
        assert (order.attempts, order.ended_at) == (attempt, None)
    assert ended(order).why_not == "It failed too often."


def test_a_worker_whose_order_went_to_another_saves_nothing(
    editor: User, narrow: Theme, wide: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(3)
    order = ordered(merge_or_order(editor, narrow, wide))

    def slowly(*args: object) -> None:
        merge_themes(*args)  # type: ignore[arg-type]
        ThemeOrder.objects.update(claim=99)

    monkeypatch.setattr(theme_orders, "merge_themes", slowly)
    run_order(order.pk)
    assert having(narrow) == 3
    assert not ThemeMerge.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_is_announced_and_rung_again_when_its_worker_is_gone(
    editor: User, narrow: Theme, wide: Theme, rung: list[int]
) -> None:
    articles(3)
    order = ordered(merge_or_order(editor, narrow, wide))
    assert rung == [order.pk]
    assert ring_waiting_orders() == 0
    ThemeOrder.objects.update(leased_until=Now() - timedelta(seconds=1))
    assert ring_waiting_orders() == 1
    assert rung == [order.pk, order.pk]
