"""Taking paragraphs out of a text and putting them back: nothing is lost, everything stays put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import Dropped, Reason, Span
from articles.reading.amending import TextState, amend, lines_of, paragraph_key, put_back, take_out

BODY = "Mở đầu.\nI. Kết quả\nĐã làm xong.\nSắp tới sẽ làm."
STATE = TextState(
    body=BODY,
    lead="Mở đầu.",
    headings=(Span(8, 18),),
    dropped=(
        Dropped("Chia sẻ", Reason.SHARE, 0),
        Dropped("Ảnh: hội nghị", Reason.CAPTION, 19),
        Dropped("Xem thêm", Reason.RELATED, len(BODY) + 1),
    ),
)

LINES = st.text(alphabet="aăâbcđ ủ.", min_size=1, max_size=8)


@st.composite
def states(draw: st.DrawFn) -> TextState:
    paragraphs = draw(st.lists(LINES, min_size=1, max_size=6))
    body = "\n".join(paragraphs)
    starts = [0, *(at + 1 for at, sign in enumerate(body) if sign == "\n"), len(body) + 1]
    places = sorted(draw(st.lists(st.sampled_from(starts), max_size=5)))
    headed = draw(st.booleans())
    return TextState(
        body=body,
        lead=paragraphs[-1],
        headings=(Span(0, len(paragraphs[0])),) if headed else (),
        dropped=tuple(Dropped(draw(LINES), Reason.MENU, place) for place in places),
    )


def lines_in_order(state: TextState) -> list[str]:
    return [line.text for line in lines_of(state)]


def test_the_lines_of_a_page_stand_in_its_order_with_what_was_left_out() -> None:
    assert [(line.text, line.reason, line.heading) for line in lines_of(STATE)] == [
        ("Chia sẻ", Reason.SHARE, False),
        ("Mở đầu.", None, False),
        ("I. Kết quả", None, True),
        ("Ảnh: hội nghị", Reason.CAPTION, False),
        ("Đã làm xong.", None, False),
        ("Sắp tới sẽ làm.", None, False),
        ("Xem thêm", Reason.RELATED, False),
    ]
    assert [line.place for line in lines_of(STATE)] == [0, 0, 8, 1, 19, 32, 2]


def test_a_paragraph_that_is_taken_out_stands_among_the_dropped() -> None:
    after = take_out(STATE, BODY.index("Đã làm"))

    assert after.body == "Mở đầu.\nI. Kết quả\nSắp tới sẽ làm."
    assert Dropped("Đã làm xong.", Reason.EDITOR, 19) in after.dropped
    assert after.headings == STATE.headings


def test_a_dropped_line_comes_back_where_it_stood() -> None:
    after = put_back(STATE, 1)

    assert after.body == "Mở đầu.\nI. Kết quả\nẢnh: hội nghị\nĐã làm xong.\nSắp tới sẽ làm."
    assert [left.text for left in after.dropped] == ["Chia sẻ", "Xem thêm"]


def test_a_line_from_the_foot_of_the_page_comes_back_at_the_end() -> None:
    assert put_back(STATE, 2).body == BODY + "\nXem thêm"


def test_headings_move_with_their_words() -> None:
    after = put_back(STATE, 0)

    assert [after.body[start:end] for start, end in after.headings] == ["I. Kết quả"]


def test_the_next_paragraph_leads_when_the_lead_is_taken_out() -> None:
    assert take_out(STATE, 0).lead == "Đã làm xong."


def test_a_lead_reads_without_the_dateline_of_its_paragraph() -> None:
    first, second = "(PLO)- Tỉnh đã làm xong.", "TTO - Sắp tới sẽ làm."
    state = TextState(f"{first}\n{second}\nHết.", "Tỉnh đã làm xong.", (), ())
    assert take_out(state, 0).lead == "Sắp tới sẽ làm."
    assert take_out(state, len(first) + 1).lead == state.lead


def test_a_lead_that_is_put_back_leads_again() -> None:
    without = take_out(STATE, 0)

    assert put_back(without, 1).lead == "Mở đầu."


def test_what_is_put_back_at_the_top_opens_the_text() -> None:
    assert put_back(STATE, 0).lead == "Chia sẻ"
    assert put_back(STATE, 1).lead == STATE.lead


def test_a_heading_that_is_put_back_is_a_heading_again() -> None:
    assert put_back(take_out(STATE, 8), 1) == STATE


@pytest.mark.parametrize("start", [-1, 1, 7, len(BODY), len(BODY) + 9])
def test_only_a_whole_paragraph_can_be_taken_out(start: int) -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        take_out(STATE, start)


def test_the_only_paragraph_cannot_be_taken_out() -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        take_out(TextState("Một đoạn.", "Một đoạn.", (), ()), 0)


@pytest.mark.parametrize("number", [-1, 3])
def test_only_what_was_dropped_can_be_put_back(number: int) -> None:
    with pytest.raises(IndexError):
        put_back(STATE, number)


def test_what_people_said_holds_in_another_reading() -> None:
    wanted = {paragraph_key("ẢNH: hội  nghị"): True, paragraph_key("Mở đầu"): False}

    after = amend(STATE, wanted)

    assert after.body == "I. Kết quả\nẢnh: hội nghị\nĐã làm xong.\nSắp tới sẽ làm."
    assert amend(after, wanted) == after


def test_a_text_is_never_emptied() -> None:
    wanted = {paragraph_key(line): False for line in BODY.split("\n")}

    assert amend(STATE, wanted).body in BODY.split("\n")


@given(states(), st.data())
def test_no_line_of_the_page_is_lost_or_moved(state: TextState, data: st.DataObject) -> None:
    starts = [0, *(at + 1 for at, sign in enumerate(state.body) if sign == "\n")]
    after = state
    if len(starts) > 1:
        after = take_out(state, data.draw(st.sampled_from(starts)))
    if after.dropped:
        after = put_back(after, data.draw(st.integers(0, len(after.dropped) - 1)))

    assert lines_in_order(after) == lines_in_order(state)


@given(states(), st.data())
def test_what_is_taken_out_comes_back_to_its_place(state: TextState, data: st.DataObject) -> None:
    starts = [0, *(at + 1 for at, sign in enumerate(state.body) if sign == "\n")]
    if len(starts) == 1:
        return
    after = take_out(state, data.draw(st.sampled_from(starts)))
    number = next(n for n, left in enumerate(after.dropped) if left.reason is Reason.EDITOR)

    assert put_back(after, number).body == state.body
