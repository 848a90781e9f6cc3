"""Keep the catalogues: `update` gathers the source strings, `check` says what is missing.

Gathering needs GNU gettext. Compiling and checking do not.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LANGUAGES = ("vi", "en")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["update", "check"])
    if parser.parse_args().what == "update":
        update()
    problems = check()
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


def update() -> None:
    """Gather the strings, let English speak for itself, and compile what is translated."""
    gathered = gather()
    for language in LANGUAGES:
        path = catalogue(language)
        old = polib.pofile(str(path)) if path.exists() else polib.POFile()
        new = polib.POFile(wrapwidth=100)
        new.metadata = {
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Language": language,
            "Plural-Forms": plural_forms(language),
        }
        for entry in gathered:
            new.append(translated(entry, old, language))
        new.save(str(path))
        new.save_as_mofile(str(path.with_suffix(".mo")))


def gather() -> polib.POFile:
    """Run Django's makemessages on a copy of the tracked files, and leave the work tree alone."""
    if not shutil.which("xgettext"):
        sys.exit("GNU gettext is missing (Debian: apt-get install gettext).")
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in files:
            if name.endswith((".py", ".html", ".txt")) and not name.startswith(
                ("tests/", "locale/")
            ):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, copy / name)
        (copy / "locale" / "vi").mkdir(parents=True)
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "-l", "vi", "--no-location", "-v0"],
            cwd=copy,
            check=True,
        )
        found = polib.pofile(str(copy / "locale" / "vi" / "LC_MESSAGES" / "django.po"))
    return sorted(found, key=lambda entry: (entry.msgid, entry.msgctxt or ""))


def translated(entry: polib.POEntry, old: polib.POFile, language: str) -> polib.POEntry:
    new = polib.POEntry(
        msgid=entry.msgid,
        msgctxt=entry.msgctxt,
        msgid_plural=entry.msgid_plural,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
    )
    known = old.find(entry.msgid, msgctxt=entry.msgctxt or False)
    if language == "en":
        new.msgstr = "" if entry.msgid_plural else entry.msgid
        new.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural} if entry.msgid_plural else {}
    elif known:
        new.msgstr, new.msgstr_plural = known.msgstr, known.msgstr_plural
    elif entry.msgid_plural:
        new.msgstr_plural = {0: ""}
    return new


def check() -> list[str]:
    problems = []
    for language in LANGUAGES:
        path = catalogue(language)
        entries = polib.pofile(str(path))
        compiled = {(e.msgctxt, e.msgid): e for e in polib.mofile(str(path.with_suffix(".mo")))}
        for entry in entries:
            texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
            said = f"{language}: {entry.msgid!r}"
            if not all(texts) or entry.fuzzy:
                problems.append(f"{said} is not translated")
            elif any(
                placeholders(text) - placeholders(entry.msgid, entry.msgid_plural) for text in texts
            ):
                problems.append(f"{said} has other placeholders in its translation")
            elif (entry.msgctxt, entry.msgid) not in compiled:
                problems.append(f"{said} is not in the .mo file")
        if shutil.which("xgettext"):
            known = {(entry.msgctxt, entry.msgid) for entry in entries}
            wanted = {(entry.msgctxt, entry.msgid) for entry in gather()}
            problems += [
                f"{language}: {text!r} is missing" for _, text in sorted(wanted - known, key=str)
            ]
            problems += [
                f"{language}: {text!r} is not used" for _, text in sorted(known - wanted, key=str)
            ]
    if not shutil.which("xgettext"):
        print("GNU gettext is missing: whether the source has newer strings was not checked.")
    return problems


def placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text or "")}


def plural_forms(language: str) -> str:
    return "nplurals=1; plural=0;" if language == "vi" else "nplurals=2; plural=n != 1;"


def catalogue(language: str) -> Path:
    return HERE / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    sys.exit(main())
