from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from portal.actions import Pick, edit_list
from portal.models import CuratedList, Edition
from portal.people.models import User
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    draft_list,
    found_task,
    published_edition,
    submitted_list,
)
from tests.review.factories import lose_approval

pytestmark = pytest.mark.django_db

LIST = "/en/admin/portal/curatedlist/"
ADD = f"{LIST}add/"


@pytest.fixture
def editor() -> User:
    person: User = ManagingEditorFactory()
    return person


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def page_of(curated_list: CuratedList, name: str = "change") -> str:
    address = f"/en/admin/portal/curatedlist/{curated_list.pk}/{name}/"
    assert reverse(f"admin:portal_curatedlist_{name}", args=[curated_list.pk]) in address
    return address


def typed(curated_list: CuratedList | None = None, *new: dict[str, Any], **said: Any) -> Any:
    """What the browser sends: the form as it is filled, with new rows below those that stand."""
    entries = list(curated_list.entries.all()) if curated_list else []
    data = {
        "title": curated_list.title if curated_list else "Nêu gương",
        "slug": curated_list.slug if curated_list else "",
        "introduction": curated_list.introduction if curated_list else "",
        "seen": curated_list.revision if curated_list else "",
        "entries-TOTAL_FORMS": len(entries) + len(new),
        "entries-INITIAL_FORMS": len(entries),
        "_continue": "1",
    }
    for number, entry in enumerate(entries):
        data |= {
            f"entries-{number}-id": entry.pk,
            f"entries-{number}-curated_list": entry.curated_list_id,
            f"entries-{number}-position": entry.position,
            f"entries-{number}-note": entry.note,
        }
    for number, row in enumerate(new, start=len(entries)):
        data |= {f"entries-{number}-{name}": value for name, value in row.items()}
    return data | said


def errors_of(response: Any) -> str:
    assert response.status_code == 200
    page: str = response.content.decode()
    return page.partition("errornote")[2]


def queries_for(desk: Client, address: str) -> int:
    desk.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(address).status_code == 200
    return len(queries)


def notes(curated_list: CuratedList) -> list[str]:
    return [entry.note for entry in curated_list.entries.all()]


# -- Making and editing ---------------------------------------------------------------------------


def test_a_list_is_made_with_its_entries_in_the_order_of_their_numbers(desk: Client) -> None:
    first, second = ArticleFactory(), approved_task()
    response = desk.post(
        ADD,
        typed(
            None,
            {"article": first.pk, "note": "Sau.", "position": 2},
            {"task": second.pk, "note": "Trước.", "position": 1},
            {"article": "", "task": "", "note": "", "position": 3},
            title="Đổi mới lề lối",
        ),
    )
    made = CuratedList.objects.get()

    assert response.status_code == 302
    assert (made.title, made.slug) == ("Đổi mới lề lối", "doi-moi-le-loi")
    assert notes(made) == ["Trước.", "Sau."]


def test_entries_are_moved_taken_out_and_added(desk: Client) -> None:
    made = draft_list(*(Pick(article=ArticleFactory(), note=note) for note in ("Một", "Hai", "Ba")))
    data = typed(made, {"article": ArticleFactory().pk, "note": "Bốn", "position": 1})
    data |= {"entries-0-position": 9, "entries-1-DELETE": "on", "entries-2-note": "Ba, sửa"}
    desk.post(page_of(made), data)

    assert notes(made) == ["Bốn", "Ba, sửa", "Một"]


def test_a_long_list_is_saved_whole(desk: Client) -> None:
    made = draft_list(*(Pick(heading=f"Phần {number}") for number in range(260)))
    headings = {f"entries-{number}-heading": f"Mục {number}" for number in range(260)}
    response = desk.post(page_of(made), typed(made) | headings)

    assert response.status_code == 302
    assert made.entries.filter(heading__startswith="Mục").count() == 260


def test_what_an_entry_stands_on_cannot_be_swapped_under_its_note(desk: Client) -> None:
    article = ArticleFactory()
    made = draft_list(Pick(article=article))
    desk.post(page_of(made), typed(made) | {"entries-0-article": ArticleFactory().pk})

    assert made.entries.get().article == article


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"note": "Không có gì"}, "Choose either an article or a task, or write a heading."),
        ({"article": "999999"}, "Select a valid choice"),
        ({"article": "x"}, "Select a valid choice"),
        ({"task": "1", "position": "-4"}, "greater than or equal to 1"),
    ],
)
def test_a_bad_row_is_told_and_nothing_is_saved(
    desk: Client, row: dict[str, str], words: str
) -> None:
    response = desk.post(ADD, typed(None, row, introduction="Công viết rất lâu."))

    assert words in errors_of(response)
    assert "Công viết rất lâu." in response.content.decode()
    assert not CuratedList.objects.exists()


