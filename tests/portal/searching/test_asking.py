"""What was typed, as search understands it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.searching.asking import MOST_WORDS, read


def test_every_word_has_to_be_there_whatever_its_marks() -> None:
    assert read("Đảng ủy").plain() == "'dang' & 'uy'"


def test_marks_count_where_they_are_asked_for_and_the_place_of_a_tone_does_not() -> None:
    assert read("Đảng ủy").written() == "'=đảng' & '=uỷ'" == read("đảng uỷ").written()
    assert read("đảng").has_marks
    assert not read("dang").has_marks


def test_words_in_quotation_marks_stand_next_to_each_other() -> None:
    assert (
        read("“tự diễn biến” «chi bộ»").plain() == "('tu' <-> 'dien' <-> 'bien') & ('chi' <-> 'bo')"
    )


def test_the_number_of_a_document_is_a_phrase_however_many_noughts_it_has() -> None:
    assert (
        read("09-NQ/TU").plain()
        == "('9' <-> 'nq' <-> 'tu')"
        == read("9 NQ-TU".replace(" ", "-")).plain()
    )


def test_a_word_is_refused_as_it_was_typed() -> None:
    assert read("huyện -đang -xa").plain() == "!('=đang') & !('xa') & 'huyen'"
    assert read('huyện -"chi bộ"').plain() == "!('=chi' <-> '=bộ') & 'huyen'"
    assert read("huyện –đang").plain() == "!('=đang') & 'huyen'"


@pytest.mark.parametrize("either", ["or", "OR", "hoặc", "hoac", "Hoặc"])
def test_one_of_two_is_enough(either: str) -> None:
    assert read(f"xã {either} phường tốt").plain() == "('xa' | 'phuong') & 'tot'"


def test_an_operator_with_nothing_to_work_on_is_passed_over() -> None:
    assert read("xã or").plain() == "'xa'"
    assert read("or xã").plain() == "'or' & 'xa'"
    assert read("xã - phường").plain() == "'xa' & 'phuong'"


@pytest.mark.parametrize("typed", ["", " ", '"', '""', '- " -"" -', "???", "\x00", "_", "’"])
def test_signs_alone_ask_for_nothing(typed: str) -> None:
    assert not read(typed).terms


def test_refusing_alone_asks_for_nothing() -> None:
    assert not read("-xã").terms


def test_a_quotation_mark_without_its_other_half_does_no_harm() -> None:
    assert read('đảng "ủy').plain() == "'dang' & 'uy'"


def test_the_last_word_may_be_a_beginning() -> None:
    assert read("nghị quy").beginning() == "'nghi' & 'quy':*"
    assert read('huyện "nghị quy').beginning() == "'huyen' & 'nghi' & 'quy':*"
    assert read("-xã").beginning() == ""


def test_words_in_a_row_are_asked_for_where_that_says_more() -> None:
    assert read("chi bộ").in_a_row(with_marks=False) == "'chi' <-> 'bo'"
    assert read("chi bộ").in_a_row(with_marks=True) == "'=chi' <-> '=bộ'"
    assert read('"chi bộ"').in_a_row(with_marks=True) == ""
    assert read("xã or phường tốt").in_a_row(with_marks=True) == ""


def test_only_the_first_words_of_very_many_are_asked_for() -> None:
    assert len(read("xã " * 5_000).terms) == MOST_WORDS
    assert sum(len(term.words) for term in read('"' + "xã " * 5_000 + '"').terms) == MOST_WORDS


@given(st.text())
def test_whatever_is_typed_can_be_read(typed: str) -> None:
    asked = read(typed)
    for query in (asked.plain(), asked.written(), asked.beginning()):
        assert query.count("'") % 2 == 0
        assert query.count("(") == query.count(")")
