"""What of a text is most like some words."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from review.likeness import most_alike

WORDS = "Ban Tổ chức Huyện ủy rà soát đội ngũ cán bộ trước ngày 30/6/2022."
LIKE = "Ban Tổ chức Huyện ủy xem lại đội ngũ cán bộ trước ngày 30/6/2022."
LESS = "Văn phòng Huyện ủy rà soát trụ sở trước ngày 15/7/2022."
OTHER = "Năm qua mưa thuận gió hòa, mùa màng bội thu."


def shown(body: str, *also: tuple[int, int], words: str = WORDS) -> list[str]:
    return [body[alike.start : alike.end] for alike in most_alike(body, words, also)]


def test_the_likest_come_first_and_what_is_not_alike_does_not_come() -> None:
    assert shown(f"{OTHER}\n{LESS}\n{LIKE}\n{OTHER}") == [LIKE, LESS]


def test_a_sentence_comes_before_the_paragraph_that_it_stands_in() -> None:
    paragraph = f"{OTHER} {LIKE} {OTHER}"
    assert shown(paragraph) == [LIKE, paragraph]


def test_of_nearly_the_same_place_only_the_likest_comes() -> None:
    body = f"a) {LIKE}"
    assert shown(body, (3, len(body))) == [LIKE]


def test_a_span_that_is_given_is_as_good_as_a_sentence() -> None:
    body = f"{OTHER[:-1]}, {LIKE[:-1]}, {OTHER}"
    start = body.index(LIKE[:-1])
    assert shown(body, (start, start + len(LIKE) - 1))[0] == LIKE[:-1]


def test_case_and_the_place_of_tone_marks_make_nothing_less_alike() -> None:
    body = LIKE.upper().replace("ỦY", "UỶ")
    assert most_alike(body, LIKE)[0].ratio == 1


def test_words_without_a_syllable_are_like_nothing() -> None:
    assert most_alike(LIKE, "…") == []


@given(body=st.text("ab .\n", max_size=80), words=st.text("ab ", max_size=20))
def test_never_more_than_five_come_and_each_stands_in_the_text(body: str, words: str) -> None:
    found = most_alike(body, words)
    assert len(found) <= 5
    assert all(0 <= one.start < one.end <= len(body) for one in found)
    assert [one.ratio for one in found] == sorted((one.ratio for one in found), reverse=True)


def test_a_long_text_is_gone_through_in_a_moment() -> None:
    body = "\n".join(f"Việc {n}: chi bộ {n % 97} rà soát đội ngũ cán bộ." for n in range(8_000))
    begin = perf_counter()
    assert len(most_alike(body, WORDS)) == 5
    assert perf_counter() - begin < 10
