"""The API for people, and its document for programmes."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from portal.api import telling
from portal.api.openapi import document
from portal.api.parameters import MOST_ROWS, ROWS
from portal.api.problems import not_found
from portal.views.serving import public


@public
def page(request: HttpRequest) -> HttpResponse:
    here = request.build_absolute_uri(request.path).rstrip("/")
    context = {
        "told": telling.operations(here),
        "schemas": telling.schemas(),
        "problems": telling.problems(),
        "rows": ROWS,
        "most_rows": MOST_ROWS,
        "section": "api",
    }
    return render(request, "portal/api.html", context)


def openapi(request: HttpRequest) -> HttpResponse:
    options: dict[str, Any] = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(document(request), encoder=DjangoJSONEncoder, json_dumps_params=options)


def nothing(_request: HttpRequest, **_named: str) -> HttpResponse:
    raise not_found()
