"""Compare articles with each other that nobody has compared yet."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from articles.actions.comparing import compare_all_again, compare_waiting
from articles.queries.likeness import due_for_comparing, offers_counted

A_TURN = 2.0  # seconds


class Command(BaseCommand):
    help = (
        "Finds articles that say the same, among those that are still to be compared. Workers do"
        " it too, little by little; several of these may run at once, and be stopped at any time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--again", action="store_true", help="compare all of them anew, as after an upgrade"
        )

    def handle(self, *, again: bool, **_options: Any) -> None:
        if again:
            compare_all_again()
        with tqdm(total=due_for_comparing(), unit=f" {_('articles')}", file=sys.stderr) as bar:
            while done := compare_waiting(at_most_seconds=A_TURN):
                bar.update(done)
        pairs = offers_counted()
        words = ngettext(
            "%(pairs)s pair of articles may be one.",
            "%(pairs)s pairs of articles may be one.",
            pairs.number,
        )
        self.stdout.write(words % {"pairs": pairs.told})
