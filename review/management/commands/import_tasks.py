"""Bring in tasks and decisions from a file; without --do, only tell what would happen."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.people import person_called
from articles.refusal import Refused
from review.actions.bringing_in import bring_in
from review.exchange.reading import rows_of


class Command(BaseCommand):
    help = "Tell row by row what would come in from a file (docs/exchange.md); --do brings it in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="ends in .jsonl, .csv or .xlsx")
        parser.add_argument("--as", dest="name", required=True, help="who brings it in: a lead")
        parser.add_argument("--do", action="store_true", help="save it")

    def handle(self, *_args: Any, file: Path, name: str, do: bool, **_options: Any) -> None:
        person = person_called(name)
        if person is None:
            raise CommandError("Say as whom.")
        try:
            with file.open("rb") as rows:
                told = bring_in(person, rows_of(rows, file.name), dry_run=not do)
        except (Refused, OSError) as why_not:
            raise CommandError(str(why_not)) from None
        for row in told:
            self.stdout.write(f"{row.row}\t{row.kind}\t{row.message}")
        counts = Counter(row.kind for row in told)
        self.stdout.write(", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items())))
        if not do:
            self.stdout.write("Nothing was saved: give --do to bring it in.")
