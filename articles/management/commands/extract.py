"""Print what reading and finding give for files, without a database or a broker."""

import io
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.finding import Findings, Vocabulary, find
from articles.queries.vocabulary import seed_vocabulary
from articles.reading import Draft, Fault, Unreadable, read
from articles.reading.bundles import Bundle, open_bundle


class Command(BaseCommand):
    help = (
        "Prints the article, themes, citations and tasks of each file as a line of JSON;"
        " of an archive or a table, a line for each thing in it."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *, files: list[str], **_options: Any) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
        vocabulary = seed_vocabulary(settings.BASE_DIR / "seeds" / "themes.yaml")
        has_failed = False
        for path in files:
            for line in lines_of(path, vocabulary):
                self.stdout.write(json.dumps(line, ensure_ascii=False))
                has_failed = has_failed or "error" in line
        if has_failed:
            sys.exit(1)


def lines_of(path: str, vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    try:
        data = Path(path).read_bytes()
        bundle = open_bundle(data, name=Path(path).name)
        if bundle is None:
            yield {"path": path} | extracted(data, Path(path).name, None, vocabulary)
            return
        yield from _members(path, bundle, vocabulary)
    except Unreadable as unreadable:
        yield {"path": path, "error": unreadable.code.value}
    except OSError as error:
        yield {"path": path, "error": error.strerror or str(error)}


def _members(path: str, bundle: Bundle, vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    empty = True
    for member in bundle.members():
        empty = False
        row = f"row {member.row}" if member.row is not None else ""
        yield {"path": " › ".join(filter(None, [path, member.name, row]))} | (
            {"error": member.fault.value}
            if member.fault
            else extracted(member.data, member.name, member.media_type, vocabulary)
        )
    if empty:
        raise Unreadable(Fault.NOTHING_INSIDE)


def extracted(
    data: bytes, name: str, media_type: str | None, vocabulary: Vocabulary
) -> dict[str, Any]:
    try:
        draft = read(data, name=name, media_type=media_type)
    except Unreadable as unreadable:
        return {"error": unreadable.code.value}
    findings = find(
        draft.body, vocabulary, headings=draft.headings, published_on=draft.published_on
    )
    return _article(draft) | _findings(draft.body, findings)


def _article(draft: Draft) -> dict[str, Any]:
    return {
        "title": draft.title,
        "published_on": draft.published_on and draft.published_on.isoformat(),
        "author": draft.author,
        "publisher": draft.publisher,
        "body": draft.body,
    }


def _findings(body: str, findings: Findings) -> dict[str, Any]:
    return {
        "themes": [
            {"name": mention.theme, "start": mention.start, "end": mention.end}
            for mention in findings.mentions
        ],
        "citations": [
            {
                "kind": citation.kind,
                "number": citation.number,
                "issuer": citation.issuer,
                "issued_on": citation.issued_on and citation.issued_on.isoformat(),
                "start": citation.start,
                "end": citation.end,
            }
            for citation in findings.citations
        ],
        "tasks": [
            {
                "text": body[task.start : task.end],
                "start": task.start,
                "end": task.end,
                "heading": task.heading,
                "number": task.marker,
                "responsible": list(task.responsible),
                "due": task.due,
            }
            for task in findings.tasks
        ],
    }
