"""One operation of the API: what it takes, what it gives, and how it is given."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from portal.api.parameters import Parameter, read_path, read_query
from portal.api.problems import Problem
from portal.views.serving import public

logger = logging.getLogger(__name__)

Asked = dict[str, Any]
Answer = Callable[[HttpRequest, Asked], Mapping[str, Any]]

_METHODS: Final = "GET, HEAD, OPTIONS"
_A_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True)
class Operation:
    name: str
    path: str
    """With the names of the parameters that stand in it, as OpenAPI writes them."""
    does: Promise
    gives: str
    """The name of the schema of its answer."""
    answer: Answer
    in_path: tuple[Parameter, ...] = ()
    in_query: tuple[Parameter, ...] = ()
    may_be_withdrawn: bool = False

    @property
    def fails_with(self) -> list[str]:
        fails = ["bad-parameter", "unknown-parameter", "not-found", "method-not-allowed"]
        return [*fails, "withdrawn"] if self.may_be_withdrawn else fails

    def view(self, request: HttpRequest, **named: str) -> HttpResponse:
        asked = read_path(named, self.in_path) | read_query(request.GET, self.in_query)
        said = self.answer(request, asked)
        response = JsonResponse(said, json_dumps_params={"ensure_ascii": False})
        if following := said.get("next"):
            response["Link"] = f'<{following}>; rel="next"'
        return response


def endpoint(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Whatever happens, an answer that programmes on pages of other sites may read too."""
    given = public(view)

    @csrf_exempt
    def answer(request: HttpRequest, **named: str) -> HttpResponseBase:
        response = _answered(given, request, named)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        return response

    return answer


def _answered(
    view: Callable[..., HttpResponse], request: HttpRequest, named: Mapping[str, str]
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return _preflight()
    try:
        if request.method not in {"GET", "HEAD"}:
            raise Problem("method-not-allowed", _("Ask with GET or HEAD."))  # noqa: TRY301
        return view(request, **named)
    except Problem as problem:
        response = problem.answer(request)
    except Exception:
        logger.exception("%s failed", request.path)
        response = Problem("error", _("The error has been logged.")).answer(request)
    response["Cache-Control"] = "no-cache"
    if response.status_code == 405:  # noqa: PLR2004
        response["Allow"] = _METHODS
    return response


def _preflight() -> HttpResponse:
    """Tell a browser that the page of another site may ask, with a validator."""
    headers = {
        "Allow": _METHODS,
        "Access-Control-Allow-Methods": _METHODS,
        "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
        "Access-Control-Max-Age": str(_A_DAY),
    }
    return HttpResponse(status=204, headers=headers)
