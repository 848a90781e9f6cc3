"""Tasks from a file: the record comes back whole, and nobody gets an approval by writing a file."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import Model
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.reader.excel import load_workbook

from articles.models import Article, Erasure
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.bringing_in import Told, bring_in
from review.actions.comments import comment
from review.actions.decisions import decide, settle, withdraw
from review.actions.versions import Wording, rewrite
from review.exchange.exporting import export
from review.exchange.reading import rows_of
from review.exchange.seals import in_json, sealed
from review.models import BroughtIn, Decision, ExtractedTask, TaskVersion
from review.queries import effective_decisions, standing_tasks
from tests.articles.factories import ArticleFactory
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    article_with_tasks,
    next_text,
    task_in_article,
    wording_now,
)
from tests.review.screens import body as text_of
from tests.review.screens import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def exported(form: str = "jsonl", person: User | None = None) -> bytes:
    return b"".join(export(standing_tasks(), person or LeadFactory(), form))


def emptied(article: Article) -> Article:
    """Erase the article for good, and have the same text at the desk again, with no tasks."""
    body, sha256 = article.text.body if article.text else "", article.content_sha256
    publisher, title, original = article.publisher, article.title, article.original
    Erasure.objects.create(article_number=article.pk, reason="Thử.", erased_by=LeadFactory())
    article.delete()
    again: Article = ArticleFactory(
        body=body, title=title, publisher=publisher, original=original, content_sha256=sha256
    )
    return again


def brought(
    data: bytes, person: User | None = None, name: str = "a.jsonl", **more: bool
) -> list[Told]:
    said = {"dry_run": False} | more
    return bring_in(person or LeadFactory(), rows_of(BytesIO(data), name), **said)


def kinds(told: list[Told]) -> list[str]:
    return [row.kind for row in told]


def changed(data: bytes, **more: Any) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(data.splitlines()[0])
    return line | more


def resealed(line: dict[str, Any]) -> bytes:
    return in_json(sealed({key: value for key, value in line.items() if key != "seal"})).encode()


# -- There and back --------------------------------------------------------------------------------

Act = tuple[int, int, str]
ACTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 3),
        st.sampled_from(
            ["approve", "reject", "unsure", "withdraw", "rewrite", "settle", "comment"]
        ),
    ),
    max_size=14,
)


def act(people: list[Any], tasks: list[int], said: Act) -> None:
    """Let somebody do something, if the rules let them."""
    at, who, what = said
    person = people[who]
    task = ExtractedTask.objects.select_related("version").get(pk=tasks[at])
    version = wording_now(task)
    try:
        if what == "rewrite":
            words = Wording(f"{version.wording} Thêm.", ("Ban Tổ chức",), due="quý IV/2021")
            rewrite(person, task.pk, version.pk, words)
        elif what == "withdraw":
            own = effective_decisions(version.pk).filter(person=person).first()
            if own:
                withdraw(person, own.pk)
        elif what == "comment":
            comment(person, task.pk, "Có lời, @an.")
        elif what == "settle":
            settle(person, task.pk, version.pk, "approve", "")
        else:
            decide(person, task.pk, version.pk, what, 'Có lý do, "thế"; =1\n')
    except Refused:
        pass


@given(acts=ACTS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_out_and_back_in_nothing_is_lost(db: None, acts: list[Act]) -> None:
    from django.db import transaction

    with transaction.atomic():
        people = [ReviewerFactory(), ReviewerFactory(), LeadFactory(), LeadFactory()]
        article = article_with_tasks(3)
        tasks = list(ExtractedTask.objects.order_by("start").values_list("pk", flat=True))
        for said in acts:
            act(people, tasks, said)
        before = exported()
        emptied(article)
        told = brought(before)
        assert kinds(told) == ["new"] * 3
        assert not any("left out" in row.message for row in told)
        assert exported() == before
        assert kinds(brought(before)) == ["same"] * 3
        assert exported() == before
        transaction.set_rollback(True)


def test_a_dry_run_tells_the_same_and_saves_nothing() -> None:
    task = approve(task_in_article())
    data = exported()
    emptied(task.article)
    would = brought(data, dry_run=True)
    assert not ExtractedTask.objects.exists()
    assert not BroughtIn.objects.exists()
    did = brought(data)
    assert [(row.row, row.kind, row.message) for row in would] == [
        (row.row, row.kind, row.message) for row in did
    ]
    [came] = BroughtIn.objects.all()
    assert came.sealed
    assert ExtractedTask.objects.get().state == "approved"


def test_words_that_stand_elsewhere_in_the_next_text_are_found_again() -> None:
    task = approve(task_in_article())
    data = exported()
    again = emptied(task.article)
    next_text(again, "Một câu đứng trước.\n" + BODY)
    assert kinds(brought(data)) == ["new"]
    moved = ExtractedTask.objects.get()
    assert (moved.quote, moved.state) == (task.quote, "approved")
    assert moved.start == task.start + len("Một câu đứng trước.\n")


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them_or_refused() -> None:
    task = approve(task_in_article())
    data = exported()
    again = emptied(task.article)
    next_text(again, f"{LINES[0]}\nMột câu khác hẳn.\n{BODY}")
    assert kinds(brought(data)) == ["new"]
    assert ExtractedTask.objects.get().start > len(LINES[0])
    line = changed(data)
    line["place"] |= {"before": "", "after": ""}
    [told] = brought(resealed(line))
    assert told.message == "These words stand in the article's text more than once."


# -- What is here stays ----------------------------------------------------------------------------


def test_what_people_worked_on_here_is_not_touched() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    data = exported()
    decide(ReviewerFactory(), task.pk, wording_now(task).pk, "approve")
    before = list(Decision.objects.values())
    [told] = brought(data)
    assert told.message == "People have worked on this task here: it stays as it is."
    assert list(Decision.objects.values()) == before


def test_a_decision_that_was_taken_back_does_not_come_back_by_an_old_file() -> None:
    person = ReviewerFactory()
    task = approve(task_in_article(), person)
    data = exported()
    withdraw(person, Decision.objects.get().pk)
    assert kinds(brought(data)) == ["refused"] or ExtractedTask.objects.get().state == "open"
    assert not effective_decisions(wording_now(task).pk).exists()


def test_what_only_the_finder_made_steps_aside() -> None:
    task = approve(task_in_article())
    data = exported()
    again = emptied(task.article)
    from review.actions.finding import make_tasks
    from tests.review.factories import found

    assert again.text
    make_tasks(again.text, (found(BODY, LINES[0], confidence=0.4),))
    assert kinds(brought(data)) == ["new"]
    assert [task.state for task in ExtractedTask.objects.order_by("pk")] == ["retired", "approved"]


# -- Two people ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forged",
    [
        lambda line: line.pop("seal"),
        lambda line: line.update(seal="0" * 64),
        lambda line: line["wordings"][0].update(wording="Điều tôi muốn."),
        lambda line: line["wordings"][0]["decisions"][0].update(verdict="approve", person="x"),
        lambda line: line["place"].update(before="khác"),
    ],
)
def test_a_record_that_somebody_wrote_themselves_decides_nothing(forged: Any) -> None:
    task = approve(task_in_article())
    data = exported()
    emptied(task.article)
    line = changed(data)
    forged(line)
    importer = LeadFactory()
    [told] = brought(in_json(line).encode(), importer)
    assert told.kind == "new"
    assert "your proposal" in told.message
    came = ExtractedTask.objects.get()
    assert came.state == "open"
    assert wording_now(came).written_by == importer
    assert wording_now(came).needed == 2
    assert not Decision.objects.exists()
    with pytest.raises(Refused, match="somebody else approves"):
        decide(importer, came.pk, wording_now(came).pk, "approve")


def test_a_blind_export_brings_no_decisions() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    data = exported(person=ReviewerFactory())
    emptied(task.article)
    assert kinds(brought(data)) == ["new"]
    assert not Decision.objects.exists()


def test_who_is_not_here_said_nothing_here() -> None:
    here, gone = ReviewerFactory(), ReviewerFactory(username="da-di")
    task = approve(task_in_article(), here, gone)
    data = exported()
    emptied(task.article)
    User.objects.filter(pk=gone.pk).update(username="ten-khac")
    [told] = brought(data)
    assert "1 decision is left out: nobody here is called “da-di”." in told.message
    came = ExtractedTask.objects.get()
    assert came.state == "open"
    assert Decision.objects.get().person == here


def test_who_may_not_decide_here_decided_nothing_here() -> None:
    task = approve(task_in_article())
    data = exported()
    emptied(task.article)
    for person in User.objects.filter(decisions=None, groups__name="Reviewers"):
        person.groups.clear()
    [told] = brought(data)
    assert "2 decisions are left out" in told.message
    assert ExtractedTask.objects.get().state == "open"


def test_a_wording_by_nobody_here_refuses_the_row_whole() -> None:
    writer = ReviewerFactory(username="da-di")
    task = task_in_article()
    rewrite(writer, task.pk, wording_now(task).pk, Wording("Cách viết khác."))
    data = exported()
    emptied(task.article)
    User.objects.filter(pk=writer.pk).update(username="ten-khac")
    [told] = brought(data)
    assert told.message == "Nobody here is called “da-di”, who wrote a wording."
    assert not ExtractedTask.objects.exists()
    assert not TaskVersion.objects.exists()


def test_a_desk_that_asks_for_more_people_now_asks_for_them_here_too() -> None:
    from review.actions.desk import change_desk
    from tests.factories import PersonFactory

    task = approve(task_in_article())
    data = exported()
    emptied(task.article)
    change_desk(PersonFactory(is_superuser=True), approvals_needed=3)
    brought(data)
    assert ExtractedTask.objects.get().state == "open"


def test_only_leads_bring_in() -> None:
    with pytest.raises(NotAllowed):
        brought(b"", ReviewerFactory())


# -- Rows that are wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        (lambda line: line.update(schema="duyet.task/9"), "This is no line of “duyet.task/1”."),
        (lambda line: line["article"].update(sha256="0" * 64), "No article here has this text."),
        (lambda line: line["article"].update(sha256="abc"), "“sha256” is no SHA-256."),
        (lambda line: line["place"].update(start=-1), "“start” is no place in a text."),
        (lambda line: line["place"].update(start=2**70), "“start” is no place in a text."),
        (lambda line: line["place"].update(start=True), "“start” is no place in a text."),
        (
            lambda line: line["place"].update(quote="Không có ở đây"),
            "These words do not stand in the article's text any more.",
        ),
        (lambda line: line.update(wordings=[]), "“wordings” is empty."),
        (lambda line: line.update(wordings=["x"]), "“wordings” must hold objects."),
        (lambda line: line["wordings"][0].update(due_to="31/12"), "“due_to” is no date."),
        (lambda line: line["wordings"][0].update(written_at="x"), "“written_at” is no time."),
        (
            lambda line: line["wordings"][0].update(wording="a\0b"),
            "“wording” is too long or damaged.",
        ),
        (
            lambda line: line["wordings"][0]["decisions"][0].update(verdict="maybe"),
            "There is no verdict “maybe”.",
        ),
        (
            lambda line: line["wordings"][0].update(documents=[{"key": "không|có"}]),
            "The document “không|có”, which a wording cites, is not known here.",
        ),
        (lambda line: line.update(confidence="high"), "“confidence” must be from 0 to 1."),
        (
            lambda line: line["wordings"][0].update(due_from="2022-01-02", due_to="2022-01-01"),
            "A rule of the desk refuses it",
        ),
    ],
)
def test_a_bad_row_is_told_and_the_good_one_beside_it_comes_in(spoilt: Any, message: str) -> None:
    task, other = approve(task_in_article()), approve(task_in_article())
    good, bad = sorted(
        exported().splitlines(), key=lambda line: other.article.content_sha256.encode() in line
    )
    emptied(task.article)
    emptied(other.article)
    line = json.loads(bad)
    spoilt(line)
    told = brought(resealed(line) + b"\n" + good)
    assert kinds(told) == ["refused", "new"]
    assert message in told[0].message
    assert ExtractedTask.objects.get().state == "approved"


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b"[1]", b'{"a": NaN}', b"[" * 5000, b"null"])
def test_what_is_no_line_is_told(raw: bytes) -> None:
    [told] = brought(raw)
    assert told.message in {"This is no line of JSON.", "This is no line of “duyet.task/1”."}


# -- Sheets ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_sheet_comes_in_as_a_proposal(form: str) -> None:
    task = approve(task_in_article(responsible=("Ban Tổ chức Huyện ủy", "Ban Tuyên giáo")))
    data, before = exported(form), wording_now(task)
    emptied(task.article)
    [told] = brought(data, name=f"a.{form}")
    assert told.kind == "new", told.message
    came = ExtractedTask.objects.get()
    now = wording_now(came)
    assert came.state == "open"
    assert (now.wording, now.due, now.due_to) == (before.wording, before.due, before.due_to)
    assert [body.printed for body in now.bodies.all()] == ["Ban Tổ chức Huyện ủy", "Ban Tuyên giáo"]


def test_a_sheet_that_says_what_is_here_changes_nothing() -> None:
    task_in_article()
    assert kinds(brought(exported("csv"), name="a.csv")) == ["same"]


def test_excel_may_write_semicolons() -> None:
    task = task_in_article()
    book = load_workbook(BytesIO(exported("xlsx")))
    rows = [
        ";".join(
            str(cell.value if cell.value is not None else "").replace(";", ",") for cell in row
        )
        for row in book.worksheets[0]
    ]
    emptied(task.article)
    text = "\n".join(rows).replace("2022-06-29 00:00:00", "29/06/2022")
    assert kinds(brought(text.encode("utf-8-sig"), name="a.csv")) == ["new"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.csv", b"Wording\nx", "These columns are missing: “Words of the article”"),
        ("a.csv", b"\xff\xfe\x00", "This is no CSV in UTF-8."),
        ("a.xlsx", b"PK\x03\x04 no", "This is no Excel file."),
        ("a.docx", b"x", "Choose a file that ends in .jsonl, .csv or .xlsx."),
    ],
)
def test_a_file_of_another_kind_is_refused_whole(name: str, data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        brought(data, name=name)


# -- Screens and commands --------------------------------------------------------------------------


def upload(data: bytes, name: str = "a.jsonl") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def count(*models: type[Model]) -> list[int]:
    return [model._default_manager.count() for model in models]


def test_by_the_page_a_file_is_tried_and_then_comes_in() -> None:
    task = approve(task_in_article())
    data = exported()
    emptied(task.article)
    client, address = signed_in(LeadFactory()), reverse("admin:review_bring_in")
    page = client.post(address, {"file": upload(data)})
    assert "Nothing has been saved yet." in text_of(page)
    assert "New: 1 · here already: 0 · refused: 0" in text_of(page)
    assert count(ExtractedTask) == [0]
    tried = page.context["form"].initial["tried"]
    other = client.post(address, {"file": upload(data + b"\n"), "tried": tried, "do": "1"})
    assert other.status_code == 422
    assert "This is another file than the one that was tried" in text_of(other)
    assert count(ExtractedTask) == [0]
    done = client.post(address, {"file": upload(data), "tried": tried, "do": "1"})
    assert "What came in from a.jsonl" in text_of(done)
    assert count(ExtractedTask) == [1]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"file": b""},
        {"file": b"x", "name": "x.exe"},
        {"file": b"\n\n"},
        {"do": "1", "file": b"x"},
    ],
)
def test_bad_input_is_told_on_the_page(sent: dict[str, Any]) -> None:
    file = {"file": upload(sent["file"], sent.get("name", "a.jsonl"))} if "file" in sent else {}
    posted = {"do": sent["do"], "tried": "x"} if "do" in sent else {}
    response = signed_in(LeadFactory()).post(reverse("admin:review_bring_in"), file | posted)
    assert response.status_code == 422
    assert "errorlist" in text_of(response)


def test_the_queue_is_exported_as_it_is_filtered() -> None:
    approve(task_in_article())
    task_in_article()
    client, address = signed_in(LeadFactory()), reverse("admin:review_export", args=["jsonl"])
    everything = b"".join(client.get(address))
    approved = b"".join(client.get(address, {"stage": "approved"}))
    assert (everything.count(b"\n"), approved.count(b"\n")) == (2, 1)
    assert client.get(reverse("admin:review_export", args=["pdf"])).status_code == 404


def test_the_commands_write_and_bring_in(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    task, lead = approve(task_in_article()), LeadFactory()
    file = str(tmp_path / "tasks.jsonl")
    call_command("export_tasks", file, "--as", lead.username)
    emptied(task.article)
    call_command("import_tasks", file, "--as", lead.username)
    assert "Nothing was saved" in capsys.readouterr().out
    assert not ExtractedTask.objects.exists()
    call_command("import_tasks", file, "--as", lead.username, "--do")
    assert ExtractedTask.objects.get().state == "approved"
