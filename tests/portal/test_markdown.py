import pytest

from portal.markdown import rendered, words


def test_paragraphs_emphasis_lists_and_links_are_kept() -> None:
    html = rendered("**Đậm** và *nghiêng*\n\n- một\n- hai\n\n[nguồn](https://example.org)")

    assert "<strong>Đậm</strong> và <em>nghiêng</em>" in html
    assert html.count("<li>") == 2
    assert '<a href="https://example.org" rel="noopener external">nguồn</a>' in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://example.org/x.png)",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<style>*{display:none}</style>",
        '[x](https://example.org "onmouseover=alert(1)")<b onclick=x>',
        "<javascript:alert(1)>",
        "[x]\n\n[x]: javascript:alert(1)",
    ],
)
def test_nothing_hostile_survives_as_markup(hostile: str) -> None:
    html = rendered(hostile).lower()

    for tag in ("<script", "<img", "<svg", "<style", "<b ", 'href="javascript', 'href="data'):
        assert tag not in html


def test_headings_stay_text_so_that_the_outline_of_the_page_holds() -> None:
    assert "<h1" not in rendered("# To\n\nNhỏ\n===")


def test_words_are_what_remains_without_markup() -> None:
    assert words("**Đậm** [nguồn](https://example.org) <b>x</b>\n\nHai") == (
        "Đậm nguồn <b>x</b> Hai"
    )
