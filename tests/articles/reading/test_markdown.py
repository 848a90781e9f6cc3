"""Markdown: blocks as they are read, markers as they are printed, facts from the front matter."""

import time
from datetime import date

import pytest

from articles.reading import Fault, Reason, Unreadable, read
from articles.reading.formats import Sample, read_page
from articles.reading.page import Page
from tests.articles.reading.words import LEAD, P1, P3, P4, TITLE


def page_of(text: str) -> Page:
    return read_page(Sample(text.encode(), "bai.md"))


def lines_of(text: str) -> list[str]:
    return [block.text for block in page_of(text).blocks]


ARTICLE = f"# {TITLE}\n\n12/3/2021\n\n**{LEAD}**\n\n## Kết quả\n\n{P1}\n\n{P3}\n"


def test_an_article_in_markdown_is_an_article() -> None:
    draft = read(ARTICLE.encode(), name="bai.md")
    assert (draft.title, draft.published_on) == (TITLE, date(2021, 3, 12))
    assert draft.body.split("\n") == [LEAD, "Kết quả", P1, P3]
    assert [draft.body[start:end] for start, end in draft.headings] == ["Kết quả"]
    assert draft.media_type == "text/markdown"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("- một\n- hai", ["- một", "- hai"], id="dashes"),
        pytest.param("* một\n+ hai", ["* một", "+ hai"], id="stars and crosses"),
        pytest.param("1. một\n1. hai\n1. ba", ["1. một", "2. hai", "3. ba"], id="numbers"),
        pytest.param("3) một\n4) hai", ["3) một", "4) hai"], id="a start and brackets"),
        pytest.param("- một\n  - con\n- hai", ["- một", "- con", "- hai"], id="nested"),
        pytest.param(
            "1. một\n\n   thêm\n2. hai", ["1. một", "thêm", "2. hai"], id="two paragraphs"
        ),
        pytest.param("a) một\n\nb) hai", ["a) một", "b) hai"], id="letters are text"),
        pytest.param("| A | B |\n|---|---|\n| 1 | **hai** |", ["A | B", "1 | hai"], id="table"),
        pytest.param("[Chỉ thị 05](http://x.example)", ["Chỉ thị 05"], id="link"),
        pytest.param("*một* **hai** `ba` \\*bốn\\*", ["một hai ba *bốn*"], id="emphasis"),
        pytest.param("còn ~~bỏ~~ lại", ["còn lại"], id="struck out"),
        pytest.param("một  \nhai", ["một", "hai"], id="hard break"),
        pytest.param("một<br>hai", ["một", "hai"], id="break of HTML"),
        pytest.param("<p align=center>một</p>\n\nhai", ["một", "hai"], id="block of HTML"),
        pytest.param("<!-- ẩn -->\n\nthấy", ["thấy"], id="comment"),
        pytest.param("> trích", ["trích"], id="quotation"),
        pytest.param("```\nmột\nhai\n```", ["một", "hai"], id="fence"),
        pytest.param("    Thụt đầu dòng **đậm**", ["Thụt đầu dòng đậm"], id="indented paragraph"),
        pytest.param("\tThụt bằng tab", ["Thụt bằng tab"], id="indented by a tab"),
        pytest.param("một\n\n---\n\nhai", ["một", "hai"], id="rule"),
        pytest.param("&amp; &lt;x&gt;", ["& <x>"], id="entities"),
    ],
)
def test_a_text_gives_what_is_printed(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


def test_hard_wrapped_text_is_one_paragraph_and_lines_are_lines() -> None:
    words = P1.split()
    wrapped = "\n".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
    assert lines_of(wrapped) == [P1]
    assert lines_of(f"{TITLE}\n12/3/2021\n{P1}") == [TITLE, "12/3/2021", P1]


def test_runs_of_brackets_are_read_in_no_time() -> None:
    started = time.process_time()
    assert lines_of("[" * 200_000) == ["[" * 200_000]
    assert time.process_time() - started < 5


def test_a_bold_paragraph_is_a_heading_unless_it_is_a_sentence() -> None:
    blocks = page_of(f"**Nhiệm vụ trọng tâm**\n\n**{LEAD}**\n\n{P1}").blocks
    assert [block.heading for block in blocks] == [True, False, False]


def test_the_line_under_a_picture_is_known_as_such() -> None:
    text = f"{P1}\n\n![ảnh](a.png)\n\nĐại biểu dự hội nghị\n\n{P3}"
    blocks = page_of(text).blocks
    assert [block.after_picture for block in blocks] == [False, True, False]
    dropped = {item.text: item.reason for item in read(text.encode(), name="x.md").dropped}
    assert dropped["Đại biểu dự hội nghị"] is Reason.CAPTION


DAY = date(2021, 3, 12)
FULL = (
    f"title: {TITLE}\ndate: 2021-03-12\nauthor: Hoàng Lan\npublisher: Báo Sông Lam\n"
    "url: https://songlam.example/1"
)


class TestFrontMatter:
    def facts(self, stated: str) -> tuple[object, ...]:
        draft = read(f"---\n{stated}\n---\n\n{P1}\n\n{P3}\n".encode(), name="bai.md")
        assert draft.body.split("\n") == [P1, P3]
        return (
            draft.title, draft.published_on, draft.author, draft.publisher, draft.source_url
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("stated", "facts"),
        [
            (FULL, (TITLE, DAY, "Hoàng Lan", "Báo Sông Lam", "https://songlam.example/1")),
            ("Tiêu đề: Một bài\nTác giả: [A, B]", ("Một bài", None, "A, B", None, None)),
            ("date: 12/3/2021", ("", DAY, None, None, None)),
            ("date: 2021-03-11T23:30:00+00:00", ("", DAY, None, None, None)),
            ("source: https://x.example/a", ("", None, None, None, "https://x.example/a")),
            ("tags: [a, b]\nlayout: post", ("", None, None, None, None)),
        ],
    )
    def test_facts_are_stated(self, stated: str, facts: tuple[object, ...]) -> None:
        assert self.facts(stated) == facts

    @pytest.mark.parametrize("stated", ["a: [", "- a\n- b", "chỉ là chữ", "a: 2021-13-45"])
    def test_lines_between_rules_that_state_nothing_are_text(self, stated: str) -> None:
        assert P1 in read(f"---\n{stated}\n---\n\n{P1}\n\n{P3}\n".encode(), name="bai.md").body


def test_a_page_of_the_web_called_md_is_a_page_of_the_web() -> None:
    page = f"<!-- x --><!DOCTYPE html><html><body><p>{P1}</p><p>{P3}</p><p>{P4}</p></body></html>"
    assert read(page.encode(), name="bai.md").media_type == "text/html"


def test_a_text_with_stars_is_a_text() -> None:
    draft = read(f"{TITLE}\n\n* {P1}\n\n**{P3}**".encode(), name="bai.txt")
    assert draft.body.split("\n") == [f"* {P1}", f"**{P3}**"]


@pytest.mark.parametrize("mark", ["**MẬT**", "# TỐI MẬT", "| TỈNH ỦY | MẬT |\n|---|---|",
                                  "---\nĐộ mật: Tối mật\n---"])  # fmt: skip
def test_a_secrecy_mark_is_seen(mark: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(f"{mark}\n\n{P1}\n\n{P3}\n".encode(), name="bai.md")
    assert refused.value.code is Fault.SECRET
