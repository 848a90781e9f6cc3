"""`/api/imports`: starting an import from another system, and asking how it goes."""

import re
from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.actions.receiving import receive
from articles.actions.tokens import keep_pace, recognise
from articles.asked import number
from articles.models import ApiToken, ImportItem, ImportJob
from articles.queries.imports import counts_of, items_of
from articles.views.answers import ApiError, endpoint, in_json, no_token
from articles.views.bodies import order_of

ITEMS_A_PAGE: Final = 100
_LONGEST_KEY: Final = 200
_KEY: Final = re.compile(r"[ -~]+")

State = ImportItem.State


def _start(request: HttpRequest) -> JsonResponse:
    token = _token(request)
    keep_pace(token)
    key = _key(request)
    order = order_of(request)
    job, new = receive(token, order, key)
    said = {
        "import": job.pk,
        "items": len(order.files) + len(order.records) + len(order.addresses),
        "status": _status(request, job),
    }
    return in_json(said, status=202 if new else 200)


def _tell(request: HttpRequest, import_number: int) -> JsonResponse:
    token = _token(request)
    job = ImportJob.objects.filter(pk=import_number, created_by=token.person).first()
    if job is None:
        raise ApiError(404, "not_found", _("You have no such import."))
    after = number(request.GET.get("after", "0"))
    if after is None:
        raise ApiError(422, "bad_field", _("A number is needed here."), "after")
    counts = counts_of(job)
    rows = items_of(job).select_related("article__merged_into").filter(position__gt=after)
    items = list(rows[: ITEMS_A_PAGE + 1])
    shown, more = items[:ITEMS_A_PAGE], len(items) > ITEMS_A_PAGE
    page = _status(request, job)
    return in_json(
        {
            "import": job.pk,
            "state": _state(job, counts.open),
            "started_at": job.created_at.isoformat(),
            "counts": {state.value: counts.of(state) for state in State},
            "items": [_item(request, item) for item in shown],
            "next": f"{page}?after={shown[-1].position}" if more else None,
        }
    )


def _nothing(_request: HttpRequest, **_named: Any) -> JsonResponse:
    raise ApiError(404, "not_found", _("There is nothing at this address."))


imports = endpoint(POST=_start)
one_import = endpoint(GET=_tell)
nothing = endpoint(**dict.fromkeys(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], _nothing))


def _token(request: HttpRequest) -> ApiToken:
    scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise no_token()
    return recognise(secret.strip())


def _key(request: HttpRequest) -> str:
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return ""
    if not _KEY.fullmatch(key) or len(key) > _LONGEST_KEY:
        words = _("Letters, digits and signs of ASCII are needed here, at most %(most)s.")
        raise ApiError(400, "bad_key", words % {"most": _LONGEST_KEY}, "Idempotency-Key")
    return key


def _status(request: HttpRequest, job: ImportJob) -> str:
    return request.build_absolute_uri(reverse("api_import", args=[job.pk]))


def _state(job: ImportJob, still_open: int) -> str:
    if job.cancelled_at is not None:
        return "cancelled"
    return "running" if still_open else "ended"


def _item(request: HttpRequest, item: ImportItem) -> dict[str, Any]:
    article = item.article.standing if item.article else None
    return {
        "position": item.position,
        "name": str(item),
        "address": item.address or None,
        "state": item.state,
        "problem": {"error": item.problem, "message": item.get_problem_display()}
        if item.problem
        else None,
        "article": {
            "id": article.pk,
            "address": request.build_absolute_uri(
                reverse("admin:articles_article_change", args=[article.pk])
            ),
        }
        if article
        else None,
    }
