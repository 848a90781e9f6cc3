"""What goes wrong, told as RFC 9457 wants it: a type for the programme, words for people."""

from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MEDIA_TYPE: Final = "application/problem+json"

TITLES: Final[dict[str, tuple[HTTPStatus, Promise]]] = {
    "bad-parameter": (HTTPStatus.BAD_REQUEST, _("A parameter is not right")),
    "unknown-parameter": (HTTPStatus.BAD_REQUEST, _("There is no such parameter")),
    "not-found": (HTTPStatus.NOT_FOUND, _("There is nothing at this address")),
    "method-not-allowed": (HTTPStatus.METHOD_NOT_ALLOWED, _("This API is only read from")),
    "withdrawn": (HTTPStatus.GONE, _("This was withdrawn")),
    "error": (HTTPStatus.INTERNAL_SERVER_ERROR, _("Something went wrong on our side")),
}
"""By the last part of their type, which never changes."""


class Problem(Exception):  # noqa: N818  (RFC 9457 calls it so)
    def __init__(self, kind: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.kind, self.more = kind, more

    def answer(self, request: HttpRequest) -> HttpResponse:
        status, title = TITLES[self.kind]
        page = request.build_absolute_uri(reverse("api:page"))
        said = {
            "type": f"{page}#{self.kind}",
            "title": str(title),
            "status": int(status),
            "detail": str(self),
            "instance": request.get_full_path(),
            **self.more,
        }
        options = {"ensure_ascii": False}
        return JsonResponse(said, status=status, content_type=MEDIA_TYPE, json_dumps_params=options)


def not_found() -> Problem:
    return Problem("not-found", gettext("It was never published, or the address is not right."))
