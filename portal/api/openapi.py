"""The OpenAPI 3.1 document, written from the operations themselves."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.api import articles, lists, searching, vocabulary
from portal.api.operations import Operation
from portal.api.parameters import Parameter
from portal.api.problems import MEDIA_TYPE, TITLES
from portal.api.schemas import SCHEMAS, example_of, ref
from portal.terms import terms

VERSION: Final = "1.0.0"
OPERATIONS: Final = (
    *lists.OPERATIONS,
    *articles.OPERATIONS,
    *vocabulary.OPERATIONS,
    *searching.OPERATIONS,
)


def document(request: HttpRequest) -> dict[str, Any]:
    page = request.build_absolute_uri(reverse("api:page"))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Duyệt",
            "version": VERSION,
            "summary": _("What Duyệt has published, to read from."),
            "description": terms(),
            "x-language": get_language(),
        },
        "externalDocs": {"url": page},
        "servers": [{"url": page.rstrip("/")}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": SCHEMAS},
    }


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.name,
        "summary": operation.does,
        "parameters": [
            *_parameters(operation.in_path, "path"),
            *_parameters(operation.in_query, "query"),
        ],
        "responses": {
            "200": {
                "description": SCHEMAS[operation.gives]["description"],
                "headers": {
                    "ETag": {
                        "description": _("Send it as If-None-Match when you ask again."),
                        "schema": {"type": "string"},
                    }
                },
                "content": {
                    "application/json": {
                        "schema": ref(operation.gives),
                        "example": example_of(ref(operation.gives)),
                    }
                },
            },
            "304": {"description": _("Nothing has changed since the ETag that was sent.")},
            **_failures(operation.fails_with),
        },
    }


def _parameters(parameters: Iterable[Parameter], place: str) -> list[dict[str, Any]]:
    return [
        {
            "name": parameter.name,
            "in": place,
            "description": parameter.meaning,
            "required": place == "path",
            "schema": parameter.schema,
            "example": parameter.example,
        }
        for parameter in parameters
    ]


def _failures(kinds: Iterable[str]) -> dict[str, Any]:
    by_status: dict[str, list[Any]] = {}
    for kind in kinds:
        status, title = TITLES[kind]
        by_status.setdefault(str(int(status)), []).append(title)
    content = {MEDIA_TYPE: {"schema": ref("Problem")}}
    return {
        status: {"description": ". ".join(map(str, titles)), "content": content}
        for status, titles in by_status.items()
    }
