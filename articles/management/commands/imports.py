"""Look after imports from the command line: how they go, cancel them, try again what failed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.actions.cancelling import cancel_import
from articles.actions.retrying import retry_item, retry_items
from articles.management.people import person_called
from articles.models import ImportItem, ImportJob
from articles.queries.import_ends import pace_of
from articles.queries.imports import Counts, counts_by_job, counts_of, items_of
from articles.refusal import Refused
from articles.templatetags.imports import in_words

LISTED = 20
FAILED_SHOWN = 50

State = ImportItem.State


class Command(BaseCommand):
    help = "Lists and shows imports, cancels them, and tries again what failed in them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("list", help=f"the newest {LISTED} imports")
        for act, words in [
            ("show", "how an import goes, and what failed in it"),
            ("cancel", "stop an import; what has been imported stays"),
            ("retry", "try again all that failed in an import"),
            ("resume", "go on with an import that was cancelled"),
            ("retry-item", "try one thing again"),
        ]:
            one = acts.add_parser(act, help=words)
            one.add_argument("number", type=int)
            if act != "show":
                one.add_argument("--as", dest="username", metavar="USER", help="who orders it")

    def handle(
        self, *, act: str, number: int = 0, username: str | None = None, **_options: Any
    ) -> None:
        if act == "list":
            self._list()
            return
        person = person_called(username)
        try:
            match act:
                case "show":
                    self._show(_job(number))
                case "cancel":
                    cancel_import(person, _job(number))
                    self._tell(_job(number))
                case "retry" | "resume":
                    state = State.FAILED if act == "retry" else State.CANCELLED
                    count = retry_items(person, _job(number), state)
                    self.stdout.write(_("Items that wait again: %(count)s") % {"count": count})
                case "retry-item":
                    retry_item(person, _item(number))
                    self.stdout.write(_("Waits again: %(item)s") % {"item": _item(number)})
        except Refused as refused:
            raise CommandError(str(refused)) from None

    def _list(self) -> None:
        jobs = ImportJob.objects.select_related("created_by").order_by("-pk")[:LISTED]
        counts = counts_by_job(job.pk for job in jobs)
        for job in jobs:
            who = job.created_by or _("the system")
            self.stdout.write(
                f"{job.pk}\t{localtime(job.created_at):%Y-%m-%d %H:%M}\t{who}"
                f"\t{job.get_source_display()}\t{_told(counts[job.pk])}"
            )

    def _tell(self, job: ImportJob) -> Counts:
        counts = counts_of(job)
        self.stdout.write(f"{job}: {_told(counts)}")
        return counts

    def _show(self, job: ImportJob) -> None:
        counts = self._tell(job)
        left = pace_of(job).left(counts.open)
        if left is not None and counts.open:
            self.stdout.write(in_words(left))
        for item in items_of(job, State.FAILED)[:FAILED_SHOWN]:
            words = [f"{item.pk}\t{item}\t{item.get_problem_display()}"]
            if item.last_error:
                words.append(f"{item.last_error} ({item.worker}, {item.attempts})")
            self.stdout.write("\t".join(words))


def _told(counts: Counts) -> str:
    told = [f"{count} {state.label}" for state in State if (count := counts.of(state))]
    return ", ".join(told) or _("nothing in it")


def _job(number: int) -> ImportJob:
    job = ImportJob.objects.filter(pk=number).first()
    if job is None:
        raise CommandError(_("There is no import %(number)s.") % {"number": number})
    return job


def _item(number: int) -> ImportItem:
    items = ImportItem.objects.select_related("job", "unpacked_from")
    item = items.filter(pk=number).first()
    if item is None:
        raise CommandError(_("There is no item %(number)s.") % {"number": number})
    return item
