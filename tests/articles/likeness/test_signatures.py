"""Signatures: they never change by themselves, and estimate what the exact comparison says."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.likeness.grams import grams, measure, words_of
from articles.likeness.signatures import KEYS, estimate, sign
from tests.articles.alike import EXCERPT, OTHER_ON_THE_SAME_MEETING, REPORTED, REPOSTED

WORDS = st.sampled_from(["ai", "bộ", "cả", "dân", "đảng", "em", "gì", "học", "ủy", "xã"])
TEXTS = st.lists(WORDS, max_size=200).map(" ".join)


def test_the_signature_of_a_text_is_the_same_for_ever() -> None:
    """If this fails, stored signatures are of no use: have all articles compared again."""
    assert sign(REPORTED)[:3] == [
        -6819455672317720580,
        6299917558665341811,
        -818546499238082531,
    ]


def test_it_is_the_same_in_another_process() -> None:
    program = "import sys; from articles.likeness.signatures import sign; print(sign(sys.argv[1]))"
    told = subprocess.run(
        [sys.executable, "-c", program, REPORTED],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": "."},
    )
    assert told.stdout.strip() == str(sign(REPORTED))


@given(TEXTS)
def test_it_has_64_keys_that_postgresql_can_keep_or_none(text: str) -> None:
    keys = sign(text)
    assert len(keys) in {0, KEYS}
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert bool(keys) == (len(grams(words_of(text), 3)) >= 20)


@given(TEXTS)
def test_neither_case_nor_signs_nor_the_place_of_tones_count(text: str) -> None:
    assert sign(text) == sign(text.upper().replace("ỦY", "UỶ").replace(" ", ", "))


@given(TEXTS, TEXTS)
def test_a_text_is_like_itself_and_as_like_another_as_that_to_it(one: str, other: str) -> None:
    keys, others = sign(one), sign(other)
    assert estimate(keys, others) == estimate(others, keys)
    assert estimate(keys, keys) == (1 if keys else 0)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.integers(60, 1500), st.floats(0, 1))
def test_the_estimate_is_near_the_exact_likeness(seed: int, length: int, share: float) -> None:
    one, other = texts_sharing(share, length, random.Random(seed))
    exact = measure(one, other).jaccard
    assert abs(estimate(sign(one), sign(other)) - exact) < 0.25


def test_on_the_average_it_is_the_exact_likeness() -> None:
    chance = random.Random(1)
    off = []
    for _each in range(200):
        one, other = texts_sharing(0.6, 300, chance)
        off.append(estimate(sign(one), sign(other)) - measure(one, other).jaccard)
    assert abs(sum(off) / len(off)) < 0.01
    assert (sum(each**2 for each in off) / len(off)) ** 0.5 < 0.06


@pytest.mark.parametrize(("jaccard", "found"), [(0.3, 0.98), (0.5, 1.0)])
def test_texts_share_a_key_as_often_as_the_module_says(jaccard: float, found: float) -> None:
    chance = random.Random(2)
    pairs = [texts_sharing(2 * jaccard / (1 + jaccard), 500, chance) for _each in range(200)]
    sharing = sum(bool({*sign(one)} & {*sign(other)}) for one, other in pairs)
    assert sharing / len(pairs) >= found


def test_reposts_are_alike_and_other_articles_are_not() -> None:
    reported = sign(REPORTED)
    assert estimate(reported, sign(REPOSTED)) > 0.5
    assert estimate(reported, sign(EXCERPT)) > 0.12
    assert estimate(reported, sign(OTHER_ON_THE_SAME_MEETING)) < 0.12


def texts_sharing(share: float, length: int, chance: random.Random) -> tuple[str, str]:
    """Two texts of words that stand nowhere twice, of which the first part is the same."""
    words = [f"w{number}" for number in chance.sample(range(10**9), 2 * length)]
    same = round(share * length)
    return " ".join(words[:length]), " ".join(words[:same] + words[length : 2 * length - same])
