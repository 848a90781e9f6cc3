"""Krippendorff's alpha and Wilson's interval, against what is published and what must hold."""

from itertools import chain
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.agreement import Agreement, Share, agreement_on

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C, on page 8
# (repository.upenn.edu/asc_papers/43): 4 observers, 12 units, nominal values, some missing;
# alpha = 0.743. The same data stand in the help of Stata's kalpha.
OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
# en.wikipedia.org/wiki/Krippendorff's_alpha, "A computational example": 3 coders, 15 units, some
# judged by one or nobody; nominal alpha = 0.691. The data are also those of sample.py in
# github.com/pln-fing-udelar/fast-krippendorff (b1eb616).
CODERS = [
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
]


def units_of(people: list[str]) -> list[list[str]]:
    said = zip(*(person.split() for person in people), strict=True)
    return [[value for value in unit if value != "."] for unit in said]


judgements = st.lists(st.lists(st.sampled_from("abc"), max_size=5), max_size=12)


@pytest.mark.parametrize(
    ("people", "units", "judgements", "alpha"),
    [(OBSERVERS, 11, 40, 0.743), (CODERS, 12, 26, 0.691)],
)
def test_published_examples_come_out(
    people: list[str], units: int, judgements: int, alpha: float
) -> None:
    said = agreement_on(units_of(people))
    assert (said.units, said.judgements) == (units, judgements)
    assert said.alpha == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize("units", [[], [["a"]], [["a", "a"], ["a", "a", "a"]]])
def test_where_nothing_differs_by_chance_there_is_no_alpha(units: list[list[str]]) -> None:
    assert agreement_on(units).alpha is None


@given(judgements)
def test_alpha_is_never_above_one_and_never_below_minus_one(units: list[list[str]]) -> None:
    alpha = agreement_on(units).alpha
    assert alpha is None or -1 <= alpha <= 1


@given(judgements, st.randoms())
def test_neither_the_order_of_people_nor_of_units_matters(
    units: list[list[str]], chance: Random
) -> None:
    shuffled = [sorted(unit, key=lambda _value: chance.random()) for unit in units]
    shuffled.sort(key=lambda _unit: chance.random())
    assert _rounded(agreement_on(shuffled)) == _rounded(agreement_on(units))


@given(judgements, st.permutations("abc"))
def test_what_the_values_are_called_does_not_matter(
    units: list[list[str]], names: list[str]
) -> None:
    called = dict(zip("abc", names, strict=True))
    renamed = [[called[value] for value in unit] for unit in units]
    assert _rounded(agreement_on(renamed)) == _rounded(agreement_on(units))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(2, 5)), max_size=12))
def test_perfect_agreement_is_one(units: list[tuple[str, int]]) -> None:
    said = agreement_on([value] * people for value, people in units)
    various = len({value for value, _people in units}) > 1
    assert said.alpha == (1 if various else None)


@given(judgements, st.lists(st.lists(st.sampled_from("abc"), max_size=1), max_size=5))
def test_what_one_person_alone_has_judged_does_not_count(
    units: list[list[str]], alone: list[list[str]]
) -> None:
    assert agreement_on(chain(units, alone)) == agreement_on(units)


def _rounded(said: Agreement) -> tuple[int, int, float, int]:
    return said.units, said.judgements, round(said.disagreeing, 9), said.squares


def test_wilsons_interval_is_as_published() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), table I, method 3: score, not corrected."""
    for part, whole, low, high in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ]:
        assert Share(part, whole).interval == pytest.approx((low, high), abs=0.00006)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_in_its_interval(counted: tuple[int, int]) -> None:
    share = Share(*counted)
    low, high = share.interval
    assert 0 <= low <= share.ratio + 1e-12
    assert share.ratio - 1e-12 <= high <= 1