def test_a_refusal_of_the_action_is_told_with_what_was_typed(desk: Client) -> None:
    article = ArticleFactory(title="Giữ lời thề")
    twice = {"article": article.pk, "note": "Lời dẫn dài."}
    response = desk.post(ADD, typed(None, twice, twice))

    assert "“Giữ lời thề” stands in the list twice." in errors_of(response)
    assert response.content.decode().count("Lời dẫn dài.") == 2
    assert not CuratedList.objects.exists()


def test_an_unapproved_task_or_a_taken_down_article_is_refused(desk: Client) -> None:
    gone = ArticleFactory(state=Article.State.TAKEN_DOWN, taken_down_reason="Lỗi.")

    assert "taken down" in errors_of(desk.post(ADD, typed(None, {"article": gone.pk})))
    assert "not approved" in errors_of(desk.post(ADD, typed(None, {"task": found_task().pk})))


def test_a_stale_form_is_refused_and_keeps_what_was_typed(desk: Client) -> None:
    made = draft_list(introduction="Cũ.")
    mine = typed(made, introduction="Của tôi.")
    edit_list(
        ManagingEditorFactory(),
        made,
        expected=made.revision,
        title=made.title,
        slug=made.slug,
        introduction="Của họ.",
        wants_notes=True,
    )
    response = desk.post(page_of(made), mine)

    assert "Somebody else has changed this list" in errors_of(response)
    assert "Của tôi." in response.content.decode()
    made.refresh_from_db()
    assert made.introduction == "Của họ."


def test_a_list_with_an_entry_that_fell_can_still_be_edited(desk: Client) -> None:
    task = approved_task(wording="Rà soát quy chế")
    made = draft_list(Pick(task=task))
    lose_approval(task)

    assert "not approved any more" in desk.get(page_of(made)).content.decode()
    response = desk.post(page_of(made), typed(made, title="Tên khác"))
    made.refresh_from_db()
    assert (response.status_code, made.title) == (302, "Tên khác")


def test_the_address_of_a_published_list_is_fixed(desk: Client) -> None:
    made = published_edition(title="Nêu gương").curated_list
    made.refresh_from_db()
    desk.post(page_of(made), typed(made, slug="khac", title="Tên khác"))
    made.refresh_from_db()

    assert (made.title, made.slug) == ("Tên khác", "neu-guong")


def test_a_published_list_is_not_deleted(desk: Client) -> None:
    made = published_edition().curated_list

    desk.post(page_of(made, "delete"), {"post": "yes"})
    assert CuratedList.objects.filter(pk=made.pk).exists()


def test_who_may_only_look_sees_a_list_and_changes_nothing(client: Client) -> None:
    made = draft_list(Pick(article=ArticleFactory(), note="Nên đọc."))
    client.force_login(EditorFactory())

    assert "Nên đọc." in client.get(page_of(made)).content.decode()
    assert client.post(page_of(made), typed(made, title="Khác")).status_code == 403
    assert client.get(ADD).status_code == 403
    made.refresh_from_db()
    assert made.title != "Khác"


def test_the_list_of_lists_costs_the_same_with_more_rows(desk: Client) -> None:
    for _number in range(3):
        published_edition()
    few = queries_for(desk, LIST)
    for _number in range(9):
        submitted_list()

    assert queries_for(desk, LIST) == few


@pytest.mark.parametrize("name", ["change", "preview"])
def test_the_page_of_a_list_costs_the_same_with_more_entries(desk: Client, name: str) -> None:
    def with_entries(number: int) -> CuratedList:
        picks = [Pick(article=ArticleFactory()) for _number in range(number)]
        return draft_list(*picks, *(Pick(task=approved_task()) for _number in range(number)))

    short, long = with_entries(2), with_entries(6)
    assert queries_for(desk, page_of(long, name)) == queries_for(desk, page_of(short, name))


# -- Picking ---------------------------------------------------------------------------------------


def found(desk: Client, what: str, term: str) -> list[str]:
    answer = desk.get(f"/en/admin/portal/curatedlist/{what}/", {"term": term}).json()
    return [row["text"] for row in answer["results"]]


def test_active_articles_are_found_with_or_without_marks(desk: Client) -> None:
    ArticleFactory(title="Giữ lời thề", publisher=PublisherFactory(name="Báo Đông Khê"))
    ArticleFactory(title="Giữ lời hứa", state=Article.State.TAKEN_DOWN, taken_down_reason="Lỗi.")

    assert found(desk, "articles", "giu loi") == ["Giữ lời thề · Báo Đông Khê"]
    assert found(desk, "articles", "Giữ LỜI") == ["Giữ lời thề · Báo Đông Khê"]
    assert found(desk, "articles", "không có") == []


