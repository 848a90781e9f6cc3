"""Tasks for tests, as importing and people would leave them."""

from datetime import date
from typing import Any

from django.db import transaction

from articles.changes import Change
from articles.finding import Findings
from articles.finding.results import Task
from articles.models import Article, ArticleText
from articles.signals import text_saved
from portal.people.models import User
from review.actions.decisions import decide, withdraw
from review.actions.finding import make_tasks
from review.models import Decision, ExtractedTask, TaskVersion
from review.queries import effective_decisions
from tests.articles.factories import ArticleFactory
from tests.factories import ReviewerFactory

BODY = (
    "Nhiệm vụ trọng tâm\n"
    "Một là, Ban Tổ chức Huyện ủy Đông Khê rà soát đội ngũ cán bộ trước ngày 30/6/2022.\n"
    "Hai là, các chi bộ tổ chức sinh hoạt chuyên đề về nêu gương trong quý IV/2021.\n"
    "Ba là, Ban Tuyên giáo Huyện ủy tham mưu kế hoạch tuyên truyền."
)
LINES = BODY.split("\n")[1:]


def found(body: str, words: str, **more: Any) -> Task:
    """What the finder would say of these words."""
    start = body.index(words)
    said: dict[str, Any] = {
        "start": start,
        "end": start + len(words),
        "heading": "Nhiệm vụ trọng tâm",
        "marker": None,
        "responsible": (),
        "participating": (),
        "due": None,
        "due_from": None,
        "due_to": None,
        "rule": "numbered_item",
        "confidence": 0.9,
    }
    return Task(**(said | more))


def text_of(article: Article) -> ArticleText:
    assert article.text is not None
    return article.text


def wording_now(task: ExtractedTask) -> TaskVersion:
    assert task.version is not None
    return task.version


def article_with_tasks(count: int = 3, body: str = BODY) -> Article:
    """An article with the first `count` lines below its heading as tasks."""
    article: Article = ArticleFactory(body=body)
    lines = body.split("\n")[1 : count + 1]
    make_tasks(text_of(article), tuple(found(body, line) for line in lines))
    return article


def task_in_article(**more: Any) -> ExtractedTask:
    """One task of an article of its own: `task_in_article(responsible=("Ban Tổ chức",))`."""
    article: Article = ArticleFactory(body=BODY)
    due = {"due": "trước ngày 30/6/2022", "due_to": date(2022, 6, 29)}
    make_tasks(text_of(article), (found(BODY, LINES[0], **(due | more)),))
    return ExtractedTask.objects.select_related("version", "article", "text").get(text=article.text)


def approve(task: ExtractedTask, *people: User) -> ExtractedTask:
    """Have these people approve the task, or two reviewers."""
    for person in people or (ReviewerFactory(), ReviewerFactory()):
        decide(person, task.pk, wording_now(task).pk, Decision.Verdict.APPROVE)
    task.refresh_from_db()
    return task


def approved_task(**more: Any) -> ExtractedTask:
    return approve(task_in_article(**more))


def lose_approval(task: ExtractedTask) -> None:
    """Have one of those who approved the task take it back."""
    decision = effective_decisions(wording_now(task).pk)[0]
    withdraw(decision.person, decision.pk)


def next_text(article: Article, body: str, *tasks: Task) -> list[Change]:
    """Give the article its next text with these tasks in it, and tell what the review says."""
    with transaction.atomic():
        held = Article.objects.select_for_update().get(pk=article.pk)
        previous = text_of(held)
        held.text = ArticleText.objects.create(article=held, number=previous.number + 1, body=body)
        held.save(update_fields=["text"])
        article.text = held.text
        return announced(held.text, previous, *tasks)


def found_again(article: Article, *tasks: Task) -> list[Change]:
    """Find these tasks in the text that the article has."""
    with transaction.atomic():
        held = Article.objects.select_for_update().get(pk=article.pk)
        return announced(text_of(held), text_of(held), *tasks)


def announced(text: ArticleText, previous: ArticleText, *tasks: Task) -> list[Change]:
    findings = Findings((), (), tasks)
    answers = text_saved.send(sender=None, text=text, findings=findings, previous=previous)
    told: list[list[Change] | None] = [answer for _receiver, answer in answers]  # type: ignore[misc]
    return [change for changes in told for change in changes or []]
