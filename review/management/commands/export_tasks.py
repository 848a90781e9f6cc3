"""Write the tasks of the queue, with their record, to a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from articles.management.people import person_called
from review.choosing import Choice
from review.exchange.exporting import FORMS, export
from review.models import ExtractedTask


class Command(BaseCommand):
    help = "Write tasks as CSV, XLSX or JSONL (docs/exchange.md), as one person sees them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="ends in .csv, .xlsx or .jsonl")
        parser.add_argument("--as", dest="name", required=True, help="whose eyes: a lead sees all")
        parser.add_argument(
            "--filter", default="", help="what stands behind “?” in the address of the queue"
        )

    def handle(self, *_args: Any, file: Path, name: str, filter: str, **_options: Any) -> None:  # noqa: A002  (the option's name)
        form = file.suffix.removeprefix(".")
        if form not in FORMS:
            raise CommandError("The file must end in .csv, .xlsx or .jsonl.")
        person = person_called(name)
        if person is None:
            raise CommandError("Say as whom.")
        rows = Choice.of(person, QueryDict(filter.removeprefix("?"))).rows
        tasks = ExtractedTask.objects.filter(pk__in=rows.order_by().values("task"))
        with file.open("wb") as out:
            for block in export(tasks, person, form):
                out.write(block)
        self.stdout.write(f"{file}")
