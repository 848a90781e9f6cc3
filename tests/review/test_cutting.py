"""Edges of tasks, moved by a word or a sentence, and places to cut at."""

import pytest

from review.cutting import (
    Unit,
    are_whole_words,
    cut_moved,
    end_moved,
    likely_cut,
    start_moved,
    trimmed,
)

BODY = "Mở đầu.\nMột là, rà soát cán bộ; báo cáo Huyện ủy. Hai là, họp chi bộ.\nHết bài."
TASK = (BODY.index("rà soát"), BODY.index(" Hai là"))


def at(words: str) -> int:
    return BODY.index(words)


@pytest.mark.parametrize(
    ("unit", "later", "begins"),
    [
        (Unit.WORD, False, "là, rà"),
        (Unit.WORD, True, "soát"),
        (Unit.SENTENCE, False, "Một là"),
    ],
)
def test_a_task_begins_a_word_or_a_sentence_earlier_or_later(
    unit: Unit, begins: str, *, later: bool
) -> None:
    assert start_moved(BODY, TASK, unit, later=later) == at(begins)


@pytest.mark.parametrize(
    ("unit", "later", "ends"),
    [
        (Unit.WORD, False, "ủy."),
        (Unit.WORD, True, " là, họp"),
        (Unit.SENTENCE, True, "\nHết"),
    ],
)
def test_a_task_ends_a_word_or_a_sentence_earlier_or_later(
    unit: Unit, ends: str, *, later: bool
) -> None:
    expected = at(ends) - (1 if ends == "ủy." else 0)
    assert end_moved(BODY, TASK, unit, later=later) == expected


def test_an_edge_stays_within_the_text_and_leaves_a_word_of_the_task() -> None:
    assert start_moved(BODY, (0, 7), Unit.WORD, later=False) is None
    assert end_moved(BODY, (0, len(BODY)), Unit.SENTENCE, later=True) is None
    word = (at("Mở"), at(" đầu"))
    assert start_moved(BODY, word, Unit.WORD, later=True) is None
    assert end_moved(BODY, word, Unit.WORD, later=False) is None


def test_a_task_is_most_likely_cut_between_its_sentences() -> None:
    whole = (at("Một là"), at("\nHết"))
    assert likely_cut(BODY, whole) == at("Hai là")


def test_a_sentence_is_most_likely_cut_between_its_clauses_and_a_clause_near_its_middle() -> None:
    assert likely_cut(BODY, TASK) == at("báo cáo")
    assert likely_cut(BODY, (at("rà soát"), at("; báo"))) == at("cán")
    assert likely_cut(BODY, (at("Mở"), at(" đầu"))) is None


def test_a_cut_moves_within_the_task() -> None:
    assert cut_moved(BODY, TASK, at("báo cáo"), Unit.WORD, later=True) == at("cáo Huyện")
    assert cut_moved(BODY, TASK, at("soát"), Unit.WORD, later=False) is None
    assert cut_moved(BODY, TASK, at("báo cáo"), Unit.SENTENCE, later=True) is None


def test_white_space_at_the_ends_is_left_out_and_no_word_is_cut() -> None:
    assert trimmed(BODY, at(" Hai là"), at("Hết")) == (at("Hai là"), at("\nHết"))
    assert are_whole_words(BODY, *TASK)
    assert not are_whole_words(BODY, TASK[0] + 1, TASK[1])
