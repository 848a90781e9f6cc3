"""What every test may ask for, and a loud last line where some could not run."""

import os
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import translation
from hypothesis import settings as of_properties

from tests.acceptance import ACCEPTANCE

pytest_plugins = ["tests.database", "tests.workers"]

_LONGEST_FIRST = ["tests/fuzz/", "tests/faults/", ""]
ALL_MUST_RUN = os.environ.get("ALL_TESTS_MUST_RUN") == "true"

# Playwright keeps an event loop running in the thread of the tests.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# How fast the machine is at the moment says nothing of a property.
of_properties.register_profile("desk", deadline=None)
of_properties.load_profile("desk")


@pytest.fixture(autouse=True)
def _own_files(settings: LazySettings, tmp_path: Path) -> None:
    """Keep what a test stores in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """Forget the language that the last request of another test has left active."""
    translation.deactivate()


@pytest.fixture
def english(_own_language: None) -> None:
    """Have the addresses, and so the pages, of a test in English."""
    translation.activate("en")


@pytest.fixture(scope="session")
def acceptance() -> Path:
    """Return the folder of the acceptance set."""
    if not (ACCEPTANCE / "gold.json").exists():
        pytest.skip(f"no acceptance set at {ACCEPTANCE} (set ACCEPTANCE_DIR)")
    return ACCEPTANCE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: where several processes share, none goes on much longer."""
    items.sort(key=lambda item: _place_of(item.nodeid))


def _place_of(nodeid: str) -> int:
    return next(place for place, begin in enumerate(_LONGEST_FIRST) if nodeid.startswith(begin))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if ALL_MUST_RUN and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if whole and "LABELLED_DIR" not in os.environ:
        terminalreporter.write_line(
            "!!! LABELS NOT SCORED: set LABELLED_DIR (labels/README.md) !!!"
        )


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    skipped = _skipped(config)
    if skipped:
        print(f"\n!!! {skipped} TESTS WERE SKIPPED: a browser or the acceptance set is missing !!!")


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0