def test_only_approved_tasks_are_found_by_their_approved_wording(desk: Client) -> None:
    approved_task(ArticleFactory(title="Bài một"), wording="Rà soát quy chế")
    found_task(wording="Rà soát quy hoạch")

    assert found(desk, "tasks", "ra soat quy") == ["Rà soát quy chế · Bài một"]
    assert found(desk, "tasks", "%") == []


def test_long_answers_come_page_by_page(desk: Client) -> None:
    ArticleFactory.create_batch(25)

    first = desk.get("/en/admin/portal/curatedlist/articles/").json()
    second = desk.get("/en/admin/portal/curatedlist/articles/", {"page": "2"}).json()
    assert [len(answer["results"]) for answer in (first, second)] == [20, 5]
    assert [answer["pagination"]["more"] for answer in (first, second)] == [True, False]


def test_who_makes_no_lists_picks_nothing(client: Client) -> None:
    client.force_login(EditorFactory())

    for what in ("articles", "tasks"):
        assert client.get(f"/en/admin/portal/curatedlist/{what}/").status_code == 403


# -- On the way to readers -----------------------------------------------------------------------


def test_the_preview_is_the_page_that_readers_will_see(desk: Client) -> None:
    made = draft_list(
        Pick(article=ArticleFactory(title="Giữ lời thề"), note="Nên **đọc**."), title="Nêu gương"
    )
    before = desk.get(page_of(made, "preview")).content.decode()
    made = CuratedList.objects.get(pk=made.pk)
    desk.post(page_of(made, "submit"), {"seen": made.revision})
    desk.force_login(ManagingEditorFactory())
    desk.post(page_of(made, "publish"), {"fingerprint": proof_of(made).fingerprint})
    after = desk.get("/en/danh-muc/neu-guong/").content.decode()

    def entries(page: str) -> str:
        return page.partition('<div class="edition-body">')[2].partition("<footer")[0]

    assert "Nên <strong>đọc</strong>." in entries(before)
    assert entries(before) == entries(after)


def test_the_preview_warns_and_offers_no_button_that_would_be_refused(
    desk: Client, editor: User
) -> None:
    article = ArticleFactory(title="Giữ lời thề")
    made = draft_list(Pick(article=article), person=editor)
    fine = desk.get(page_of(made, "preview")).content.decode()
    Article.objects.update(state="taken_down", taken_down_reason="Lỗi.")
    fallen = desk.get(page_of(made, "preview")).content.decode()

    assert "Entry 1 (“Giữ lời thề”) has no note." in fine
    assert "/submit/" in fine
    assert "the article “Giữ lời thề” has been taken down." in fallen
    assert "/submit/" not in fallen


def test_who_submitted_is_not_offered_to_publish(desk: Client, editor: User) -> None:
    made = submitted_list(by=editor)
    mine = desk.get(page_of(made, "preview")).content.decode()
    seen = proof_of(made).fingerprint
    refused = desk.post(page_of(made, "publish"), {"fingerprint": seen}, follow=True)
    desk.force_login(ManagingEditorFactory())
    theirs = desk.get(page_of(made, "preview")).content.decode()

    assert "/publish/" not in mine
    assert "/publish/" in theirs
    assert "somebody else has to publish it" in refused.content.decode()
    assert not Edition.objects.exists()


def test_a_list_is_sent_back_with_a_note(desk: Client) -> None:
    made = submitted_list()
    address = f"/en/admin/portal/curatedlist/{made.pk}/send-back/"
    desk.post(address, {"note": " ", "seen": made.revision})
    assert CuratedList.objects.get().state == CuratedList.State.SUBMITTED

    desk.post(address, {"note": "Thiếu lời dẫn.", "seen": made.revision})
    assert "Thiếu lời dẫn." in desk.get(page_of(made)).content.decode()


@pytest.mark.parametrize("name", ["submit", "send-back", "publish"])
def test_nothing_happens_by_following_a_link(desk: Client, name: str) -> None:
    made = submitted_list()

    assert desk.get(f"/en/admin/portal/curatedlist/{made.pk}/{name}/").status_code == 405


@pytest.mark.parametrize("seen", ["", "x", "²", "9" * 400])
def test_nonsense_in_hidden_fields_is_refused(desk: Client, seen: str) -> None:
    made = draft_list(Pick(article=ArticleFactory()))
    response = desk.post(page_of(made, "submit"), {"seen": seen}, follow=True)

    assert "Somebody else has changed" in response.content.decode()


def test_strangers_see_no_preview(client: Client) -> None:
    made = draft_list()

    assert client.get(page_of(made, "preview")).status_code == 302
