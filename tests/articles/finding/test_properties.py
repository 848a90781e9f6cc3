"""What holds for any text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.finding import Spelling, Vocabulary, find
from articles.vietnamese import normalise

from .passages import PASSAGES, marked
from .passages_more import MORE_PASSAGES

VOCABULARY = Vocabulary([Spelling("nêu gương", "nêu gương"), Spelling("đảng", "đảng viên")])

_PIECES = [marked(passage)[0] for passage in (PASSAGES | MORE_PASSAGES).values()]
_LINES = sorted({line for piece in _PIECES for line in piece.split("\n")})
_SNIPPETS = [
    "Nghị quyết số ",
    "12-NQ/TU",
    " ngày 3/2/2020",
    "Trung ương 4 khóa XII",
    "Một là, ",
    "1. ",
    "a) ",
    "- ",
    "nêu  gương",
    "yêu cầu",
    " cần ",
    "trước ngày 31/12",
    "; ",
    ": ",
    "\n",
    ". ",
    "(1) ",
    "“",
    "İ",
    "Đại hội ",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(_SNIPPETS), max_size=30).map("".join),
    st.lists(st.sampled_from(_LINES), max_size=12).map("\n".join),
).map(normalise)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_offsets_lie_in_the_text_and_tasks_do_not_overlap(body: str) -> None:
    found = find(body, VOCABULARY)
    for spans in (found.mentions, found.citations, found.tasks):
        starts = [each.start for each in spans]
        assert starts == sorted(starts)
        for each in spans:
            assert 0 <= each.start < each.end <= len(body)
            assert body[each.start : each.end] == body[each.start : each.end].strip()
            assert 0 < each.confidence <= 1
            assert each.rule
    for places in (
        [(c.start, c.end) for c in found.citations],
        [(t.start, t.end) for t in found.tasks],
    ):
        assert all(before[1] <= after[0] for before, after in pairwise(places))


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(0, 300), st.integers(0, 300))
def test_any_span_may_be_called_a_heading(body: str, start: int, end: int) -> None:
    find(body, VOCABULARY, headings=[(min(start, len(body)), min(end, len(body)))])


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_same_text_gives_the_same_findings(body: str) -> None:
    assert find(body, VOCABULARY) == find(body, VOCABULARY)
