from typing import Any

import pytest

from articles.models import Article
from articles.refusal import NotAllowed, Refused
from portal.actions import (
    Pick,
    arrange_entries,
    create_list,
    delete_list,
    edit_list,
    send_back,
    submit_list,
)
from portal.models import CuratedList
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    draft_list,
    found_task,
    published_edition,
    submitted_list,
)

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def edited(curated_list: CuratedList, **changes: Any) -> CuratedList:
    said: dict[str, Any] = {
        "title": curated_list.title,
        "slug": curated_list.slug,
        "introduction": curated_list.introduction,
        "wants_notes": curated_list.wants_notes,
    }
    return edit_list(
        ManagingEditorFactory(), curated_list, expected=curated_list.revision, **said | changes
    )


def arranged(curated_list: CuratedList, *picks: Pick) -> CuratedList:
    return arrange_entries(
        ManagingEditorFactory(), curated_list, picks, expected=curated_list.revision
    )


def places(curated_list: CuratedList) -> list[tuple[int, str, str]]:
    return [(e.position, str(e.article or e.task), e.note) for e in curated_list.entries.all()]


# -- Making and editing --------------------------------------------------------------------------


def test_a_list_takes_its_address_from_its_title() -> None:
    made = create_list(ManagingEditorFactory(), title="  Đổi mới lề lối  làm việc ở huyện ủy ")

    assert (made.title, made.slug) == (
        "Đổi mới lề lối làm việc ở huyện ủy",
        "doi-moi-le-loi-lam-viec-o-huyen-uy",
    )


def test_an_editor_without_the_right_makes_no_list() -> None:
    with pytest.raises(NotAllowed):
        create_list(EditorFactory(), title="Nêu gương")


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_is_needed_and_has_an_end(title: str) -> None:
    with pytest.raises(Refused):
        create_list(ManagingEditorFactory(), title=title)


@pytest.mark.parametrize("slug", ["Nêu-gương", "a b", "../x", "A", "x" * 101])
def test_an_address_is_plain(slug: str) -> None:
    with pytest.raises(Refused, match="address"):
        create_list(ManagingEditorFactory(), title="Nêu gương", slug=slug)


def test_a_title_of_signs_only_gives_no_address() -> None:
    with pytest.raises(Refused, match="address"):
        create_list(ManagingEditorFactory(), title="…")


def test_two_lists_never_share_an_address() -> None:
    create_list(ManagingEditorFactory(), title="Nêu gương")

    with pytest.raises(Refused, match="neu-guong"):
        create_list(ManagingEditorFactory(), title="Nêu gương")


def test_a_published_address_lasts() -> None:
    curated_list = published_edition().curated_list
    curated_list.refresh_from_db()

    with pytest.raises(Refused, match="no longer"):
        edited(curated_list, slug="dia-chi-khac")


def test_editing_a_submitted_list_makes_it_a_draft_again() -> None:
    changed = edited(submitted_list(), introduction="Lời giới thiệu mới.")

    assert (changed.state, changed.submitted_by) == (CuratedList.State.DRAFT, None)


def test_saving_a_submitted_list_unchanged_leaves_it_submitted() -> None:
    submitted = submitted_list()

    assert edited(submitted).state == CuratedList.State.SUBMITTED
    same = [Pick(article=entry.article, note=entry.note) for entry in submitted.entries.all()]
    assert arranged(submitted, *same).state == CuratedList.State.SUBMITTED


def test_of_two_people_with_the_same_form_the_second_is_told() -> None:
    mine = draft_list()
    theirs = CuratedList.objects.get(pk=mine.pk)
    edited(mine, introduction="Của tôi.")

    with pytest.raises(Refused, match="Somebody else has changed"):
        edited(theirs, introduction="Của họ.")
    with pytest.raises(Refused, match="Somebody else has changed"):
        arranged(theirs, Pick(article=ArticleFactory()))
    assert CuratedList.objects.get(pk=mine.pk).introduction == "Của tôi."


