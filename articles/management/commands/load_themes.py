"""Load a vocabulary of themes from a YAML file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.core.management.base import BaseCommand, CommandError

from articles.actions.loading import load_vocabulary


class Command(BaseCommand):
    help = (
        "Add the themes and spellings of FILE to the vocabulary. May be run again:"
        " what is there already, or was changed by people, stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a list of themes in YAML")

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        loaded = load_vocabulary(self._rows(file))
        for text in loaded.clashes:
            self.stderr.write(f"“{text}” belongs to another theme and was left out")
        for name in loaded.circles:
            self.stderr.write(f"“{name}” would stand under itself and was not filed")
        self.stdout.write(
            f"{loaded.themes_made} themes made, {loaded.spellings_added} spellings added"
        )

    def _rows(self, file: Path) -> list[dict[str, Any]]:
        try:
            rows = yaml.safe_load(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            raise CommandError(f"{file} is not YAML: {error}") from error
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and row.get("name") for row in rows
        ):
            raise CommandError(f"{file} is not a list of themes, each with a name")
        return rows
