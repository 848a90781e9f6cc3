"""Make the index of search anew from what is published, while the desk goes on."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.actions.indexing import index_everything


class Command(BaseCommand):
    help = (
        "Index everything that is published again: after an upgrade that says so, or where doctor"
        " finds that the index and the editions differ."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        count = index_everything()
        self.stdout.write(f"Looked at {count} articles.")
