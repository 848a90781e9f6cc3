"""Mentions of themes: what matters and what does not."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.finding import Spelling, Vocabulary, find_mentions
from articles.finding.themes import spelling_key
from articles.vietnamese import normalise

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


SAME_WORDS = [
    ("hòa bình", "hoà bình"),
    ("hoà bình", "HÒA BÌNH"),
    ("thủy lợi", "Thuỷ lợi"),
    ("Ủy ban", "uỷ ban"),
    ("khỏe mạnh", "khoẻ mạnh"),
    ("nêu gương", "nêu\ngương"),
    ("nêu gương", "nêu \n  gương"),
    ("nêu gương", "nêu\u00a0gương"),
    ("nêu gương", "nêu\t\tgương"),
    ("nêu gương", "nê\u00adu gương"),
    ("nêu gương", "ne\u0302u g\u01b0\u01a1ng"),
    ("tự diễn biến", "tự “diễn biến"),
    ("tự diễn biến", "tự 'diễn' biến"),
    ("tự “diễn biến”", "tự diễn biến"),
    ("kinh tế - xã hội", "kinh tế – xã hội"),
    ("kinh tế - xã hội", "kinh tế-xã hội"),
    ("kinh tế-xã hội", "kinh tế\n- xã hội"),
    ("kinh tế - xã hội", "kinh tế -xã hội"),
    ("đảng", "Ðảng"),
    ("4.0", "4.0"),
    ("“nêu gương”", "nêu gương"),
]


@pytest.mark.parametrize(("spelling", "words"), SAME_WORDS)
def test_what_makes_no_other_word_does_not_matter(spelling: str, words: str) -> None:
    body = normalise(f"Phải {words}, như đã nói.")
    (mention,) = Vocabulary([Spelling("t", spelling)]).find(body)
    assert body[mention.start : mention.end] == normalise(words)
    assert spelling_key(body[mention.start : mention.end]) == spelling_key(spelling)


OTHER_WORDS = [
    ("đảng", "đang"),
    ("đảng", "đáng"),
    ("hòa bình", "hóa bình"),
    ("hòa bình", "hoa bình"),
    ("hòa bình", "hòa, bình"),
    ("hòa bình", "hòa. bình"),
    ("hòa bình", "hòa-bình"),
    ("hòa bình", "hòabình"),
    ("kinh tế - xã hội", "kinh tế xã hội"),
    ("kinh tế - xã hội", "kinh tế, xã hội"),
    ("tự", "tựa"),
    ("tự", "2tự"),
    ("4.0", "14.0"),
    ("4.0", "4.05"),
    ("nêu gương", "nêu cao gương"),
    ("ăn", "an"),
    ("ăn", "ân"),
    ("thủy", "thuy"),
]


@pytest.mark.parametrize(("spelling", "words"), OTHER_WORDS)
def test_what_makes_another_word_does(spelling: str, words: str) -> None:
    assert Vocabulary([Spelling("t", spelling)]).find(f"Phải {words}, như đã nói.") == ()
    assert spelling_key(spelling) != spelling_key(words)


@pytest.mark.parametrize(
    "around", ["({})", "“{}”", "«{}»", "…{}…", "{}.Dự", "này.{}", "/{}/", "_{}_", "{}", "\n{}\n"]
)
def test_a_word_ends_where_no_letter_or_digit_follows(around: str) -> None:
    body = around.format("nêu gương")
    (mention,) = find_mentions(body, VOCABULARY)
    assert body[mention.start : mention.end] == "nêu gương"


def test_the_longest_spelling_wins_and_is_counted_once() -> None:
    assert found("trách nhiệm nêu gương") == [("nêu gương", "trách nhiệm nêu gương")]


def test_the_longer_theme_hides_the_shorter_in_it() -> None:
    assert found("chống “tự diễn biến”") == [("tự diễn biến", "tự diễn biến")]


def test_an_excluded_context_does_not_count() -> None:
    assert found("âm mưu “diễn biến hoà bình”") == []
    assert found("diễn biến phức tạp") == [("diễn biến", "diễn biến")]


@pytest.mark.parametrize(
    ("body", "mentions"),
    [
        ("xây dựng Đảng", ["xây dựng Đảng"]),
        ("xây dựng Đảng bộ vững mạnh", ["Đảng bộ vững mạnh"]),
        ("xây dựng Đảng, Đảng bộ vững mạnh", ["xây dựng Đảng", "Đảng bộ vững mạnh"]),
        ("cán bộ xây dựng Đảng bộ vững mạnh", ["cán bộ xây dựng", "Đảng bộ vững mạnh"]),
        ("cán bộ xây dựng Đảng", ["cán bộ xây dựng"]),
        ("dân chủ dân chủ dân", ["dân chủ dân"]),
    ],
)
def test_of_spellings_that_overlap_the_longest_wins_and_then_the_first(
    body: str, mentions: list[str]
) -> None:
    spellings = [
        "xây dựng Đảng",
        "Đảng bộ vững mạnh",
        "cán bộ xây dựng",
        "dân chủ dân",
    ]
    vocabulary = Vocabulary([Spelling(text, text) for text in spellings])
    assert [mention.theme for mention in vocabulary.find(body)] == mentions


@pytest.mark.parametrize(
    ("body", "themes"),
    [
        ("âm mưu diễn biến hòa bình", ["biến hòa"]),
        ("âm mưu “diễn biến” hoà bình", ["biến hòa"]),
        ("diễn biến hòa", ["diễn biến"]),
        ("diễn biến hòa bìnhh", ["diễn biến"]),
        ("diễn biến hoa bình", ["diễn biến"]),
        ("diễn biến rồi diễn biến hòa bình", ["diễn biến", "biến hòa"]),
        ("diễn biến hòa bình rồi diễn biến", ["biến hòa", "diễn biến"]),
        ("tự diễn biến hòa bình", ["tự diễn biến"]),
        ("tự diễn biến một cách hòa bình", ["tự diễn biến"]),
    ],
)
def test_words_in_an_excluded_context_neither_count_nor_hide_others(
    body: str, themes: list[str]
) -> None:
    vocabulary = Vocabulary(
        [Spelling(text, text) for text in ("diễn biến", "biến hòa", "tự diễn biến")],
        {"diễn biến": ["diễn biến hòa bình"], "tự diễn biến": ["không tự diễn biến hòa bình"]},
    )
    assert [mention.theme for mention in vocabulary.find(body)] == themes


def test_a_context_counts_only_for_the_theme_that_excludes_it() -> None:
    both = Vocabulary(
        [Spelling("a", "diễn biến"), Spelling("b", "diễn biến")], {"a": ["diễn biến hòa bình"]}
    )
    assert [mention.theme for mention in both.find("diễn biến hòa bình")] == ["b"]


def test_a_text_of_one_spelling_over_and_over_takes_no_longer_than_its_length() -> None:
    chain = Vocabulary([Spelling("t", "ha ha ha")])
    assert len(chain.find("ha " * 120_000)) == 40_000


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
