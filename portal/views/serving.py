"""How every public page is given: readers and caches may keep it, and cheaply ask whether it holds.

A page hangs on what is published, on the release, and on its address (which says the language too).
So its validator is known before it is written, and a process that wrote it once need not again.
Nothing here may serve what only some may see: links to previews are given by `never_cache`.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final, NamedTuple, cast

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.response import SimpleTemplateResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from portal.queries.public_changes import public_state
from portal.release import release

A_MINUTE: Final = 60
AN_HOUR: Final = 60 * 60
LARGEST_KEPT: Final = 128 * 1024

View = Callable[..., HttpResponse]


class Validator(NamedTuple):
    etag: str
    changed_at: int | None
    """In seconds, as HTTP has it."""

    def mark(self, response: HttpResponse) -> None:
        response["ETag"] = self.etag
        if self.changed_at:
            response["Last-Modified"] = http_date(self.changed_at)


def public(view: View) -> View:
    """Safe methods only; a validator, and a minute in caches."""

    @wraps(view)
    def given(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        validator = _validator(request)
        if _holds_already(request, validator):
            response: HttpResponse = HttpResponseNotModified()
            validator.mark(response)
        else:
            response = _kept(request, validator) or _written(
                request, validator, view(request, *args, **named)
            )
            if response.status_code == HTTPStatus.OK:
                response = _validated(request, validator, response)
        patch_cache_control(response, public=True, max_age=A_MINUTE)
        return response

    return require_safe(given)


def _written(request: HttpRequest, validator: Validator, response: HttpResponse) -> HttpResponse:
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    if response.status_code == HTTPStatus.OK:
        _keep(request, validator, response)
    return response


def _validated(request: HttpRequest, validator: Validator, response: HttpResponse) -> HttpResponse:
    validator.mark(response)
    conditional: Any = get_conditional_response(
        request, validator.etag, validator.changed_at, response
    )
    return cast("HttpResponse", conditional)


def _validator(request: HttpRequest) -> Validator:
    state = public_state()
    said_on_pages = (settings.TERMS, settings.CORRECTIONS_EMAIL)
    asked = (request.build_absolute_uri(), request.headers.get("HX-Request", ""))
    parts = (release(), state.name, *said_on_pages, *asked)
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return Validator(f'"{digest[:32]}"', int(state.at.timestamp()) if state.at else None)


def _holds_already(request: HttpRequest, validator: Validator) -> bool:
    """Whether the reader says to have exactly this: whoever does was given it, so it is there."""
    said = request.headers.get("If-None-Match", "")
    return validator.etag in (tag.strip().removeprefix("W/") for tag in said.split(","))


def _kept(request: HttpRequest, validator: Validator) -> HttpResponse | None:
    found = cache.get(validator.etag) if _may_be_kept(request) else None
    return HttpResponse(found[0], headers=found[1]) if found else None


def _keep(request: HttpRequest, validator: Validator, response: HttpResponse) -> None:
    """Keep what is asked for without a question mark: of that there is not endlessly much."""
    if _may_be_kept(request) and len(response.content) <= LARGEST_KEPT:
        cache.add(validator.etag, (response.content, dict(response.items())), AN_HOUR)


def _may_be_kept(request: HttpRequest) -> bool:
    return settings.KEEP_PAGES and not request.META.get("QUERY_STRING")
