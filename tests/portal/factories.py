"""Lists and editions for tests, made as people make them: by actions."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from articles.models import Article, Citation, OfficialDocument
from articles.vietnamese import sort_key
from portal.actions import Pick, arrange_entries, create_list, publish_list, submit_list
from portal.models import CuratedList, Edition
from portal.queries.proofs import proof_of
from review.actions.decisions import decide
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask, Organisation, TaskVersion, VersionOrganisation
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory, ReviewerFactory

_numbers = count(1)


def document(number: str = "05-CT/TW", kind: str = "Chỉ thị", **said: object) -> OfficialDocument:
    """An official document that the desk knows."""
    key = f"{kind}/{number}/{OfficialDocument.objects.count()}"
    return OfficialDocument.objects.create(kind=kind, number=number, key=key, **said)


def cite(article: Article, cited: OfficialDocument | None, number: str = "05-CT/TW") -> Citation:
    """Have the article cite a document, or one that nobody can tell."""
    assert article.text
    at = article.text.citations.count()
    return Citation.objects.create(
        text=article.text,
        document=cited,
        kind="Chỉ thị",
        number=number,
        start=at,
        end=at + 1,
        quote="x",
        rule="test",
        confidence=1,
    )


@transaction.atomic
def found_task(
    article: Article | None = None,
    *,
    wording: str = "Rà soát quy chế làm việc của cấp ủy",
    responsible: Sequence[str] = ("Ban Thường vụ Huyện ủy",),
    taking_part: Sequence[str] = (),
    due: str = "quý IV/2021",
    documents: Sequence[OfficialDocument] = (),
) -> ExtractedTask:
    """A task as finding leaves it: nobody has decided yet."""
    article = article or ArticleFactory(body=wording)
    assert article.text
    start = article.text.body.find(wording)
    if start < 0:  # any place will do
        start, quote = article.tasks.count(), article.text.body[article.tasks.count()]
    else:
        quote = wording
    task = ExtractedTask.objects.create(
        article=article,
        text=article.text,
        start=start,
        end=start + len(quote),
        quote=quote,
        rule="test",
        confidence=1.0,
    )
    version = TaskVersion.objects.create(task=task, number=1, wording=wording, due=due)
    version.documents.set(documents)
    for role, names in (("responsible", responsible), ("takes_part", taking_part)):
        for position, name in enumerate(names):
            body, _new = Organisation.objects.get_or_create(name=name, sort_key=sort_key(name))
            VersionOrganisation.objects.create(
                version=version, organisation=body, role=role, printed=name, position=position
            )
    task.version = version
    task.save()
    return task


def approved_task(article: Article | None = None, **said: Any) -> ExtractedTask:
    """A task that two people have approved."""
    task = found_task(article, **said)
    assert task.version
    for _person in range(2):
        decide(ReviewerFactory(), task.pk, task.version.pk, Decision.Verdict.APPROVE)
    task.refresh_from_db()
    return task


def reworded(task: ExtractedTask, wording: str) -> ExtractedTask:
    """Two people approve another wording."""
    task.refresh_from_db()
    assert task.version
    writer, other = ReviewerFactory(), ReviewerFactory()
    rewrite(writer, task.pk, task.version.pk, Wording(wording))
    task.refresh_from_db()
    assert task.version_id
    decide(other, task.pk, task.version_id, Decision.Verdict.APPROVE)
    task.refresh_from_db()
    assert task.state == ExtractedTask.State.APPROVED
    return task


def take_down(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(state="taken_down", taken_down_reason="Lỗi.")


def draft_list(
    *picks: Pick,
    title: str | None = None,
    introduction: str = "",
    person: AbstractUser | None = None,
) -> CuratedList:
    person = person or ManagingEditorFactory()
    title = title or f"Nêu gương ở cơ sở {next(_numbers)}"
    made = create_list(person, title=title, introduction=introduction)
    return arrange_entries(person, made, picks, expected=made.revision)


def submitted_list(*picks: Pick, by: AbstractUser | None = None, **said: Any) -> CuratedList:
    person = by or ManagingEditorFactory()
    made = draft_list(*(picks or (Pick(article=ArticleFactory()),)), person=person, **said)
    return submit_list(person, made, expected=made.revision)


def publish(curated_list: CuratedList, *, by: AbstractUser | None = None) -> Edition:
    seen = proof_of(curated_list).fingerprint
    return publish_list(by or ManagingEditorFactory(), curated_list, expected=seen)


def published_edition(*picks: Pick, **said: Any) -> Edition:
    return publish(submitted_list(*picks, **said))


def next_edition(curated_list: CuratedList) -> Edition:
    """Publish the list once more, as it stands."""
    curated_list.refresh_from_db()
    submit_list(ManagingEditorFactory(), curated_list, expected=curated_list.revision)
    curated_list.refresh_from_db()
    return publish(curated_list)
