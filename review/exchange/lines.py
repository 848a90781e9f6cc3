"""A task as one line of JSON: `duyet.task/1`, written down in `docs/exchange.md`."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from review.exchange.seals import sealed
from review.models import Comment, Decision, TaskVersion, VersionOrganisation

if TYPE_CHECKING:
    from review.queries.exporting import Exported, Span

SCHEMA: Final = "duyet.task/1"
Role = VersionOrganisation.Role


def line_of(exported: "Exported", person_id: int) -> dict[str, Any]:
    """Give the line. What this person must not see of it is left out, and so is the seal then."""
    task, article = exported.task, exported.task.article
    sees_all = task.is_seen
    line = {
        "schema": SCHEMA,
        "article": {
            "sha256": article.content_sha256,
            "title": article.title,
            "published_on": _day(article.published_on),
            "publisher": article.publisher.name if article.publisher else None,
            "address": article.source_url or None,
            "themes": [{"name": name, "by": by} for name, by in exported.themes],
            "themes_said": [
                {
                    "name": said.name,
                    "verdict": said.verdict,
                    "person": said.person,
                    "made_at": _moment(said.decided_at),
                }
                for said in exported.themes_said
            ],
        },
        "text": {"sha256": exported.text_sha256},
        "place": {
            "start": task.start,
            "end": task.end,
            "quote": task.quote,
            "before": task.words_before,
            "after": task.words_after,
        },
        "labels": {
            "themes": _spans(exported.mentions),
            "citations": _spans(exported.citations),
        },
        "heading": task.heading,
        "marker": task.marker,
        "rule": task.rule,
        "confidence": task.confidence,
        "found_at": _moment(task.created_at),
        "state": task.state,
        "whole": sees_all,
        "wordings": [
            _wording(version, None if sees_all else person_id) for version in task.versions.all()
        ],
        "comments": [
            _comment(comment)
            for comment in task.comments.all()
            if sees_all or comment.person_id == person_id
        ],
    }
    return sealed(line) if sees_all else line


def _wording(version: TaskVersion, only: int | None) -> dict[str, Any]:
    """Give a wording with all decisions on it, or with those of one person only."""
    return {
        "number": version.number,
        "wording": version.wording,
        "responsible": version.bodies_as(Role.RESPONSIBLE),
        "taking_part": version.bodies_as(Role.TAKES_PART),
        "due": version.due,
        "due_from": _day(version.due_from),
        "due_to": _day(version.due_to),
        "documents": [
            {"key": document.key, "name": str(document), "issuer": document.issuer}
            for document in sorted(version.documents.all(), key=lambda document: document.key)
        ],
        "needed": version.needed,
        "written_by": version.written_by.get_username() if version.written_by else None,
        "written_at": _moment(version.written_at),
        "decisions": [
            _decision(decision)
            for decision in version.decisions.all()
            if only is None or decision.person_id == only
        ],
    }


def _decision(decision: Decision) -> dict[str, Any]:
    withdrawal = getattr(decision, "withdrawal", None)
    return {
        "person": decision.person.get_username(),
        "verdict": decision.verdict,
        "reason": decision.reason,
        "settles": decision.settles,
        "made_at": _moment(decision.made_at),
        "withdrawn_at": _moment(withdrawal.withdrawn_at) if withdrawal else None,
    }


def _comment(comment: Comment) -> dict[str, Any]:
    return {
        "wording": comment.version.number,
        "person": comment.person.get_username(),
        "words": comment.words,
        "about": comment.about,
        "made_at": _moment(comment.made_at),
    }


def _spans(spans: "Iterable[Span]") -> list[dict[str, Any]]:
    return [{"says": span.says, "start": span.start, "end": span.end} for span in spans]


def _moment(moment: datetime) -> str:
    return moment.isoformat()


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
