"""On to the next article, and what it will be."""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.admin.generic import person
from articles.asked import number
from articles.models import Article
from articles.refusal import NotAllowed
from review.actions.claiming import take_next
from review.queries.claims import next_for
from review.views.page import page_address

FILTERS = "review_filters"
"""Under this name a session remembers by what somebody chose in the queue."""


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Take the next article. Whoever comes from the queue goes on by what they chose there."""
    if request.GET:
        request.session[FILTERS] = request.GET.dict()
    came_from = number(request.POST.get("after"))
    try:
        article = take_next(person(request), _filters(request), after=came_from)
    except NotAllowed as refusal:
        raise PermissionDenied from refusal
    if article is None:
        messages.info(request, _("Nothing waits for you here."))
    address = _address(article)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"address": address})
    return HttpResponseRedirect(address)


@require_GET
def coming(request: HttpRequest) -> HttpResponse:
    """Tell which article would be next. Nobody has taken it yet."""
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    came_from = number(request.GET.get("after"))
    article = next_for(person(request), _filters(request), after=came_from)
    return JsonResponse({"address": _address(article) if article else None})


def _filters(request: HttpRequest) -> Mapping[str, str]:
    filters: Mapping[str, str] = request.session.get(FILTERS, {})
    return filters


def _address(article: Article | None) -> str:
    if article is None:
        return reverse("admin:review_extractedtask_changelist")
    return page_address(article.pk)
