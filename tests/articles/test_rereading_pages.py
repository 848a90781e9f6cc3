"""Re-readings at the desk: starting, watching, cancelling, reading the report."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.rereadings import run_slice, start_rereading
from articles.models import Rereading, Theme
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english", "silent")]

START = "admin:articles_rereading_add"
THEMES = Rereading.Scope.THEMES


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("celery.current_app.send_task", lambda *_args, **_options: None)


@pytest.fixture
def editor() -> Client:
    return signed_in(EditorFactory())


def address(rereading: Rereading) -> str:
    return reverse("admin:articles_rereading_change", args=[rereading.pk])


def finished(articles: int, *, dry_run: bool = True) -> Rereading:
    for number in range(articles):
        ArticleFactory(body=f"Chi bộ thôn {number} nêu gương.")
    if not Theme.objects.filter(name="nêu gương").exists():
        ThemeFactory(name="nêu gương")
    rereading = start_rereading(None, THEMES, dry_run=dry_run)
    for part in rereading.slices.all():
        run_slice(part.pk)
    rereading.refresh_from_db()
    return rereading


def test_a_dry_run_is_what_the_form_offers_first(editor: Client) -> None:
    ArticleFactory()
    page = editor.get(reverse(START))
    assert page.context["form"]["dry_run"].value() is True

    answer = editor.post(reverse(START), {"scope": "finding", "dry_run": "on"}, follow=True)

    rereading = Rereading.objects.get()
    assert (rereading.scope, rereading.dry_run) == ("finding", True)
    assert "0 of 1 articles done" in text_of(answer)


def test_a_second_one_at_the_same_time_is_refused_in_words(editor: Client) -> None:
    ArticleFactory()
    start_rereading(None, THEMES, dry_run=True)

    answer = editor.post(reverse(START), {"scope": "themes"})

    assert "Another re-reading is going on" in text_of(answer)


@pytest.mark.parametrize("scope", ["", "everything"])
def test_a_scope_that_is_none_is_refused(editor: Client, scope: str) -> None:
    answer = editor.post(reverse(START), {"scope": scope})

    assert answer.status_code == 200
    assert not Rereading.objects.exists()


def test_the_report_shows_each_change_and_leads_to_its_article(editor: Client) -> None:
    rereading = finished(2)

    shown = editor.get(address(rereading))

    assert "Themes gained 2" in text_of(shown)
    assert "2 of 2 articles done, 2 with changes" in text_of(shown)
    assert b"hx-trigger" not in shown.content


def test_a_dry_run_can_be_done_in_earnest_from_its_report(editor: Client) -> None:
    rereading = finished(1)
    assert "Do it: save these changes" in text_of(editor.get(address(rereading)))

    editor.post(reverse(START), {"scope": rereading.scope})

    assert Rereading.objects.latest("pk").dry_run is False


@pytest.mark.parametrize("query", ["?what=theme&how=gained", "?what=x&how=y", "?page=99"])
def test_any_address_of_the_report_shows_one(editor: Client, query: str) -> None:
    assert "Themes gained 1" in text_of(editor.get(address(finished(1)) + query))


def test_one_that_goes_on_can_be_cancelled_once(editor: Client) -> None:
    ArticleFactory()
    rereading = start_rereading(None, THEMES, dry_run=True)
    cancel = reverse("admin:articles_rereading_cancel", args=[rereading.pk])
    assert b"hx-trigger" in editor.get(address(rereading)).content

    assert editor.get(cancel).status_code == 405
    assert "was cancelled" in text_of(editor.post(cancel, follow=True))
    assert "This re-reading has ended." in text_of(editor.post(cancel, follow=True))


def test_others_may_look_and_not_start() -> None:
    rereading = finished(1)
    reviewer = signed_in(ReviewerFactory())

    assert "Do it" not in text_of(reviewer.get(address(rereading)))
    assert reviewer.get(reverse(START)).status_code == 403
    assert reviewer.post(reverse(START), {"scope": "themes"}).status_code == 403


def test_the_report_takes_the_same_queries_for_few_and_many(editor: Client) -> None:
    def queries(articles: int) -> int:
        rereading = finished(articles)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            editor.get(address(rereading))
        ThemeFactory._meta.model.objects.filter(name="nêu gương").delete()
        return len(captured)

    assert queries(2) == queries(9)
