"""The same words in the disguises of real pages: one text comes out, and no letter is lost."""

import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import Draft, Unreadable, read
from articles.reading.lines import letters
from tests.articles.reading import web, web_engines
from tests.articles.reading.old_letters import ENCODERS, as_tcvn3_has_it
from tests.articles.reading.web import Case
from tests.articles.reading.words import P1, P3, P4, TITLE

CASES = [*web.CASES, *web_engines.CASES]


def between_letters(mark: str) -> Callable[[str], str]:
    def put(text: str) -> str:
        pairs = zip(text, f"{text[1:]} ", strict=True)
        return "".join(a + mark if a.isalpha() and b.isalpha() else a for a, b in pairs)

    return put


DISGUISES: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": between_letters("\u00ad"),
    "zero-width spaces": between_letters("\u200b"),
    "Icelandic letters": lambda text: text.replace("Đ", "Ð"),
    "literal spaces": lambda text: text.replace(" ", "&amp;nbsp;"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of old Macs": lambda text: text.replace("\n", "\r"),
    "byte order mark": lambda text: "\ufeff" + text,
}
LINES = [
    TITLE,
    "12/3/2021 08:00",
    f"(BTG) - {P1}",
    "",
    P3,
    "- Đẩy mạnh tuyên truyền, giáo dục ở cơ sở;",
    "Đảng ủy xã Đông Hoà họp ở thôn Thuỷ Khê, với hơn 30 đảng viên.",
    P4,
    "THU HÀ",
    "Tin liên quan",
]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_text_is_the_same_in_every_disguise(disguise: str) -> None:
    text = "\n".join(LINES)
    assert told(read(DISGUISES[disguise](text).encode())) == told(read(text.encode()))


@pytest.mark.parametrize(
    "disguise", sorted(set(DISGUISES) - {"literal spaces", "line ends of old Macs"})
)
@pytest.mark.parametrize("case", CASES[:4], ids=lambda case: case.name)
def test_the_words_of_a_page_are_the_same_in_every_disguise(case: Case, disguise: str) -> None:
    page = case.page
    for line in case.body:
        page = page.replace(line, DISGUISES[disguise](line))
    assert read(page.encode(), name="bai.html").body.split("\n") == case.body


def told(draft: Draft) -> tuple[object, ...]:
    kept = (draft.title, draft.published_on, draft.author, draft.publisher, draft.body)
    return *kept, [item.text for item in draft.dropped]


@given(st.lists(st.sampled_from(LINES), max_size=20), st.sampled_from([*ENCODERS, "utf-8"]))
def test_no_letter_is_lost_in_any_encoding(lines: list[str], name: str) -> None:
    text = "\n".join(lines)
    kept = as_tcvn3_has_it(text) if name == "tcvn3" else text
    try:
        draft = read(ENCODERS[name](text) if name in ENCODERS else text.encode())
    except Unreadable:
        return
    everything = draft.body + "".join(item.text for item in draft.dropped)
    assert Counter(letters(everything)) == Counter(letters(kept))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_loses_no_letter_of_its_body_and_gains_none(case: Case) -> None:
    draft = read(case.page.encode(), name="bai.html")
    everything = draft.body + "".join(item.text for item in draft.dropped)
    assert not Counter(letters("".join(case.body))) - Counter(letters(everything))
    assert not Counter(letters(everything)) - Counter(letters(case.page))


def test_tones_stay_where_their_writers_put_them() -> None:
    text = f"{TITLE}\n\nỦy ban và Uỷ ban, hòa bình và hoà bình, khỏe và khoẻ, qúy và quý. {P1}"
    assert read(text.encode()).body == text.split("\n\n")[1]
