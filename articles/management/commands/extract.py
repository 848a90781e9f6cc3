"""Print what reading and finding give for files, without a database or a broker."""

import io
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from articles.finding import Findings, Vocabulary, find
from articles.queries.vocabulary import seed_vocabulary
from articles.reading import Draft, Unreadable, read


class Command(BaseCommand):
    help = "Prints the article, themes, citations and tasks of each file as a line of JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *, files: list[str], **_options: Any) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
        vocabulary = seed_vocabulary(settings.BASE_DIR / "seeds" / "themes.yaml")
        lines = [self._print(path, vocabulary) for path in files]
        if any("error" in line for line in lines):
            sys.exit(1)

    def _print(self, path: str, vocabulary: Vocabulary) -> dict[str, Any]:
        line = {"path": path} | extracted(path, vocabulary)
        self.stdout.write(json.dumps(line, ensure_ascii=False))
        return line


def extracted(path: str, vocabulary: Vocabulary) -> dict[str, Any]:
    try:
        draft = read(Path(path).read_bytes(), name=Path(path).name)
    except Unreadable as unreadable:
        return {"error": unreadable.code.value}
    except OSError as error:
        return {"error": error.strerror or str(error)}
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
