"""Web pages in the layouts of the genre; the words are invented."""

from datetime import date

import lxml.html
import pytest
from trafilatura.settings import Extractor

from articles.reading import Reason, read
from articles.reading.lines import letters
from articles.reading.main_text import _main_text
from tests.articles.reading import web, web_engines
from tests.articles.reading.web import Case
from tests.articles.reading.words import LEAD, P1, P3, P4, TITLE

CASES = [*web.CASES, *web_engines.CASES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_web_page_gives_its_article_and_nothing_else(case: Case) -> None:
    draft = read(case.page.encode(), name="bai.html")
    assert draft.title == TITLE
    assert draft.body.split("\n") == case.body
    facts = (draft.published_on, draft.author, draft.publisher)
    assert facts == (case.published_on, case.author, case.publisher)
    if case.headings:
        assert [draft.body[start:end] for start, end in draft.headings] == case.headings
    shown = {letters(item.text) for item in draft.dropped}
    assert {letters(line) for line in case.dropped} <= shown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_the_encoding_does_not_matter(case: Case, encoding: str) -> None:
    assert read(case.page.encode(encoding)).body.split("\n") == case.body


def test_markup_is_seen_whatever_the_file_is_called() -> None:
    assert read(CASES[0].page.encode(), name="bai.txt").media_type == "text/html"
    assert read(f"{TITLE}\n\n{P1}".encode(), name="bai.html").media_type == "text/plain"


def test_a_big_first_letter_stays_with_its_word() -> None:
    cap = f"<span style='float:left; font-size:40px'>{P1[0]}</span>{P1[1:]}"
    assert P1 in read(f"<h1>{TITLE}</h1><p>{cap}</p><p>{P3}</p>".encode(), name="bai.html").body


def test_the_lead_and_the_address_are_told() -> None:
    draft = read(CASES[0].page.encode())
    assert draft.lead == LEAD
    assert draft.source_url == "https://baotragiang.example/chi-bo-123.html"
    assert draft.encoding == "utf-8"


def test_reasons_come_from_the_markup() -> None:
    reasons = {item.text: item.reason for item in read(CASES[3].page.encode()).dropped}
    assert reasons["Đồng chí Lê Văn Sông tại hội nghị - Ảnh: VGP"] is Reason.CAPTION
    assert reasons["Đại hội điểm ở xã Đông Hà"] is Reason.RELATED


def test_the_metadata_of_a_cited_document_is_no_date() -> None:
    page = f"<html><body><h1>{TITLE}</h1><p>{P4}</p><p>{P1}</p><p>{P3}</p></body></html>"
    assert read(page.encode()).published_on is None


def test_the_hour_in_another_zone_is_told_as_a_day_in_vietnam() -> None:
    page = CASES[0].page.replace("Thứ Ba, 16/03/2021, 05:15 [GMT+7]", "")
    assert read(page.encode()).published_on == date(2021, 3, 16)


@pytest.mark.parametrize(
    "window",
    [
        f"{TITLE} - Người Trà Giang Online",
        f"{TITLE} | Xây dựng Đảng | Người Trà Giang",
        f"Tin tức - {TITLE}",
        f"{TITLE} – Trang tin của huyện",
    ],
)
def test_the_site_s_name_is_no_part_of_the_title(window: str) -> None:
    head = f"<html><head><meta charset='utf-8'><title>{window}</title></head><body>"
    article = f"<div>12/3/2021</div><div><p>{P1}</p><p>{P3}</p><p>{P4}</p></div></body></html>"
    assert read(f"{head}<div>{TITLE}</div>{article}".encode()).title == TITLE


def test_a_publisher_named_in_the_head_is_cut_off_a_title_that_the_page_does_not_show() -> None:
    page = f"""<html><head><meta charset="utf-8"><title>{TITLE} - Người Trà Giang</title>
<meta property="og:site_name" content="Người Trà Giang"></head><body><p>{P1}</p><p>{P3}</p>
<p>{P4}</p></body></html>"""
    assert read(page.encode()).title == TITLE


def test_a_title_with_a_dash_of_its_own_is_whole() -> None:
    title = "Đối thoại với dân - việc nhỏ, nghĩa lớn"
    page = f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body>
<div>{title}</div><div>12/3/2021</div><p>{P1}</p><p>{P3}</p><p>{P4}</p></body></html>"""
    assert read(page.encode()).title == title


class OrderToStop(Exception):  # noqa: N818
    """As Celery raises it in the middle of anything; its own knows of no other base either."""


class Stopping(Extractor):
    @property
    def fast(self) -> bool:
        raise OrderToStop

    @fast.setter
    def fast(self, value: bool) -> None:
        pass


def test_an_order_to_stop_is_not_taken_for_a_broken_page() -> None:
    tree = lxml.html.fromstring(CASES[0].page)
    with pytest.raises(OrderToStop):
        _main_text(tree, Stopping())
