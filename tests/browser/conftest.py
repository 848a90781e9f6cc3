"""A real browser for the tests in this folder."""

from typing import Any

import pytest

from tests.browser import chromium


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = chromium.find()
    if path is None:
        pytest.skip("no browser: run `make test`, which looks for one")
    return {"executable_path": path, "args": chromium.arguments(path)}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"locale": "vi-VN", "viewport": {"width": 1440, "height": 900}}
