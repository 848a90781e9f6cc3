"""The short form of `make faults`: a few rounds, each with a fault in the middle of an import."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.embedded.programs import find_programs
from tests.faults.desk import ROOT
from tests.workers import database_url

FAULTS = "worker-during-save,worker-unpacking,broker-killed,database-killed"
MINUTES = 1.5
"""No round begins later; one that is under way then takes less than a minute more."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that PostgreSQL's account may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="duyet-faults-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.mark.django_db
def test_imports_are_whole_after_processes_were_killed(folder: Path) -> None:
    tables = folder / "tables.sql"
    dump = [str(find_programs().psql.with_name("pg_dump")), "--no-owner", "--no-privileges"]
    subprocess.run([*dump, f"--file={tables}", database_url()], check=True)
    options = ["--faults", FAULTS, "--items", "16-24", "--minutes", f"{MINUTES}", "--seed", "5"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--rounds", "4", *options],
        env=os.environ | {"FAULTS_DIR": str(folder), "FAULTS_TABLES": str(tables)},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r": whole$", done.stdout, re.MULTILINE)) >= 2, done.stdout
