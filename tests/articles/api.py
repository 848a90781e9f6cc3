"""Asking the desk as another system does."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.actions.tokens import make_token
from portal.people.models import User
from tests.factories import EditorFactory

IMPORTS = "/api/imports"
ADDRESS = "https://bao.example/xa-hoi/bai-1.html"
ARTICLE = {
    "title": "Đông Khê giữ nếp nêu gương",
    "text": "Cấp ủy xã Đông Khê thực hiện Quy định số 08-QĐi/TW ngày 25/10/2018 về nêu gương.",
    "published_on": "2021-10-02",
    "author": "Thu Thảo",
    "publisher": "Báo Sông Lam",
    "address": "https://bao.example/xa-hoi/dong-khe-1.html",
}


def file(text: str | bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


class System:
    """A system with a token of somebody's."""

    def __init__(self, person: User | None = None, name: str = "Website") -> None:
        self.person = person or EditorFactory()
        self.token, self.secret = make_token(self.person, name)
        self.client = Client()

    def sends(self, said: Any, key: str | None = None, **headers: str) -> Any:
        """Send JSON, or what is given as bytes."""
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        return self.client.generic(
            "POST",
            IMPORTS,
            body,
            headers=self.headers(key) | headers,
            # Django's client leaves these out where nothing is sent.
            CONTENT_TYPE="application/json",
            CONTENT_LENGTH=str(len(body)),
        )

    def sends_form(self, key: str | None = None, **fields: Any) -> Any:
        return self.client.post(IMPORTS, fields, headers=self.headers(key))

    def asks(self, address: str) -> Any:
        return self.client.get(address, headers=self.headers())

    def headers(self, key: str | None = None) -> dict[str, str]:
        headers = {"Authorization": f"Bearer {self.secret}", "Accept-Language": "en"}
        return headers | ({"Idempotency-Key": key} if key is not None else {})
