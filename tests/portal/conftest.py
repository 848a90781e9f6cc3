from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def get(client: Client) -> Callable[..., str]:
    """Give the page at an address, which answers as it should."""

    def fetch(address: str, *, status: int = 200) -> str:
        response = client.get(address)
        assert response.status_code == status
        return response.content.decode()

    return fetch
