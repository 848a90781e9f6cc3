"""Reading and finding on real articles, scored against labels that people made."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="module")
def score(acceptance: Path) -> str:
    """What the scorer prints for what `manage.py extract` prints."""
    files = sorted(map(str, (acceptance / "articles").glob("*.txt")))
    extracted = subprocess.run(
        [sys.executable, "manage.py", "extract", *files], cwd=ROOT, capture_output=True, check=True
    )
    scorer = [str(acceptance / name) for name in ("score.py", "gold.json", "articles")]
    scored = subprocess.run(
        [sys.executable, *scorer], input=extracted.stdout, capture_output=True, check=True
    )
    return scored.stdout.decode()


@pytest.mark.parametrize("field", ["title", "published_on", "author", "publisher"])
def test_every_field_is_read_right(score: str, field: str) -> None:
    right, of = map(int, re.findall(rf"^{field} +(\d+) of (\d+)", score, re.MULTILINE)[0])
    assert right == of > 0


@pytest.mark.parametrize(
    ("finding", "at_least"), [("task", 0.9), ("citation", 0.95), ("mention", 1)]
)
def test_findings_are_as_good_as_they_were(score: str, finding: str, at_least: float) -> None:
    [f1] = re.findall(rf"^{finding} F1 +([\d.]+)", score, re.MULTILINE)
    assert float(f1) >= at_least


def test_every_finding_is_quoted_word_for_word(score: str) -> None:
    assert re.search(r"^not verbatim +0$", score, re.MULTILINE)


def test_every_paragraph_is_kept_and_nothing_else(score: str) -> None:
    for kind in ("paragraph", "boilerplate"):
        [(right, of)] = re.findall(rf"^{kind} +(\d+) of (\d+)", score, re.MULTILINE)
        assert right == of
