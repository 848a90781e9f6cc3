"""Citations join a document only where it is sure which one they mean."""

from datetime import date

import pytest

from articles.actions.merging import merge_documents
from articles.models import Citation, OfficialDocument
from articles.queries.doubts import doubtful_documents
from tests.articles.citing import article_saying, citations_of
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db


def documents(text: str) -> list[OfficialDocument | None]:
    article = article_saying(text)
    rows = Citation.objects.filter(text=article.text_id).select_related("document")
    return [citation.document for citation in rows.order_by("start")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nghị định số 30/2020/NĐ-CP của Chính phủ.", "Theo Nghị định 30/2020/NĐ-CP."),
        ("Luật số 10/2022/QH15.", "Luật số 10/2022/QH15 ngày 10/11/2022."),
        ("Quy định số 08-QĐi/TW ngày 25/10/2018.", "Quy định 8-QĐ/TW, ngày 25-10-2018."),
        (
            "Chỉ thị 05-CT/TW ngày 15/5/2016.",
            "Chỉ thị số 05 - CT/TW ngày 15/5/2016 của Bộ Chính trị.",
        ),
        ("Nghị quyết Trung ương 4 khóa XII.", "Nghị quyết Trung ương 4 (khoá XII)."),
        (
            "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Sông Lam.",
            "Nghị quyết 09-NQ/TU, ngày 19/8/2009 của Tỉnh uỷ Sông Lam.",
        ),
    ],
)
def test_the_same_document_in_two_articles(first: str, second: str) -> None:
    (one,), (other,) = documents(first), documents(second)
    assert one is not None
    assert one == other
    assert OfficialDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chỉ thị 05-CT/TW ngày 15/5/2016.", "Chỉ thị 05-CT/TW ngày 01/3/2021."),
        ("Quy định số 08-QĐ/TW ngày 25/10/2018.", "Quyết định số 08-QĐ/TW ngày 25/10/2018."),
        (
            "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Sông Lam.",
            "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Bắc Lĩnh.",
        ),
        ("Nghị quyết Trung ương 4 khóa XI.", "Nghị quyết Trung ương 4 khóa XII."),
    ],
)
def test_two_documents_with_the_same_number(first: str, second: str) -> None:
    (one,), (other,) = documents(first), documents(second)
    assert one is not None
    assert other is not None
    assert one != other


BY_TERM, BY_YEAR = "Chỉ thị số 05-CT/TW đã rõ.", "Quyết định số 1088/QĐ-TTg đã rõ."


@pytest.mark.parametrize(
    ("text", "first", "second", "number"),
    [
        (BY_TERM, date(2013, 5, 1), date(2018, 5, 1), 2),
        (BY_TERM, date(2017, 5, 1), date(2018, 5, 1), 1),
        (BY_YEAR, date(2017, 5, 1), date(2018, 5, 1), 2),
        (BY_YEAR, date(2018, 1, 1), date(2018, 12, 31), 1),
    ],
)
def test_texts_of_two_terms_that_give_no_date_do_not_meet(
    text: str, first: date, second: date, number: int
) -> None:
    for day in (first, second):
        article_saying(text, published_on=day)
    assert OfficialDocument.objects.count() == number
    assert doubtful_documents().count() == number - 1  # it is offered, not done


def test_what_an_editor_said_of_one_of_them_counts_for_its_term_only() -> None:
    dated = article_saying("Chỉ thị số 05-CT/TW ngày 15/5/2016.").text
    article_saying(BY_TERM, published_on=date(2018, 5, 1))
    known = OfficialDocument.objects.get(citations__text=dated)
    merge_documents(EditorFactory(), OfficialDocument.objects.exclude(pk=known.pk).get(), known)

    same_term, later = (
        article_saying(BY_TERM, published_on=date(year, 5, 1)) for year in (2019, 2022)
    )

    assert [c.document for c in citations_of(same_term)] == [known]
    assert [c.document for c in citations_of(later)] != [known]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 09-NQ/TU ngày 19/8/2009.",
        "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy.",
        "Kế hoạch số 12/KH-UBND ngày 01/02/2021 của UBND xã.",
        "Chỉ thị 05 được thực hiện.",
        "Nghị quyết Trung ương 4 được thực hiện.",
    ],
)
def test_no_document_where_it_is_not_sure(text: str) -> None:
    assert len(documents(text)) == 1
    assert documents(text) == [None]
    assert not OfficialDocument.objects.exists()


def test_short_forms_meet_the_full_one_in_the_same_article() -> None:
    full, number, bare = documents(
        "Chỉ thị số 05-CT/TW ngày 15/5/2016. Thực hiện Chỉ thị 05-CT/TW. Chỉ thị 05 đi vào nếp."
    )
    assert full is not None
    assert full == number == bare
    assert str(full.issued_on) == "2016-05-15"


def test_short_forms_stay_open_where_the_article_names_two() -> None:
    *_both, bare = documents(
        "Chỉ thị 05-CT/TW ngày 15/5/2016. Chỉ thị 05-CT/TW ngày 01/3/2021. Chỉ thị 05 đã rõ."
    )
    assert bare is None
