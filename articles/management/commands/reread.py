"""Read everything again with the rules of today, and report what that changes."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.actions.rereadings import ring_waiting_slices, start_rereading
from articles.management.following import follow
from articles.management.people import person_called
from articles.models import Rereading
from articles.queries.rereadings import changes_of, progress_of, tally_of
from articles.refusal import Refused

SHOWN = 20


class Command(BaseCommand):
    help = (
        "Reads all originals again. People's corrections and decisions stay. "
        "The last line on stdout says, in JSON, what changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell what would change")
        parser.add_argument(
            "--only",
            choices=[Rereading.Scope.FINDING.value, Rereading.Scope.THEMES.value],
            help="leave the texts as they are; find again in them",
        )
        parser.add_argument("--as", dest="username", metavar="USER", help="who orders it")
        parser.add_argument("--no-wait", action="store_true", help="leave it to the workers")

    def handle(
        self,
        *,
        dry_run: bool,
        only: str | None,
        username: str | None,
        no_wait: bool,
        **_options: Any,
    ) -> None:
        scope = Rereading.Scope(only) if only else Rereading.Scope.READING
        try:
            rereading = start_rereading(person_called(username), scope, dry_run=dry_run)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        if no_wait:
            self.stdout.write(json.dumps({"rereading": rereading.pk}))
            return
        try:
            self._wait(rereading)
        except KeyboardInterrupt:
            self.stderr.write(
                _("Stopped waiting. %(rereading)s goes on as soon as a worker runs.")
                % {"rereading": rereading}
            )
            sys.exit(130)
        finally:
            self._report(rereading)

    def _wait(self, rereading: Rereading) -> None:
        def counted() -> tuple[int, int]:
            rereading.refresh_from_db()
            progress = progress_of(rereading)
            # An erased article is never done; what has ended has ended.
            return progress.done, progress.done if rereading.ended_at else progress.articles + 1

        follow(rereading, counted, ring_waiting_slices, unit=_("articles"))

    def _report(self, rereading: Rereading) -> None:
        tally = tally_of(rereading)
        for (what, how), count in sorted(tally.items()):
            self.stderr.write(f"{what} {how}: {count}")
            for change in changes_of(rereading, what, how)[:SHOWN]:
                was = f" ({change.was})" if change.was else ""
                self.stderr.write(f"  {change.article_id}: {change.name} {change.words}{was}")
        progress = progress_of(rereading)
        line = {
            "rereading": rereading.pk,
            "articles": progress.articles,
            "done": progress.done,
            "changed": progress.changed,
            "changes": {f"{what} {how}": count for (what, how), count in sorted(tally.items())},
        }
        self.stdout.write(json.dumps(line))
