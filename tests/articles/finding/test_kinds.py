"""Every kind of document is cited by its number, and not by words that only look like it."""

import pytest

from articles.finding import find_citations
from articles.finding.documents import ABBREVIATIONS, KINDS, SYMBOLS
from articles.finding.numbers import issuer_of, number_at
from tests.articles.finding.kinds import CITING, ISSUED, NOT_CITING

ROWS = [(kind, *row) for kind, rows in CITING.items() for row in rows]


@pytest.mark.parametrize(("kind", "marked", "number"), ROWS, ids=[row[1] for row in ROWS])
def test_a_kind_with_a_number_is_cited(kind: str, marked: str, number: str) -> None:
    before, words = marked.split("⟧", maxsplit=1)[0].split("⟦")
    body = marked.replace("⟦", "").replace("⟧", "")
    found = find_citations(body)
    assert [(c.start, body[c.start : c.end]) for c in found] == [(len(before), words)]
    assert [(c.kind.lower(), c.number) for c in found] == [(kind, number)]


@pytest.mark.parametrize("body", [body for rows in NOT_CITING.values() for body in rows])
def test_a_kind_that_names_no_document_is_not_cited(body: str) -> None:
    assert find_citations(body) == ()


def test_no_kind_is_left_out() -> None:
    assert CITING.keys() == NOT_CITING.keys() == KINDS.keys()


def test_no_symbol_and_no_abbreviation_of_a_kind_is_left_out() -> None:
    cited = " ".join(row[1] for row in ROWS)
    own = {symbol.upper() for kind in KINDS.values() for symbol in kind.symbols}
    numbers = [number_at(number, 0) for _kind, _marked, number in ROWS]
    seen = {number.kind_symbol for number in numbers if number}
    rare = {"LN", "QCLN", "CTRHĐ", "CTRPH", "QH", "L", "UBTVQH"}  # the last three by their number
    assert own - seen - rare == set()
    assert own <= SYMBOLS
    assert [short for short in ABBREVIATIONS if f"⟦{short} " not in cited and short != "NQ"] == [
        "NĐ", "CT",
    ]  # fmt: skip


@pytest.mark.parametrize(("number", "issuer"), ISSUED)
def test_a_symbol_says_who_issued_the_document(number: str, issuer: str) -> None:
    read = number_at(number, 0)
    assert read is not None
    assert read.text == number
    assert issuer_of(read.symbol) == issuer
