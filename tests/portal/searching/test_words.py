"""Words as search knows them, and how they are kept for PostgreSQL."""

import pytest

from articles.vietnamese import for_search
from portal.searching.words import LONGEST_WORD, in_a_row, vector, words


def test_each_word_is_known_without_and_with_its_marks() -> None:
    assert [(word.plain, word.written) for word in words("Đảng ủy")] == [
        ("dang", "đảng"),
        ("uy", "uỷ"),
    ]


def test_words_stand_where_their_letters_are() -> None:
    text = "Số 09-NQ/TU; “tự diễn biến”"
    assert [text[word.start : word.end] for word in words(text)] == [
        *("Số", "09", "NQ", "TU", "tự", "diễn", "biến"),
    ]


def test_noughts_before_a_number_do_not_count() -> None:
    assert [word.plain for word in words("09 009 0 00 05a")] == ["9", "9", "0", "0", "05a"]


def test_words_are_kept_in_their_places_with_a_gap_between_texts() -> None:
    assert vector([("Chi bộ", "A"), ("bộ", "D")]) == ("'chi':1A '=chi':1A 'bo':2A,5D '=bộ':2A,5D")


def test_a_word_without_end_is_cut() -> None:
    assert [len(word.plain) for word in words("x" * 10_000)] == [LONGEST_WORD]


@pytest.mark.parametrize("text", ["09 - NQ/TU", "9-NQ/TU", "009–nq_tu"])
def test_a_phrase_is_found_whatever_stands_between_its_words(text: str) -> None:
    assert in_a_row(list(words("09-NQ/TU"))).fullmatch(for_search(text))


def test_a_phrase_is_not_found_in_the_middle_of_words() -> None:
    assert not in_a_row(list(words("bo"))).search("boi tbo bo1 1bo")
