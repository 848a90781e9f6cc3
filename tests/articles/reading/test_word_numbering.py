"""Automatic numbers of Word: the marker stands before the paragraph exactly as Word prints it."""

import pytest

from articles.reading.word.numerals import bullet, numeral
from tests.articles.reading.wordfiles import (
    definition,
    docx,
    level,
    lines_of,
    listed,
    num,
    paragraph,
    style,
)

PLAIN = definition(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
LEGAL = definition(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    level(2, "decimal", "%1.%2.%3"),
)


def markers(body: str, numbering: str, styles: str = "") -> list[str]:
    lines = lines_of(docx(body, numbering=numbering, styles=styles))
    return [line.removesuffix("việc").strip() for line in lines]


@pytest.mark.parametrize(
    ("numbering", "levels", "printed"),
    [
        pytest.param(PLAIN + num(), [0, 0, 0], ["1.", "2.", "3."], id="one level"),
        pytest.param(
            PLAIN + num(), [0, 1, 1, 0, 1], ["1.", "a)", "b)", "2.", "a)"], id="starts again"
        ),
        pytest.param(PLAIN + num(), [1, 1, 0, 1], ["a)", "b)", "1.", "a)"], id="a level skipped"),
        pytest.param(
            LEGAL + num(),
            [0, 1, 2, 2, 1, 0, 1],
            ["I.", "1.1.", "I.1.1", "I.1.2", "1.2.", "II.", "2.1."],
            id="several levels in one marker, digits where the law wants them",
        ),
        pytest.param(LEGAL + num(), [2], ["I.1.1"], id="levels above that never came"),
        pytest.param(
            definition(
                level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')
            )
            + num(),
            [0, 1, 1, 0, 1],
            ["1.", "(1)", "(2)", "2.", "(3)"],
            id="a level that never starts again",
        ),
        pytest.param(
            definition(
                level(0, "decimal", "%1."),
                level(1, "lowerLetter", "%2)"),
                level(2, "lowerRoman", "%3.", '<w:lvlRestart w:val="1"/>'),
            )
            + num(),
            [0, 1, 2, 1, 2, 0, 1, 2],
            ["1.", "a)", "i.", "b)", "ii.", "2.", "a)", "i."],
            id="a level that starts again after the first level only",
        ),
        pytest.param(
            PLAIN + num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
                        "</w:lvlOverride>"),
            [0, 0],
            ["4.", "5."],
            id="a start of its own",
        ),
        pytest.param(
            PLAIN
            + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/")}'
                  "</w:lvlOverride>"),
            [0, 0],
            ["A/", "B/"],
            id="a level of its own",
        ),
        pytest.param(
            definition(level(0, "bullet", "-"), level(1, "bullet", "+")) + num(),
            [0, 1, 0],
            ["-", "+", "-"],
            id="dashes and crosses",
        ),
        pytest.param(
            definition(
                level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'),
                level(1, "bullet", "o", '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'),
            )
            + num(),
            [0, 1],
            ["•", "◦"],
            id="bullets of fonts of signs",
        ),
        pytest.param(
            definition(level(0, "decimal", "Điều %1."), level(1, "decimal", "%2.")) + num(),
            [0, 1, 1, 0],
            ["Điều 1.", "1.", "2.", "Điều 2."],
            id="words in the marker",
        ),
        pytest.param(definition(level(0, "none", "")) + num(), [0], [""], id="a level unnumbered"),
        pytest.param(num(1, 7), [0, 0], ["", ""], id="a definition that is gone"),
    ],
)  # fmt: skip
def test_paragraphs_are_counted_as_word_counts(
    numbering: str, levels: list[int], printed: list[str]
) -> None:
    body = "".join(listed("việc", 1, level) for level in levels)
    assert markers(body, numbering) == printed


def test_lists_of_one_definition_go_on_counting_together() -> None:
    body = listed("việc", 1) + listed("việc", 2) + listed("việc", 1)
    assert markers(body, PLAIN + num(1) + num(2)) == ["1.", "2.", "3."]


def test_a_list_that_says_where_it_starts_does_so_once() -> None:
    again = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = listed("việc", 1) + listed("việc", 1) + listed("việc", 2) + listed("việc", 2)
    assert markers(body, PLAIN + num(1) + again) == ["1.", "2.", "1.", "2."]


def test_lists_of_two_definitions_count_by_themselves() -> None:
    other = definition(level(0, "decimal", "%1)"), name=5)
    body = listed("việc", 1) + listed("việc", 2) + listed("việc", 1)
    assert markers(body, PLAIN + other + num(1) + num(2, 5)) == ["1.", "1)", "2."]


def test_a_style_gives_the_list_and_its_level() -> None:
    styles = style("Muc", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "MucCon", '<w:basedOn w:val="Muc"/>'
    )
    numbering = (
        definition(
            level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>')
        )
        + num()
    )
    body = "".join(
        paragraph("việc", props=f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "MucCon")
    )
    assert markers(body, numbering, styles) == ["1.", "2."]


def test_a_paragraph_can_step_out_of_the_list_of_its_style() -> None:
    styles = style("Muc", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    out = '<w:pStyle w:val="Muc"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = paragraph("việc", props=out) + paragraph("việc", props='<w:pStyle w:val="Muc"/>')
    assert markers(body, PLAIN + num(), styles) == ["", "1."]


def test_a_definition_may_only_name_a_style_of_lists() -> None:
    numbering = (
        definition(name=3, extra='<w:numStyleLink w:val="Kieu"/>')
        + definition(level(0, "decimal", "%1/"), extra='<w:styleLink w:val="Kieu"/>')
        + num(1, 3)
    )
    assert markers(listed("việc") * 2, numbering) == ["1/", "2/"]


def test_an_empty_paragraph_is_counted_and_a_deleted_one_is_not() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>'
        "</w:pPr><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    )
    body = listed("việc") + deleted + listed("") + listed("việc")
    assert markers(body, PLAIN + num()) == ["1.", "3."]


def test_only_the_first_line_of_an_item_has_its_number() -> None:
    body = paragraph(
        run_with_break(), props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    assert lines_of(docx(body, numbering=PLAIN + num())) == ["1. một", "hai"]


def run_with_break() -> str:
    return "<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>"


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "decimalZero", "12"),
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (27, "lowerLetter", "aa"),
        (53, "lowerLetter", "aaa"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (4000, "upperRoman", "4000"),
        (0, "upperRoman", "0"),
        (0, "lowerLetter", "0"),
        (100_000, "lowerLetter", "100000"),
        (5, "none", ""),
        (5, "vietnameseCounting", "năm"),
        (11, "vietnameseCounting", "11"),
        (2, "chicago", "2"),
    ],
)
def test_numbers_are_printed_in_their_form(count: int, form: str, printed: str) -> None:
    assert numeral(count, form) == printed


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("-", "Times New Roman", "-"),
        ("–", "", "–"),
        ("•", "", "•"),
        ("·", "Symbol", "•"),
        ("\uf0b7", "", "•"),
        ("\uf0d8", "Wingdings", "➢"),
        ("Ø", "Wingdings", "➢"),
        ("ü", "Wingdings", "✓"),
        ("§", "Wingdings", "▪"),
        ("\uf02d", "Symbol", "-"),
        ("\uf012", "Webdings", "•"),
        ("o", "Courier New", "◦"),
        ("x", "Arial", "•"),
        ("", "Symbol", ""),
    ],
)
def test_bullets_are_what_is_seen(text: str, font: str, seen: str) -> None:
    assert bullet(text, font) == seen
