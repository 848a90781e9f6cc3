"""Answers to programs: JSON whatever happens, in the language they ask for, kept by nobody.

There is no session and no cookie here, so nothing that a browser would send along by itself, and
no need for a CSRF token: whoever asks shows an access token.
"""

import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from articles.actions.receiving import OtherBody
from articles.actions.tokens import TooOften, UnknownToken
from articles.refusal import NotAllowed, Refused

logger = logging.getLogger(__name__)

Endpoint = Callable[..., JsonResponse]
_CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="duyet"'}
_REFUSED_TOKEN: Final = {"WWW-Authenticate": 'Bearer realm="duyet", error="invalid_token"'}


class ApiError(Exception):
    """What is answered instead: a code for the program, words for whoever looks after it."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        where: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.where = status, code, where
        self.headers = headers or {}

    def answer(self) -> JsonResponse:
        said = {"error": self.code, "message": str(self), "where": self.where}
        return in_json(said, self.status, self.headers)


def no_token() -> ApiError:
    words = _("Send an access token: “Authorization: Bearer duyet_…”.")
    return ApiError(401, "no_token", words, "Authorization", _CHALLENGE)


def in_json(
    said: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None
) -> JsonResponse:
    options = {"ensure_ascii": False}
    return JsonResponse(said, status=status, headers=headers, json_dumps_params=options)


def endpoint(**by_method: Endpoint) -> Endpoint:
    """One address: what it answers to which methods."""

    @csrf_exempt
    def answer(request: HttpRequest, **named: Any) -> JsonResponse:
        language = translation.get_language_from_request(request)
        with translation.override(language):
            response = _safely(_of_method(request, by_method))(request, **named)
        add_never_cache_headers(response)
        response.headers["Content-Language"] = language
        return response

    return answer


def _of_method(request: HttpRequest, by_method: Mapping[str, Endpoint]) -> Endpoint:
    method = "GET" if request.method == "HEAD" else request.method or ""
    if found := by_method.get(method):
        return found

    def refuse(_request: HttpRequest, **_named: Any) -> JsonResponse:
        words = _("This address does not take %(method)s.") % {"method": method[:20]}
        headers = {"Allow": ", ".join(by_method)}
        raise ApiError(405, "bad_method", words, headers=headers)

    return refuse


def _safely(view: Endpoint) -> Endpoint:
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> JsonResponse:
        try:
            return view(request, **named)
        except ApiError as error:
            return error.answer()
        except Refused as refusal:
            return _of_refusal(refusal).answer()
        except Exception:
            logger.exception("%s %s failed", request.method, request.path)
            words = _("Something went wrong on our side. The error has been logged.")
            return ApiError(500, "error", words).answer()

    return answer


def _of_refusal(refusal: Refused) -> ApiError:
    words = str(refusal)
    if isinstance(refusal, UnknownToken):
        return ApiError(401, "bad_token", words, "Authorization", _REFUSED_TOKEN)
    if isinstance(refusal, TooOften):
        wait = {"Retry-After": str(refusal.seconds)}
        return ApiError(429, "too_often", words, "Authorization", wait)
    if isinstance(refusal, NotAllowed):
        return ApiError(403, "not_allowed", words, "Authorization")
    if isinstance(refusal, OtherBody):
        return ApiError(422, "other_body", words, "Idempotency-Key")
    return ApiError(422, "refused", words)
