"""What the demo shows: the seed articles at the desk, a few tasks approved, one list published."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from articles.models import Article, ImportJob
from portal.actions.entries import Pick, arrange_entries
from portal.actions.lists import create_list
from portal.actions.publishing import publish_list
from portal.actions.submitting import submit_list
from portal.demo.people import (
    EDITOR,
    MANAGING_EDITOR,
    REVIEWER,
    SECOND_MANAGING_EDITOR,
    SECOND_REVIEWER,
    person,
)
from portal.models import CuratedList
from portal.queries.proofs import proof_of
from review.actions.decisions import decide
from review.models import Decision, ExtractedTask
from review.queries import current_tasks

SEEDS: Path = settings.BASE_DIR / "seeds"


def is_new() -> bool:
    return not ImportJob.objects.exists()


def import_articles() -> None:
    """Import the seed articles through the worker, with a bar."""
    call_command("load_themes", SEEDS / "themes.yaml")
    call_command("import_articles", SEEDS / "articles", wait=True, username=EDITOR.username)


def make_lists() -> None:
    """Make the lists that are missing, and publish those that the seeds call published."""
    for row in yaml.safe_load((SEEDS / "lists.yaml").read_text(encoding="utf-8")):
        if not CuratedList.objects.filter(slug=row["slug"]).exists():
            _make_list(row)


@transaction.atomic
def _make_list(row: dict[str, Any]) -> None:
    maker = person(MANAGING_EDITOR)
    made = create_list(
        maker, title=row["title"], slug=row["slug"], introduction=row["introduction"]
    )
    made = arrange_entries(maker, made, list(_picks(row["entries"])), expected=made.revision)
    if row["state"] == "published":
        made = submit_list(maker, made, expected=made.revision)
        fingerprint = proof_of(made).fingerprint
        publish_list(person(SECOND_MANAGING_EDITOR), made, expected=fingerprint)


def _picks(rows: list[dict[str, str]]) -> Iterator[Pick]:
    for row in rows:
        article = _article(SEEDS / row["article"])
        if "task" in row:
            yield Pick(task=_approved_task(article, row["task"]), note=row["note"])
        else:
            yield Pick(article=article, note=row["note"])


def _article(file: Path) -> Article:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return Article.objects.filter(import_items__original__sha256=digest).distinct().get()


def _approved_task(article: Article, first_words: str) -> ExtractedTask:
    task = current_tasks().get(article=article, quote__startswith=first_words)
    for reviewer in (REVIEWER, SECOND_REVIEWER):
        if task.state == ExtractedTask.State.OPEN and task.version_id:
            task = decide(person(reviewer), task.pk, task.version_id, Decision.Verdict.APPROVE)
    return task
