"""What the finder found becomes tasks, in the transaction that saves the text."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from articles.finding import Findings
from articles.models import OfficialDocument
from articles.signals import text_saved
from review.models import ExtractedTask, Organisation, OrganisationSpelling
from tests.articles.factories import ArticleFactory
from tests.review.factories import BODY, LINES, found, wording_now

pytestmark = pytest.mark.django_db


def announce(*tasks: object, body: str = BODY) -> None:
    text = ArticleFactory(body=body).text
    text_saved.send(sender=None, text=text, findings=Findings((), (), tasks))  # type: ignore[arg-type]


def test_a_saved_text_gets_its_tasks_with_version_1_as_found() -> None:
    announce(
        found(
            BODY,
            LINES[1],
            marker="Hai là",
            responsible=("các chi bộ",),
            participating=("Ban Tuyên giáo",),
            due="quý IV/2021",
            due_from=date(2021, 10, 1),
            due_to=date(2021, 12, 31),
        )
    )
    task = ExtractedTask.objects.get()
    version = wording_now(task)
    assert (task.quote, task.marker, task.heading) == (LINES[1], "Hai là", "Nhiệm vụ trọng tâm")
    assert (task.state, task.rule, task.confidence) == ("open", "numbered_item", 0.9)
    assert (version.number, version.wording, version.written_by) == (1, LINES[1], None)
    assert (version.due, version.due_from) == ("quý IV/2021", date(2021, 10, 1))
    assert version.needed == 2
    assert [(body.role, body.printed) for body in version.bodies.all()] == [
        ("responsible", "các chi bộ"),
        ("takes_part", "Ban Tuyên giáo"),
    ]


def test_documents_are_the_known_ones_that_the_words_cite() -> None:
    text = ArticleFactory(body=BODY).text
    documents = [
        OfficialDocument.objects.create(kind="Chỉ thị", number=f"{n}-CT/TW", key=str(n))
        for n in range(2)
    ]
    start = BODY.index(LINES[0])
    for document, at in ((documents[0], start), (None, start + 5), (documents[1], 0)):
        text.citations.create(
            document=document, kind="k", number="n", start=at, end=at + 3, quote="q", confidence=1
        )
    findings = Findings((), (), (found(BODY, LINES[0]),))
    text_saved.send(sender=None, text=text, findings=findings)
    version = wording_now(ExtractedTask.objects.get())
    assert list(version.documents.all()) == [documents[0]]


def test_two_spellings_of_a_body_are_one_organisation() -> None:
    announce(found(BODY, LINES[0], responsible=("Huyện ủy Đông Khê", "HUYỆN UỶ ĐÔNG KHÊ")))
    announce(found(BODY, LINES[1], responsible=("Huyện  ủy Đông Khê,",)))
    assert [body.name for body in Organisation.objects.all()] == ["Huyện ủy Đông Khê"]
    assert OrganisationSpelling.objects.count() == 1
    assert Organisation.objects.get().versions.count() == 2


def test_what_is_longer_than_its_place_is_cut_and_fails_nothing() -> None:
    long = "Ban " * 400
    announce(found(BODY, LINES[0], responsible=(long, " ", "…"), due=long, heading=long))
    version = wording_now(ExtractedTask.objects.get())
    assert [len(body.printed) for body in version.bodies.all()] == [300]


def test_a_task_that_does_not_fit_its_text_fails_the_saving() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        announce(found(BODY + " Bốn là, thừa.", "Bốn là, thừa."))
    assert not ExtractedTask.objects.exists()


def test_many_tasks_cost_no_more_statements_than_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    lines = [f"Việc {n}, Ban {n} rà soát đội ngũ cán bộ." for n in range(40)]
    body = "\n".join(lines)
    for count in (2, 40):
        text = ArticleFactory(body=body).text
        tasks = tuple(
            found(body, line, responsible=(f"Ban {count} {n}",))
            for n, line in enumerate(lines[:count])
        )
        with django_assert_num_queries(9):
            text_saved.send(sender=None, text=text, findings=Findings((), (), tasks))
