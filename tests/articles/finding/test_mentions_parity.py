"""The one pass over the text finds what a slow and plain search finds, spelling by spelling."""

import re
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.finding import Spelling, Vocabulary
from articles.finding.squeezed import Squeezed
from articles.vietnamese import normalise, same_word

Span = tuple[int, int]

WORDS = ["tự", "diễn", "Hòa", "hoà", "đang"]  # few, so that they meet
GAPS = [" ", " ", " ", "\n", "” “", " – ", "-", ", ", ""]

words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=1, max_size=4).map(" ".join) | st.tuples(
    words, st.sampled_from(["-", " - ", " –"]), words
).map("".join)
bodies = st.lists(st.tuples(words, st.sampled_from(GAPS)), min_size=20, max_size=40).map(
    lambda pieces: normalise("".join(word + gap for word, gap in pieces))
)
spelt = st.dictionaries(st.sampled_from("abcd"), st.lists(phrases, min_size=2), min_size=2)
excluded = st.dictionaries(st.sampled_from("abcd"), st.lists(phrases, max_size=3))


def plainly(
    body: str, spellings: Mapping[str, Sequence[str]], excludes: Mapping[str, Sequence[str]]
) -> list[tuple[str, int, int]]:
    counting = [
        (theme, span)
        for theme, texts in spellings.items()
        for span in {span for text in texts for span in places(body, text)}
        if not any(
            context[0] <= span[0] and span[1] <= context[1]
            for phrase in excludes.get(theme, ())
            for context in places(body, phrase)
        )
    ]
    kept: list[Span] = []
    for span in sorted({span for _, span in counting}, key=lambda s: (-length(body, s), s)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted((theme, *span) for theme, span in counting if span in kept)


def places(body: str, phrase: str) -> list[Span]:
    """Every place where the phrase stands as whole words, asked of every place there is."""
    folded, blank = same_word(body), r'[\s"]'
    pattern = rf"{blank}*-{blank}*".join(
        f"{blank}+".join(map(re.escape, part.split()))
        for part in same_word(normalise(phrase)).split("-")
    )
    found = (re.compile(pattern).match(folded, start) for start in range(len(folded)))
    return [
        match.span()
        for match in found
        if match
        and not (match.start() and (folded[match.start() - 1] + match[0][0]).isalnum())
        and not (match[0][-1] + (folded[match.end() :][:1] or ".")).isalnum()
    ]


def length(body: str, span: Span) -> int:
    return len(re.sub(r'[\s"]+', " ", same_word(body[slice(*span)])))


@settings(max_examples=250, deadline=None)
@given(bodies, spelt, excluded)
def test_all_spellings_in_one_pass_find_what_each_finds_by_itself(
    body: str, spellings: dict[str, list[str]], excludes: dict[str, list[str]]
) -> None:
    vocabulary = Vocabulary(
        [Spelling(theme, text) for theme, texts in spellings.items() for text in texts], excludes
    )
    mentions = vocabulary.find(body)
    assert sorted((m.theme, m.start, m.end) for m in mentions) == plainly(body, spellings, excludes)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


_UNUSUAL = re.compile(r'[\s"]{2,}|[^\S ]|"')


@settings(max_examples=300, deadline=None)
@given(bodies | st.text(max_size=80).map(normalise) | st.text(' \n"ab', max_size=40))
def test_a_squeezed_text_leads_back_to_every_letter(body: str) -> None:
    text = same_word(body)
    squeezed = Squeezed(text)
    assert squeezed.folded == _UNUSUAL.sub(" ", text)
    for place, letter in enumerate(squeezed.folded):
        if letter != " ":
            assert text[squeezed.place(place)] == letter
