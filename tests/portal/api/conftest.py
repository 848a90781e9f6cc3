import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from portal.actions import Pick
from portal.models import Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import approved_task, cite, document, published_edition

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(client: Client) -> Ask:
    """Give what an address of the API answers."""

    def asked(path: str, *, status: int = 200, **query: Any) -> dict[str, Any]:
        response = client.get(f"/api/v1{path}", query)
        assert response.status_code == status, response.content.decode()
        said: dict[str, Any] = response.json()
        return said

    return asked


@pytest.fixture
def edition() -> Edition:
    article = ArticleFactory(
        title="Giữ nếp nêu gương",
        author="Thu Thảo",
        published_on=dt.date(2021, 10, 2),
        publisher=PublisherFactory(name="Báo Ví dụ"),
        source_url="https://bao.example/1",
    )
    article.themes.add(ThemeFactory(name="nêu gương", slug="neu-guong"))
    known = document(issuer="Bộ Chính trị", title="Về học tập", issued_on=dt.date(2016, 5, 15))
    cite(article, known)
    task = approved_task(article, wording="Rà soát quy chế", responsible=["Huyện ủy"])
    picks = Pick(article=article, note="Nên **đọc**."), Pick(task=task)
    return published_edition(*picks, title="Nêu gương", introduction="Lời *giới thiệu*.")
