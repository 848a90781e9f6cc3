"""Mentions of themes: what matters and what does not."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.finding import Spelling, Vocabulary, find_mentions

VOCABULARY = Vocabulary(
    [
        Spelling("nêu gương", "nêu gương"),
        Spelling("nêu gương", "trách nhiệm nêu gương"),
        Spelling("tự diễn biến", "tự diễn biến"),
        Spelling("tự chuyển hóa", "tự chuyển hóa"),
        Spelling("diễn biến", "diễn biến"),
        Spelling("Đảng", "Đảng"),
    ],
    {"diễn biến": ["diễn biến hòa bình"]},
)


def found(body: str) -> list[tuple[str, str]]:
    return [(m.theme, body[m.start : m.end]) for m in find_mentions(body, VOCABULARY)]


@pytest.mark.parametrize(
    "words",
    [
        "tự chuyển hóa",
        "TỰ CHUYỂN HOÁ",
        "Tự chuyển hoá",
        "tự\nchuyển  hóa",
        "tự “chuyển hóa”"[:-1],
    ],
)
def test_a_theme_is_found_however_it_is_written(words: str) -> None:
    assert found(f"chống “{words}” trong nội bộ") == [("tự chuyển hóa", words)]


@pytest.mark.parametrize(
    "body",
    ["", "tự chuyên hóa", "đang làm", "gương nêu", "nêugương", "nêu gươngx", "xnêu gương"],
)
def test_another_word_is_no_mention(body: str) -> None:
    assert found(body) == []


def test_the_longest_spelling_wins_and_is_counted_once() -> None:
    assert found("trách nhiệm nêu gương") == [("nêu gương", "trách nhiệm nêu gương")]


def test_the_longer_theme_hides_the_shorter_in_it() -> None:
    assert found("chống “tự diễn biến”") == [("tự diễn biến", "tự diễn biến")]


def test_an_excluded_context_does_not_count() -> None:
    assert found("âm mưu “diễn biến hoà bình”") == []
    assert found("diễn biến phức tạp") == [("diễn biến", "diễn biến")]


def test_mentions_keep_the_order_of_the_text() -> None:
    assert [theme for theme, _ in found("Đảng viên nêu gương, chống tự diễn biến")] == [
        "Đảng",
        "nêu gương",
        "tự diễn biến",
    ]


def test_one_spelling_of_two_themes_counts_for_both() -> None:
    both = Vocabulary([Spelling("a", "nêu gương"), Spelling("b", "Nêu gương")])
    assert [mention.theme for mention in both.find("nêu gương")] == ["a", "b"]


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert Vocabulary([]).find("nêu gương") == ()
    assert Vocabulary([Spelling("x", " … ")]).find("x …") == ()


def test_a_vocabulary_is_shared_between_threads() -> None:
    body = "nêu gương " * 500
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: len(VOCABULARY.find(body)), range(8)))
    assert counts == [500] * 8
