"""Scores reading and finding against labels whose texts stay out of the project.

    LABELLED_DIR=/a/folder/of/texts .venv/bin/python -m tests.articles.labelled

`labels/*.json` hold offsets and hashes (labels/README.md). A text is known by its SHA-256, whatever
its name, anywhere in the folder. What is compared as words is hashed on both sides, then the scorer
of the acceptance set (ACCEPTANCE_DIR) compares. Nothing is fetched.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.acceptance import ACCEPTANCE

ROOT = Path(__file__).resolve().parents[2]
HALVES = sorted(Path(__file__).with_name("labels").glob("*.json"))

NOT_THERE = "!!! NOT SCORED: its texts are not in the folder !!!"

Entry = dict[str, Any]

# What an entry may leave unlabelled: it is not scored there.
UNLABELLED: dict[str, Any] = {"citations": [], "themes": {}}


def digest(words: str | None) -> str | None:
    """Hash words as the scorer compares them: without case, extra spaces or a last full stop."""
    squeezed = re.sub(r"\s+", " ", unicodedata.normalize("NFC", words or "")).strip()
    return _hash(squeezed.rstrip(".").casefold()) if squeezed else None


def number_digest(number: str | None) -> str | None:
    """Hash a document's number as the scorer compares it: by its letters and figures alone."""
    plain = unicodedata.normalize("NFD", (number or "").replace("\u00d0", "\u0110").lower())
    folded = "".join(char for char in plain.replace("đ", "d") if char.isalnum())
    return _hash(folded) if folded else None


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def labels_of(half: Path) -> list[Entry]:
    entries: list[Entry] = json.loads(half.read_text(encoding="utf-8"))
    return entries


def texts_in(folder: Path) -> dict[str, Path]:
    """Find every file of a folder by its SHA-256."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}


def are_all_there(half: Path, texts: dict[str, Path]) -> bool:
    return all(hashes <= texts.keys() for hashes in map(_hashes, labels_of(half)))


def _hashes(entry: Entry) -> set[str]:
    return {entry["sha256"], _scored_against(entry)}


def _scored_against(entry: Entry) -> str:
    """Give the hash of the text that the offsets count in: of a page, its visible words."""
    return str(entry.get("rendition_sha256", entry["sha256"]))


def score(half: Path, texts: dict[str, Path]) -> str:
    """Say what the scorer prints of one half."""
    entries = labels_of(half)
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder, "gold.json")
        labels = {entry["file"]: UNLABELLED | entry for entry in entries}
        gold.write_text(json.dumps(labels), encoding="utf-8")
        for entry in entries:
            shutil.copy(texts[_scored_against(entry)], Path(folder, entry["file"]))
        scored = subprocess.run(
            [sys.executable, str(ACCEPTANCE / "score.py"), str(gold), folder],
            input="\n".join(_extracted(entries, texts)),
            stdout=subprocess.PIPE,
            check=True,
            text=True,
            encoding="utf-8",
        )
    return scored.stdout


def _extracted(entries: list[Entry], texts: dict[str, Path]) -> Iterator[str]:
    files = [str(texts[entry["sha256"]]) for entry in entries]
    printed = subprocess.run(
        [sys.executable, "manage.py", "extract", *files],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        encoding="utf-8",
    )
    for entry, line in zip(entries, printed.stdout.splitlines(), strict=True):
        found: Entry = json.loads(line) | {"path": entry["file"]}
        found |= {key: [] for key in UNLABELLED.keys() - entry.keys()}
        for field in ("title", "author", "publisher"):
            found[field] = digest(found[field])
        for citation in found["citations"]:
            citation["number"] = number_digest(citation["number"])
        yield json.dumps(found, ensure_ascii=False)


def main() -> None:
    folder = os.environ.get("LABELLED_DIR") or sys.exit(__doc__)
    texts = texts_in(Path(folder))
    for half in HALVES:
        there = are_all_there(half, texts)
        sys.stdout.write(f"== {half.stem}\n{score(half, texts) if there else NOT_THERE}\n")


if __name__ == "__main__":
    main()
