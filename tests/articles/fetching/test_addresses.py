"""An address is written in one way, so that a page is known again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.fetching import Unfetchable, canonical, parse


@pytest.mark.parametrize(
    ("written", "known_as"),
    [
        ("https://baotinh.vn/a", "https://baotinh.vn/a"),
        ("  HTTPS://BaoTinh.VN./a \n", "https://baotinh.vn/a"),
        ("https://baotinh.vn:443/a", "https://baotinh.vn/a"),
        ("http://baotinh.vn:80/a", "http://baotinh.vn/a"),
        ("https://baotinh.vn/a#binh-luan", "https://baotinh.vn/a"),
        ("https://baotinh.vn/a?", "https://baotinh.vn/a"),
        ("https://báotỉnh.vn/a", "https://xn--botnh-xqa8074c.vn/a"),
        ("https://baotinh.vn/bài-viết", "https://baotinh.vn/b%C3%A0i-vi%E1%BA%BFt"),
        ("https://baotinh.vn/b%c3%a0i-vi%e1%ba%bft", "https://baotinh.vn/b%C3%A0i-vi%E1%BA%BFt"),
        ("https://baotinh.vn/%61%2Db", "https://baotinh.vn/a-b"),
        ("https://baotinh.vn/100%", "https://baotinh.vn/100%25"),
        ("https://baotinh.vn/a/../b/./c", "https://baotinh.vn/b/c"),
        ("https://baotinh.vn/a/..", None),
        ("https://baotinh.vn?id=5", "https://baotinh.vn/?id=5"),
        ("https://baotinh.vn/a?b=2&a=1", "https://baotinh.vn/a?b=2&a=1"),
        ("https://baotinh.vn/a?utm_source=zalo&utm_medium=zalo&id=5&gidzl=x", "https://baotinh.vn/a?id=5"),
        ("https://baotinh.vn/a?fbclid=IwAR0&zarsrc=30", "https://baotinh.vn/a"),
        ("https://baotinh.vn/a?UTM_Source=x", "https://baotinh.vn/a"),
        ("https://baotinh.vn/a?vn_source=Home&gclid=1&_ga=2", "https://baotinh.vn/a"),
        # These name the page on one site or another.
        ("https://baotinh.vn/a?cid=5&source=x&ref=7&gid=3&ItemID=9", "https://baotinh.vn/a?cid=5&source=x&ref=7&gid=3&ItemID=9"),
        ("https://baotinh.vn/", None),
        ("https://baotinh.vn", None),
        ("https://baotinh.vn/?utm_source=x", None),
        ("Báo Tỉnh", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_page_is_known_by_one_address(written: str, known_as: str | None) -> None:
    assert canonical(written) == known_as


def test_what_is_asked_for_is_what_was_given() -> None:
    address = parse("https://baotinh.vn/a?utm_source=zalo&id=5#x")

    assert address.url == "https://baotinh.vn/a?utm_source=zalo&id=5"
    assert address.name == "a"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://baotinh.vn/a", "http://www.baotinh.vn/b", True),
        ("https://m.baotinh.vn/a", "https://baotinh.vn/b", True),
        ("https://baotinh.vn/a", "https://m.baotinh.vn/b", True),
        ("https://baotinh.vn/a", "https://xbaotinh.vn/b", False),
        ("https://a.gov.vn/a", "https://b.gov.vn/b", False),
    ],
)
def test_a_site_has_more_than_one_host(one: str, other: str, same: bool) -> None:
    assert parse(one).is_on_site_of(parse(other)) is same


@given(st.text(max_size=60))
def test_what_is_known_once_is_known_for_good(text: str) -> None:
    for written in (text, f"https://baotinh.vn/{text}", f"https://{text}/a"):
        try:
            address = parse(written)
        except Unfetchable:
            continue
        assert parse(address.url) == address
        assert address.url.isascii()
        assert parse(address.canonical).canonical == address.canonical
