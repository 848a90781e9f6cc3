"""Bodies of requests, taken apart strictly: what is not known is refused, with its place."""

import json
from collections.abc import Collection
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from articles.actions.originals import upload_of
from articles.actions.receiving import Order
from articles.reading.dates import iso_day
from articles.reading.records import facts_stated
from articles.views.answers import ApiError

MOST_AT_ONCE: Final = 1000
"""Addresses or articles; as many files as a form takes."""

_JSON: Final = "application/json"
_FORM: Final = "multipart/form-data"
_TEXTS: Final = ("text", "html")
_FIELDS: Final = (*_TEXTS, "title", "published_on", "author", "publisher", "address")


def order_of(request: HttpRequest) -> Order:
    """Read what is to be imported, or raise `ApiError`."""
    if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
        raise ApiError(411, "no_length", _("Say with Content-Length how long it is."))
    kind = request.content_type
    if kind not in {_JSON, _FORM}:
        words = _("Send %(json)s or %(form)s.") % {"json": _JSON, "form": _FORM}
        raise ApiError(415, "bad_type", words, "Content-Type")
    try:
        order = _of_json(request) if kind == _JSON else _of_form(request)
    except UnreadablePostError as error:
        raise ApiError(400, "cut_off", _("It ended before it was whole.")) from error
    if not (order.files or order.records or order.addresses):
        raise ApiError(422, "nothing", _("There is nothing in it to import."))
    return order


# --- JSON ----------------------------------------------------------------------------------------


def _of_json(request: HttpRequest) -> Order:
    body = _read(request, settings.IMPORT_MAX_BYTES)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "bad_json", _("This is no JSON.")) from error
    if not isinstance(said, dict):
        raise _bad("", _("An object is needed here."))
    _refuse_unknown(said, ("addresses", "articles"))
    addresses = _list(said.get("addresses"), "addresses")
    articles = _list(said.get("articles"), "articles")
    return Order(
        records=[_record(each, f"articles[{n}]") for n, each in enumerate(articles)],
        addresses=[_line(each, f"addresses[{n}]") for n, each in enumerate(addresses)],
    )


def _read(request: HttpRequest, most: int) -> bytes:
    """Read no more than may come, whatever length was announced."""
    _refuse_too_large(request, most)
    body: bytes = request.read(most + 1)
    if len(body) > most:
        raise _too_large(most)
    return body


def _refuse_too_large(request: HttpRequest, most: int) -> None:
    announced = request.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced[:20]) > most:
        raise _too_large(most)


def _record(said: Any, where: str) -> dict[str, str]:
    """An article as a row of a table: only what is stated, each of it under its name."""
    if not isinstance(said, dict):
        raise _bad(where, _("An object is needed here."))
    _refuse_unknown(said, _FIELDS, f"{where}.")
    record = {
        name: _line(value, f"{where}.{name}") for name, value in said.items() if value is not None
    }
    if sum(name in record for name in _TEXTS) != 1:
        raise _bad(where, _("Either “text” or “html” is needed."))
    day, address = record.get("published_on"), record.get("address")
    if day and iso_day(day) is None:
        raise _bad(f"{where}.published_on", _("A date as in 2021-10-02 is needed here."))
    if address and facts_stated({"address": address}).source_url is None:
        raise _bad(f"{where}.address", _("This is no web address."))
    return record


def _list(said: Any, where: str) -> list[Any]:
    if said is None:
        return []
    if not isinstance(said, list):
        raise _bad(where, _("A list is needed here."))
    if len(said) > MOST_AT_ONCE:
        raise _too_many(MOST_AT_ONCE, where)
    return said


def _line(said: Any, where: str) -> str:
    if not isinstance(said, str):
        raise _bad(where, _("A text is needed here."))
    if not said.strip():
        raise _bad(where, _("This is empty."))
    return said


def _refuse_unknown(said: Collection[str], known: Collection[str], before: str = "") -> None:
    for name in said:
        if name not in known:
            words = _("This is not known here. Known are: %(names)s.")
            names = ", ".join(known)
            raise ApiError(422, "unknown_field", words % {"names": names}, before + name[:100])


# --- multipart -----------------------------------------------------------------------------------


def _of_form(request: HttpRequest) -> Order:
    _refuse_too_large(request, settings.API_MAX_BYTES)
    try:
        fields, files = request.POST, request.FILES
    except MultiPartParserError as error:
        raise ApiError(400, "bad_form", _("This is no whole multipart form.")) from error
    except RequestDataTooBig as error:
        raise _too_large(settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) from error
    except TooManyFilesSent as error:
        raise _too_many(settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0, "files") from error
    except TooManyFieldsSent as error:
        raise _too_many(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0, "addresses") from error
    _refuse_unknown(fields, ["addresses"])
    _refuse_unknown(files, ["files"])
    addresses = _list(fields.getlist("addresses"), "addresses")
    return Order(
        files=[upload_of(file) for file in files.getlist("files")],
        addresses=[_line(each, f"addresses[{n}]") for n, each in enumerate(addresses)],
    )


# --- refusals ------------------------------------------------------------------------------------


def _bad(where: str, words: str) -> ApiError:
    return ApiError(422, "bad_field", words, where)


def _too_large(most: int) -> ApiError:
    words = _("This is more than %(most)s at once.") % {"most": filesizeformat(most)}
    return ApiError(413, "too_large", words)


def _too_many(most: int, where: str) -> ApiError:
    words = _("These are more than %(most)s at once. Please send them in parts.") % {"most": most}
    return ApiError(413, "too_many", words, where)