def test_a_list_is_deleted_until_it_is_published() -> None:
    draft = draft_list(Pick(article=ArticleFactory()))
    delete_list(ManagingEditorFactory(), draft)
    assert not CuratedList.objects.filter(pk=draft.pk).exists()

    with pytest.raises(Refused, match="published"):
        delete_list(ManagingEditorFactory(), published_edition().curated_list)


# -- Entries -------------------------------------------------------------------------------------


def test_entries_stand_in_the_order_given() -> None:
    first, second = ArticleFactory(title="Một"), ArticleFactory(title="Hai")
    task = approved_task(wording="Ba")
    made = draft_list(Pick(article=first), Pick(article=second, note="Đáng đọc."), Pick(task=task))

    turned = arranged(made, Pick(task=task), Pick(article=second, note="Nên đọc."))

    assert places(turned) == [(1, "Ba", ""), (2, "Hai", "Nên đọc.")]


def test_an_entry_keeps_its_row_when_it_moves() -> None:
    first, second = ArticleFactory(), ArticleFactory()
    made = draft_list(Pick(article=first), Pick(article=second))
    row = made.entries.get(article=second).pk

    assert (
        arranged(made, Pick(article=second), Pick(article=first)).entries.get(position=1).pk == row
    )


def test_nothing_stands_in_a_list_twice() -> None:
    article = ArticleFactory()

    with pytest.raises(Refused, match="twice"):
        draft_list(Pick(article=article), Pick(article=article))


def test_an_entry_is_an_article_or_a_task() -> None:
    with pytest.raises(Refused, match="either"):
        draft_list(Pick())
    with pytest.raises(Refused, match="either"):
        draft_list(Pick(article=ArticleFactory(), task=approved_task()))


def test_only_what_may_be_published_can_be_added() -> None:
    gone = ArticleFactory(state=Article.State.TAKEN_DOWN, taken_down_reason="Tòa soạn yêu cầu.")

    with pytest.raises(Refused, match="taken down"):
        draft_list(Pick(article=gone))
    with pytest.raises(Refused, match="not approved"):
        draft_list(Pick(task=found_task()))


def test_what_was_added_before_stays_until_somebody_takes_it_out() -> None:
    article = ArticleFactory()
    made = draft_list(Pick(article=article))
    Article.objects.filter(pk=article.pk).update(state="taken_down", taken_down_reason="Lỗi.")
    article.refresh_from_db()

    assert places(arranged(made, Pick(article=article, note="Xem lại.")))[0][2] == "Xem lại."


def test_the_record_says_who_changed_a_list_and_its_entries_wherever_that_was() -> None:
    person = ManagingEditorFactory()
    made = draft_list(Pick(article=ArticleFactory()), person=person)

    rows: list[Any] = [made, made.entries.get()]
    for row in rows:
        users = [event.pgh_context.metadata["user"] for event in row.events.all()]
        assert users
        assert set(users) == {person.pk}


# -- Submitting ----------------------------------------------------------------------------------


def test_an_empty_list_is_not_submitted() -> None:
    empty = draft_list()

    with pytest.raises(Refused, match="no entries"):
        submit_list(ManagingEditorFactory(), empty, expected=empty.revision)


def test_submitting_twice_is_refused() -> None:
    submitted = submitted_list()

    with pytest.raises(Refused, match="already"):
        submit_list(ManagingEditorFactory(), submitted, expected=submitted.revision)


def test_a_list_is_sent_back_with_a_note_that_stays_until_the_next_submission() -> None:
    submitted = submitted_list()

    with pytest.raises(Refused, match="still wants"):
        send_back(ManagingEditorFactory(), submitted, note=" ", expected=submitted.revision)
    back = send_back(
        ManagingEditorFactory(), submitted, note="Thiếu lời dẫn.", expected=submitted.revision
    )

    assert (back.state, back.submitted_by) == (CuratedList.State.DRAFT, None)
    assert back.sent_back_note == "Thiếu lời dẫn."
    again = submit_list(ManagingEditorFactory(), back, expected=back.revision)
    assert again.sent_back_note == ""


def test_a_draft_is_not_sent_back() -> None:
    draft = draft_list()

    with pytest.raises(Refused, match="not submitted"):
        send_back(ManagingEditorFactory(), draft, note="Vì sao?", expected=draft.revision)
