"""What tests of articles may ask for."""

import pytest
from celery import current_app


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect what the broker is told, in its stead."""
    told: list[int] = []

    def send(name: str, args: list[int], **options: object) -> None:
        assert name == "articles.jobs.import_item"
        told.extend(args)

    monkeypatch.setattr(current_app, "send_task", send)
    return told
