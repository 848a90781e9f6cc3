"""Exports: what is in them, for whom, and what they cost."""

import csv
import hashlib
import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl.reader.excel import load_workbook

from articles.refusal import NotAllowed
from articles.sheets import as_meant, neutral
from portal.people.models import User
from review.actions.decisions import decide, withdraw
from review.actions.versions import rewrite, wording_of
from review.exchange.exporting import export
from review.exchange.seals import is_sealed
from review.models import Decision, ExtractedTask, SeededError
from review.queries import standing_tasks
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.review.factories import (
    approve,
    approved_task,
    article_with_tasks,
    task_in_article,
    wording_now,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def bytes_of(form: str, person: User | None = None) -> bytes:
    return b"".join(export(standing_tasks(), person or LeadFactory(), form))


def lines(person: User | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bytes_of("jsonl", person).splitlines()]


def csv_rows(person: User | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(bytes_of("csv", person).decode("utf-8-sig"))))


def test_a_line_quotes_its_text_by_place_and_hash() -> None:
    task = approved_task(responsible=("Ban Tổ chức Huyện ủy Đông Khê",))
    [line] = lines()
    body = task.text.body
    place = line["place"]
    assert line["schema"] == "duyet.task/1"
    assert body[place["start"] : place["end"]] == place["quote"] == task.quote
    assert body[: place["start"]].endswith(place["before"])
    assert body[place["end"] :].startswith(place["after"])
    assert line["text"]["sha256"] == hashlib.sha256(body.encode()).hexdigest()
    assert line["article"]["sha256"] == task.article.content_sha256


def test_a_line_has_the_whole_record() -> None:
    task = task_in_article()
    person = ReviewerFactory()
    decide(person, task.pk, wording_now(task).pk, "reject", "Không phải nhiệm vụ.")
    withdraw(person, Decision.objects.get().pk)
    writer = ReviewerFactory()
    task.refresh_from_db()
    worded = wording_of(wording_now(task))
    rewrite(writer, task.pk, wording_now(task).pk, type(worded)("Cách viết khác."))
    [line] = lines()
    first, second = line["wordings"]
    assert (first["written_by"], second["written_by"]) == (None, writer.username)
    assert second["wording"] == "Cách viết khác."
    [said] = first["decisions"]
    assert (said["person"], said["verdict"]) == (person.username, "reject")
    assert said["reason"] == "Không phải nhiệm vụ."
    assert said["withdrawn_at"]


def test_a_reviewer_gets_no_verdict_on_what_they_have_not_decided_on() -> None:
    task = task_in_article()
    other = ReviewerFactory(username="nguoi-khac")
    decide(other, task.pk, wording_now(task).pk, "reject", "Lý do kín.")
    blind = ReviewerFactory()
    for form in ("jsonl", "csv"):
        written = bytes_of(form, blind).decode()
        assert "nguoi-khac" not in written
        assert "Lý do kín" not in written
    [line] = lines(blind)
    assert line["whole"] is False
    assert not is_sealed(line)
    decide(blind, task.pk, wording_now(task).pk, "unsure")
    [line] = lines(blind)
    assert {said["person"] for said in line["wordings"][0]["decisions"]} == {
        "nguoi-khac",
        blind.username,
    }
    assert "Lý do kín." in bytes_of("csv", blind).decode()


def test_a_lead_gets_all_and_a_seal_that_breaks_when_anything_is_changed() -> None:
    approve(task_in_article(), ReviewerFactory())
    [line] = lines()
    assert line["whole"]
    assert is_sealed(line)
    line["wordings"][0]["decisions"][0]["verdict"] = "reject"
    assert not is_sealed(line)


def test_who_may_not_look_gets_nothing() -> None:
    with pytest.raises(NotAllowed):
        bytes_of("jsonl", PersonFactory())


def test_csv_opens_rightly_in_excel() -> None:
    task_in_article(due_to=date(2022, 6, 29), responsible=("Ban Tổ chức", "Ban Tuyên giáo"))
    written = bytes_of("csv")
    assert written.startswith(b"\xef\xbb\xbf")
    [row] = csv_rows()
    assert row["Due by"] == "29/06/2022"
    assert row["Responsible"] == "Ban Tổ chức; Ban Tuyên giáo"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(first: str) -> None:
    task = task_in_article()
    worded = wording_of(wording_now(task))
    evil = f'{first}HYPERLINK("http://xấu.example","x")'
    rewrite(ReviewerFactory(), task.pk, wording_now(task).pk, type(worded)(evil))
    [row] = csv_rows()
    assert row["Wording"] == f"'{evil}"
    book = load_workbook(BytesIO(bytes_of("xlsx")))
    cells = [cell for cell in book.worksheets[0][2] if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in cells] == ["s"]


@pytest.mark.parametrize(
    "cell", ["=1+1", "'=1+1", "''-x", "'trích'", "＝1", "\t", "bình thường", ""]
)
def test_what_is_kept_from_being_a_formula_comes_back_as_it_was(cell: str) -> None:
    assert as_meant(neutral(cell)) == cell


def test_xlsx_has_days_as_days_and_the_columns_of_csv() -> None:
    task_in_article(due_to=date(2022, 6, 29))
    sheet = load_workbook(BytesIO(bytes_of("xlsx"))).worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    assert heads == list(csv_rows()[0])
    due = sheet.cell(2, heads.index("Due by") + 1)
    assert due.is_date
    assert due.number_format == "dd/mm/yyyy"


def test_nothing_to_export_is_a_file_with_its_head() -> None:
    assert not lines()
    assert not csv_rows()
    assert load_workbook(BytesIO(bytes_of("xlsx"))).worksheets[0].max_row == 1


def test_as_many_queries_for_thirty_tasks_as_for_three() -> None:
    counts = []
    for more in (1, 9):
        for _ in range(more):
            for task in ExtractedTask.objects.filter(article=article_with_tasks(3)):
                approve(task, ReviewerFactory())
        lead = LeadFactory()
        with CaptureQueriesContext(connection) as queries:
            bytes_of("jsonl", lead)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bit by bit: what ten bits hold at once is what one holds."""
    monkeypatch.setattr("review.queries.exporting.AT_ONCE", 3)
    for _ in range(10):
        article_with_tasks(3)
    lead = LeadFactory()
    asked = CaptureQueriesContext(connection)
    with asked:
        blocks = export(standing_tasks(), lead, "jsonl")
        assert isinstance(blocks, Iterator)
    assert not any("review_taskversion" in query["sql"] for query in asked.captured_queries)
    with asked:
        assert b"".join(blocks).count(b"\n") == 30
    wordings = [
        query
        for query in asked.captured_queries
        if '"review_taskversion"."task_id" IN' in query["sql"]
    ]
    assert len(wordings) == 10


def test_retired_tasks_stay_at_home() -> None:
    task = task_in_article()
    ExtractedTask.objects.filter(pk=task.pk).update(state="retired")
    assert not lines()


def test_seeded_errors_stay_at_home_and_nobody_tells_them_by_what_is_missing() -> None:
    article = article_with_tasks(3)
    seeded, decided, waiting = ExtractedTask.objects.filter(article=article).order_by("start")
    SeededError.objects.create(task=seeded, fault="no_task")
    reviewer = ReviewerFactory()
    decide(reviewer, decided.pk, wording_now(decided).pk, "approve")
    assert {line["place"]["start"] for line in lines()} == {decided.start, waiting.start}
    assert {line["place"]["start"] for line in lines(reviewer)} == {decided.start}
