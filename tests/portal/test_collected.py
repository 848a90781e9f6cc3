"""In production browsers keep static files for ever: each must be known by what is in it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.conf import settings

OURS = ("articles/", "review/", "portal/")
IMPORTED = re.compile(
    r"""^\s*(?:import|export)\b[^;("'`]*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']""",
    re.MULTILINE,
)
PRODUCTION = {
    "DEMO": "false",
    "SECRET_KEY": "of a test",
    "DATABASE_URL": "postgres://nobody@nowhere/none",
    "CELERY_BROKER_URL": "redis://nowhere",
}


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Collect all static files as production does; give their folder."""
    root: Path = tmp_path_factory.mktemp("static")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        cwd=settings.BASE_DIR,
        env=os.environ | PRODUCTION | {"STATIC_ROOT": str(root)},
        check=True,
    )
    return root


def hashed_names(root: Path) -> dict[str, str]:
    names: dict[str, str] = json.loads((root / "staticfiles.json").read_text())["paths"]
    return names


def imported_by(root: Path, module: str) -> Iterator[str]:
    """Follow the imports of a module as a browser does: from the name under which it has it."""
    for one, other in IMPORTED.findall((root / module).read_text()):
        yield urljoin(f"/static/{module}", one or other).removeprefix("/static/")


def test_every_module_of_ours_imports_others_under_their_hashed_names(collected: Path) -> None:
    names = hashed_names(collected)
    ours = {hashed for name, hashed in names.items() if name.startswith(OURS)}
    modules = {name for name in ours if name.endswith(".js")}
    imports = {(module, other) for module in modules for other in imported_by(collected, module)}
    assert len(imports) > 10
    assert {other for _module, other in imports} <= ours


def test_all_that_the_review_page_imports_is_followed_to_its_end(collected: Path) -> None:
    names = hashed_names(collected)
    followed: set[str] = set()
    to_follow = {names["review/review.js"]}
    while to_follow:
        followed |= to_follow
        to_follow = {one for each in to_follow for one in imported_by(collected, each)} - followed
    parts = "review looking answers typing keys selecting going_on keeping"
    assert followed >= {names[f"review/{part}.js"] for part in parts.split()}
    assert all((collected / name).is_file() for name in followed)


def test_a_module_gets_another_name_when_one_that_it_imports_changes(collected: Path) -> None:
    """The names that it imports by are part of what is in it."""
    names = hashed_names(collected)
    review = (collected / names["review/review.js"]).read_text()
    assert Path(names["review/keys.js"]).name in review
