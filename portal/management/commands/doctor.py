"""Say whether the desk is well. For people, and by its exit status for scripts."""

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.doctor import DAILY, THOROUGH, Checkup, Verdict, examine


class Command(BaseCommand):
    help = "Look at everything the desk stands on. Exits with 1 if something fails."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--thorough",
            action="store_true",
            help="also look at every approved task and published entry, and at every file",
        )
        parser.add_argument("--json", action="store_true", help="one object a line")

    def handle(self, *_args: Any, **options: Any) -> None:
        tell = self._tell_in_json if options["json"] else self._tell
        fails = False
        for checkup in examine(THOROUGH if options["thorough"] else DAILY):
            tell(checkup)
            fails = fails or checkup.verdict is Verdict.FAILING
        if fails:
            sys.exit(1)

    def _tell(self, checkup: Checkup) -> None:
        style = {
            Verdict.WELL: self.style.SUCCESS,
            Verdict.WARNING: self.style.WARNING,
            Verdict.FAILING: self.style.ERROR,
        }[checkup.verdict]
        self.stdout.write(f"{style(f'{checkup.verdict:8}')} {checkup.name}: {checkup.words}")

    def _tell_in_json(self, checkup: Checkup) -> None:
        self.stdout.write(json.dumps(asdict(checkup)))
