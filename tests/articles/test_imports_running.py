"""Running an item: done once, whoever runs it and however often, or failed in words."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.apps import apps
from django.conf import LazySettings
from django.db import IntegrityError, connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from articles.actions import running
from articles.actions.claims import ATTEMPTS, claim
from articles.actions.imports import start_import
from articles.actions.originals import Upload
from articles.actions.running import run_item
from articles.actions.saving import save_text
from articles.finding import Findings, find
from articles.logs import WorkContext
from articles.models import (
    Article,
    ArticleText,
    ArticleTheme,
    Citation,
    ImportItem,
    Mention,
    OfficialDocument,
    Publisher,
)
from articles.queries.vocabulary import desk_vocabulary
from articles.signals import text_saved
from tests.articles.factories import ThemeFactory
from tests.articles.importing import FILES, imported, pass_time, run, start
from tests.articles.texts import page, pages, upload
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


class TestRunning:
    def test_makes_an_article_with_all_that_was_found(self) -> None:
        theme = ThemeFactory(name="Nêu gương")
        editor = EditorFactory()
        job = start_import(editor, FILES, [upload()])
        item = run(job.items.get())

        assert item.state == State.IMPORTED
        article = item.article
        assert article is not None
        assert article.title == "Đông Khê giữ nếp nêu gương"
        assert str(article.published_on) == "2021-10-02"
        assert str(article.publisher) == "SLO"
        assert article.created_by == editor
        assert article.text is not None
        assert (article.text.number, article.text.created_by) == (1, None)
        assert "02-10-2021" not in article.text.body
        assert {dropped["reason"] for dropped in article.text.dropped} >= {"title", "date"}
        assert list(article.themes.all()) == [theme]
        assert article.article_themes.get().source == ArticleTheme.Source.FINDER
        places: list[Mention | Citation] = list(article.text.mentions.all())
        assert places
        for place in [*places, *article.text.citations.all()]:
            assert article.text.body[place.start : place.end] == place.quote
        assert {str(c.document) for c in article.text.citations.all()} == {"Quy định 08-QĐi/TW"}
        assert article.original.encoding == "utf-8"

    def test_history_says_who_and_by_which_item(self) -> None:
        editor = EditorFactory()
        item = run(start_import(editor, FILES, [upload()]).items.get())
        event = apps.get_model("articles", "ArticleEvent").objects.get(pgh_label="insert")
        assert event.pgh_context.metadata == {
            "user": editor.pk,
            "job": item.job_id,
            "item": item.pk,
        }

    def test_the_same_bytes_make_one_article(self) -> None:
        first, second = imported(upload(name="a.txt"), upload(name="b.txt"))
        assert second.state == State.DUPLICATE
        assert second.article == first.article
        assert Article.objects.count() == 1

    def test_the_same_cleaned_text_makes_one_article(self) -> None:
        first, second = imported(upload(), upload("\ufeff" + page().replace("\n", "\r\n")))
        assert second.original != first.original
        assert (second.state, second.article) == (State.DUPLICATE, first.article)

    def test_running_twice_does_no_harm(self) -> None:
        (item,) = imported(upload())
        again = run(item)
        assert (again.state, again.attempts) == (State.IMPORTED, 1)
        assert ArticleText.objects.count() == 1

    def test_counts_no_attempt_twice(self) -> None:
        (item,) = start(upload())
        ImportItem.objects.filter(pk=item.pk).update(claim=1)  # tried since it was looked up
        assert not claim(item, "late")

    def test_leaves_alone_what_another_worker_has(self) -> None:
        (item,) = start(upload())
        ImportItem.objects.filter(pk=item.pk).update(
            state=State.RUNNING, leased_until=Now() + timedelta(minutes=1), worker="another"
        )
        assert run(item).worker == "another"

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (b"   \n\n", Problem.EMPTY),
            (b"%PDF-1.4\n%\xe2\xe3", Problem.DAMAGED),
            (bytes(range(256)) * 20, Problem.NOT_TEXT),
        ],
    )
    def test_a_broken_item_fails_alone_with_its_reason(self, data: bytes, problem: str) -> None:
        broken, whole = imported(upload(data), upload())
        assert (broken.state, broken.problem) == (State.FAILED, problem)
        assert whole.state == State.IMPORTED

    @pytest.mark.usefixtures("english")
    def test_a_text_too_long_for_one_article_fails_once_in_its_own_words(
        self, settings: LazySettings
    ) -> None:
        (whole,) = imported(upload())
        assert whole.article is not None
        assert whole.article.text is not None
        settings.IMPORT_MAX_CHARACTERS = len(whole.article.text.body)

        as_long, longer = imported(
            upload("\n" + page()), upload(page(body="Cán bộ bám bản làng. " * 100))
        )

        assert as_long.state == State.DUPLICATE
        assert (longer.state, longer.problem) == (State.FAILED, Problem.TOO_LONG)
        assert (longer.attempts, longer.leased_until) == (1, None)
        assert longer.get_problem_display() == "The text is too long to be one article."

    @pytest.mark.usefixtures("english")
    @pytest.mark.parametrize("step", ["read_apart", "find", "save_article"])
    def test_what_takes_too_long_is_set_aside_at_the_first_time(
        self, step: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def take_too_long(*_args: object, **_kwargs: object) -> None:
            raise SoftTimeLimitExceeded

        monkeypatch.setattr(running, step, take_too_long)
        (item,) = imported(upload())

        assert (item.state, item.problem) == (State.FAILED, Problem.TOOK_TOO_LONG)
        assert (item.attempts, item.leased_until) == (1, None)
        assert item.finished_at is not None
        assert item.get_problem_display() == "Reading it took too long. It was set aside."
        assert run(item).attempts == 1
        assert not Article.objects.exists()

    def test_what_fails_for_no_known_reason_is_tried_a_few_times(
        self, failing_listener: None, caplog: pytest.LogCaptureFixture
    ) -> None:
        (item,) = start(upload())
        states = [run(item).state for _ in range(ATTEMPTS)]
        assert states == [State.WAITING, State.WAITING, State.FAILED]
        assert run(item).problem == Problem.ERROR
        assert f"Item {item.pk} of import {item.job_id}" in caplog.text

    def test_a_listener_that_fails_leaves_nothing_saved(self, failing_listener: None) -> None:
        imported(upload())
        assert not Article.objects.exists()
        assert not Citation.objects.exists()

    def test_an_item_that_ends_its_workers_is_given_up(self) -> None:
        (item,) = start(upload())
        ImportItem.objects.filter(pk=item.pk).update(state=State.RUNNING, attempts=ATTEMPTS)
        pass_time(item)
        assert run(item).problem == Problem.GAVE_UP

    def test_a_worker_that_lost_its_lease_saves_nothing(self) -> None:
        (item,) = start(upload())

        def lose_it(**_kwargs: object) -> None:
            ImportItem.objects.filter(pk=item.pk).update(claim=2)

        text_saved.connect(lose_it)
        try:
            assert run(item).state == State.RUNNING
        finally:
            text_saved.disconnect(lose_it)
        assert not Article.objects.exists()

    def test_a_theme_that_a_person_removed_is_not_added(self) -> None:
        theme = ThemeFactory(name="Nêu gương")
        (item,) = imported(upload())
        article = item.article
        assert article is not None
        assert article.text is not None
        article.themes.remove(theme)
        body = article.text.body
        again = ArticleText(article=article, number=2, body=body)
        desk = desk_vocabulary()
        save_text(article, again, find(body, desk.vocabulary), desk.themes)
        assert again.mentions.exists()
        assert not article.themes.exists()

    def test_sees_a_spelling_that_was_added_since(self) -> None:
        imported(upload())
        ThemeFactory(name="Bám bản", spellings=["bám bản làng"])
        imported(upload(page(body="Cán bộ bám bản làng.")))
        assert [m.quote for m in Mention.objects.all()] == ["bám bản làng", "bám bản"]

    def test_takes_a_number_of_queries_that_does_not_grow(self) -> None:
        ThemeFactory(name="Nêu gương")

        def queries(upload: Upload) -> int:
            (item,) = start(upload)
            with CaptureQueriesContext(connection) as context:
                assert run(item).state == State.IMPORTED
            return len(context)

        imported(*pages(3))
        before = queries(upload(page("Trước")))
        imported(*pages(12))
        many = "\n".join(f"Quy định số {n}-QĐ/TW ngày 01/02/2021 về nêu gương." for n in range(9))
        assert before <= 29
        assert queries(upload(page("Sau", body=many))) <= before + 5


class TestTwoWorkers:
    """Both have read and found before either saves: the database decides."""

    @pytest.fixture
    def together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        both = Barrier(2, timeout=30)

        def find_together(*args: Any, **kwargs: Any) -> Findings:
            both.wait()
            return find(*args, **kwargs)

        monkeypatch.setattr(running, "find", find_together)

    def run_both(self, items: list[ImportItem]) -> None:
        def run_and_close(item: ImportItem) -> None:
            try:
                run_item(item.pk, "test")
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            list(workers.map(run_and_close, items))

    @pytest.mark.django_db(transaction=True)
    def test_the_same_text_makes_one_article_and_a_duplicate(
        self, together: None, rung: list[int]
    ) -> None:
        ThemeFactory(name="Nêu gương")
        items = start(upload(), upload("\n" + page()))
        self.run_both(items)
        ended = ImportItem.objects.values_list("state", flat=True)
        assert sorted(ended) == [State.DUPLICATE, State.IMPORTED]
        assert len(set(ImportItem.objects.values_list("article", flat=True))) == 1
        assert ArticleText.objects.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_articles_share_a_new_publisher_and_document(
        self, together: None, rung: list[int]
    ) -> None:
        self.run_both(start(*pages(2)))
        assert set(ImportItem.objects.values_list("state", flat=True)) == {State.IMPORTED}
        assert Publisher.objects.count() == 1
        assert OfficialDocument.objects.count() == 1


@pytest.fixture
def failing_listener() -> Iterator[None]:
    def fail(**_kwargs: object) -> None:
        raise IntegrityError("not today")

    text_saved.connect(fail)
    yield
    text_saved.disconnect(fail)


@pytest.mark.django_db(transaction=True)
def test_the_log_says_of_each_item_how_it_ended(
    rung: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "articles")
    caplog.handler.addFilter(WorkContext())
    items = start(upload(), Upload("hong.pdf", "", 3, lambda: b"\0\1\2"))
    for item in items:
        run(item)
        run(item)  # which says nothing: it has ended
    ends = [
        (getattr(line, "item", None), line.getMessage())
        for line in caplog.records
        if "ended" in line.getMessage()
    ]
    job = items[0].job_id
    how = zip(items, ["imported", "not_text"], strict=True)
    assert ends == [(item.pk, f"Item {item.pk} of import {job} ended: {end}") for item, end in how]
    assert len(rung) == 2
