"""Ask the web process whether it is well: for container health checks, which have no curl."""

from http import HTTPStatus
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Exit with 0 when the address answers 200."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *_args: Any, address: str, **_options: Any) -> None:
        host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".*") or "localhost"
        try:
            with urlopen(Request(address, headers={"Host": host}), timeout=5) as answer:  # noqa: S310
                status = answer.status
        except URLError as error:
            raise CommandError(str(error)) from error
        if status != HTTPStatus.OK:
            raise CommandError(f"{address} answered {status}")
