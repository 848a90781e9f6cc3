"""Import files, folders or web addresses.

The order is saved, the workers do it, and at the end it says how it went.
"""

import json
import mimetypes
import os
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.actions.fetching import start_import_of_addresses
from articles.actions.imports import SUFFIXES, ring_waiting_items, start_import
from articles.actions.originals import Upload
from articles.management.following import follow
from articles.management.people import person_called
from articles.models import ImportItem, ImportJob
from articles.queries.imports import counts_of, items_of
from articles.refusal import Refused

_ADDRESS = re.compile(r"\w+://")

State, Problem = ImportItem.State, ImportItem.Problem


class Command(BaseCommand):
    help = (
        "Imports files and folders, or web addresses."
        " The last line on stdout says, in JSON, how it went."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("things", nargs="+", metavar="PATH or ADDRESS")
        parser.add_argument("--as", dest="username", metavar="USER", help="who imports")
        parser.add_argument("--wait", action="store_true", help="until everything is done")

    def handle(
        self, *, things: list[str], username: str | None, wait: bool, **_options: Any
    ) -> None:
        addresses = [thing for thing in things if _ADDRESS.match(thing)]
        if addresses and len(addresses) < len(things):
            raise CommandError(_("Either files and folders or web addresses, please."))
        uploads = [] if addresses else self._uploads([Path(thing) for thing in things])
        names = addresses or [upload.name for upload in uploads]
        try:
            who = person_called(username)
            if addresses:
                job = start_import_of_addresses(who, ImportJob.Source.COMMAND, addresses)
            else:
                job = start_import(who, ImportJob.Source.COMMAND, uploads)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        try:
            if wait:
                self._wait(job)
        except KeyboardInterrupt:
            self.stderr.write(
                _("Stopped waiting. Import %(number)s goes on as soon as a worker runs.")
                % {"number": job.pk}
            )
            sys.exit(130)
        finally:
            self._report(job, names)
        counts = counts_of(job)
        if wait and not counts.of(State.IMPORTED) + counts.of(State.DUPLICATE):
            raise CommandError(_("None of it could be imported."))

    def _uploads(self, paths: list[Path]) -> list[Upload]:
        missing = [path for path in paths if not path.exists()]
        if missing:
            raise CommandError(_("There is no “%(path)s”.") % {"path": missing[0]})
        uploads = []
        for path, name in _files(paths):
            if path.suffix.lower() not in SUFFIXES:
                why = _("Skipped, not a kind of file that is imported: %(path)s")
                self.stderr.write(why % {"path": path})
            elif not os.access(path, os.R_OK):
                self.stderr.write(_("Skipped, may not be read: %(path)s") % {"path": path})
            else:
                uploads.append(_upload(path, name))
        if not uploads:
            raise CommandError(
                _("There is nothing to import: no files that end in %(suffixes)s.")
                % {"suffixes": ", ".join(SUFFIXES)}
            )
        return uploads

    def _wait(self, job: ImportJob) -> None:
        def counted() -> tuple[int, int]:
            counts = counts_of(job)
            return counts.ended, counts.total

        follow(job, counted, ring_waiting_items, unit=_("items"))

    def _report(self, job: ImportJob, names: list[str]) -> None:
        for item in items_of(job, State.FAILED):
            self.stderr.write(f"{_name(item, names)}: {item.get_problem_display()}")
        for item in items_of(job).exclude(columns=[]):
            told = {"name": _name(item, names), "columns": ", ".join(item.columns)}
            if item.problem == Problem.NO_TEXT_COLUMN:
                self.stderr.write(_("%(name)s: Columns found: %(columns)s.") % told)
            else:
                self.stderr.write(_("%(name)s: Columns not used: %(columns)s.") % told)
        counts = counts_of(job)
        line = {
            "job": job.pk,
            "items": counts.total,
            "imported": counts.of(State.IMPORTED),
            "duplicates": counts.of(State.DUPLICATE),
            "failed": counts.of(State.FAILED),
        }
        self.stdout.write(json.dumps(line))


def _files(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    yield file, str(file.relative_to(path))
        else:
            yield path, path.name


def _name(item: ImportItem, names: list[str]) -> str:
    """What it came as: where a document was refused, only this process still knows the name."""
    bundle = item.unpacked_from
    name = names[(bundle or item).position - 1]
    return f"{name} › {item.own_name}" if bundle else name


def _upload(path: Path, name: str) -> Upload:
    media_type = mimetypes.guess_type(path.name)[0] or "text/plain"
    return Upload(name, media_type, path.stat().st_size, path.read_bytes)
