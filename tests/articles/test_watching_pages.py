"""Watched sources at the desk: adding, changing, looking at once, and who may."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.watching import Watching, change_watching, look_now
from articles.models import ImportJob, WatchedSource
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from tests.articles.desk import signed_in, text_of
from tests.factories import EditorFactory, ManagingEditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english", "rung")]

LIST = "admin:articles_watchedsource_changelist"
ADD = "admin:articles_watchedsource_add"
FEED = "https://bao.example/rss"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    rung: list[Any] = []
    monkeypatch.setattr(
        "celery.current_app.send_task", lambda _name, args=(), **_options: rung.extend(args)
    )
    return rung


@pytest.fixture
def editor() -> Client:
    return signed_in(EditorFactory())


def form(**values: Any) -> dict[str, Any]:
    asked = {"name": "Báo Ví dụ", "kind": "feed", "place": FEED, "every": "60", "active": "on"}
    return {name: value for name, value in (asked | values).items() if value is not None}


def source_of(number: int = 0, **values: Any) -> WatchedSource:
    place = f"{FEED}/{number}"
    asked = {"kind": "feed", "name": f"Báo {number}", "place": place, "due_at": Now()}
    return WatchedSource.objects.create(**asked | values)


def change(source: WatchedSource) -> str:
    return reverse("admin:articles_watchedsource_change", args=[source.pk])


def test_a_source_is_added_and_looked_into_at_once(
    editor: Client, django_capture_on_commit_callbacks: Any, rung: list[Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse(ADD), form(since="2026-11-01"))
    source = WatchedSource.objects.get()
    assert (source.kind, source.place, source.every) == ("feed", FEED, 60)
    assert str(source.since) == "2026-11-01"
    assert source.created_by == User.objects.get()
    assert rung == [source.pk]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"place": "bao.example"}, "This is no web address."),
        ({"place": "ftp://bao.example/rss"}, "This is no web address."),
        ({"place": "http://127.0.0.1/rss"}, "closed network"),
        ({"place": "http://[::1]/rss"}, "closed network"),
        ({"place": "/etc", "kind": "folder"}, "No folder may be watched here"),
        ({"name": " "}, "This field is required."),
        ({"every": "7"}, "Select a valid choice"),
        ({"kind": "mail"}, "Select a valid choice"),
        ({"since": "hôm qua"}, "Enter a valid date"),
    ],
)
def test_what_cannot_be_watched_is_said_and_nothing_typed_is_lost(
    editor: Client, values: dict[str, str], told: str
) -> None:
    answer = editor.post(reverse(ADD), form(**values))
    assert told in text_of(answer)
    assert answer.context["adminform"].form["place"].value() == form(**values)["place"]
    assert not WatchedSource.objects.exists()


def test_only_folders_that_were_opened_may_be_watched(
    editor: Client, settings: LazySettings, tmp_path: Path
) -> None:
    settings.WATCHED_FOLDERS = [str(tmp_path / "mở")]
    (tmp_path / "mở").mkdir()
    (tmp_path / "mở" / "ra ngoài").symlink_to("/etc")
    for place in ("/etc", str(tmp_path), f"{tmp_path}/mở/../..", f"{tmp_path}/mở/ra ngoài", "mở"):
        answer = editor.post(reverse(ADD), form(kind="folder", place=place))
        assert "may be watched" in text_of(answer)
    editor.post(reverse(ADD), form(kind="folder", place=f"{tmp_path}/mở/báo"))
    assert WatchedSource.objects.get().place == f"{tmp_path}/mở/báo"


def test_the_same_place_is_watched_once(editor: Client) -> None:
    source = source_of(place=FEED)
    assert "This is watched already." in text_of(editor.post(reverse(ADD), form()))
    assert WatchedSource.objects.get() == source


def test_another_place_starts_afresh() -> None:
    source = source_of(etag='"1"', problem="not_found", failures=3, pending=["x"])
    asked = Watching("feed", "Báo", "https://bao.example/khac", 15)
    source = change_watching(EditorFactory(), source, asked)
    assert (source.etag, source.problem, source.failures, source.pending) == ("", "", 0, [])
    source.etag = '"2"'
    source.save()
    other_name = Watching("feed", "Tên khác", source.place, 15)
    assert change_watching(EditorFactory(), source, other_name).etag == '"2"'
    since = Watching("feed", "Tên khác", source.place, 15, since=date(2026, 1, 1))
    assert change_watching(EditorFactory(), source, since).etag == ""


def test_one_that_is_switched_off_is_not_due(editor: Client) -> None:
    source = source_of()
    editor.post(change(source), form(active=None))
    source.refresh_from_db()
    assert (source.active, source.due_at) == (False, None)
    assert "Look into it now" not in text_of(editor.get(change(source)))
    with pytest.raises(Refused, match="not watched at present"):
        look_now(EditorFactory(), source)


def test_its_page_says_how_it_goes(editor: Client) -> None:
    source = source_of(problem="no_feed", last_error="https://bao.example/tin.rss", found=12)
    job = ImportJob.objects.create(source="watched", watched=source)
    page = text_of(editor.get(change(source)))
    for words in ("This is no RSS or Atom feed.", "https://bao.example/tin.rss", "12", str(job)):
        assert words in page


def test_looking_now_makes_it_due(
    editor: Client, django_capture_on_commit_callbacks: Any, rung: list[Any]
) -> None:
    source = source_of()
    WatchedSource.objects.update(due_at="2100-01-01T00:00Z")
    address = reverse("admin:articles_watchedsource_look_now", args=[source.pk])
    assert editor.get(address).status_code == 405
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(address, follow=True)
    assert "looked into within a moment" in text_of(answer)
    assert rung == [source.pk]
    assert editor.post(address.replace(str(source.pk), "999999")).status_code == 404


@pytest.mark.parametrize("role", [ReviewerFactory, ManagingEditorFactory])
def test_others_see_and_do_not_change(role: Any) -> None:
    source = source_of()
    somebody = role()
    client = signed_in(somebody)
    assert client.get(reverse(LIST)).status_code == 200
    assert client.get(reverse(ADD)).status_code == 403
    address = reverse("admin:articles_watchedsource_look_now", args=[source.pk])
    assert client.post(address).status_code == 403
    with pytest.raises(NotAllowed):
        change_watching(somebody, source, Watching("feed", "x", FEED, 15))


def test_who_has_no_role_sees_nothing() -> None:
    assert signed_in(PersonFactory()).get(reverse(LIST)).status_code == 403


def test_the_list_costs_the_same_however_long_it_is(editor: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            editor.get(reverse(LIST))
        return len(found)

    for number in range(3):
        source_of(number)
    few = queries()
    for number in range(3, 15):
        source_of(number)
    assert queries() == few
