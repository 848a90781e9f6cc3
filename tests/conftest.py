"""What every test may ask for."""

from pathlib import Path

import pytest
from django.conf import LazySettings


@pytest.fixture(autouse=True)
def _own_files(settings: LazySettings, tmp_path: Path) -> None:
    """Keep what a test stores in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
