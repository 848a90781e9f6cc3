"""The screen on which a lead settles what others differ on: all wordings and words in one view."""

from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin.generic import person
from articles.admin.refusals import status_of
from articles.asked import number
from articles.refusal import Refused
from review.actions.decisions import settle
from review.forms import DecisionForm
from review.models import Decision, ExtractedTask
from review.queries.disputes import Turn, turn
from review.queries.record import record_of
from review.talk import Screen, talks_on
from review.wordings import shown


@require_safe
def show_disputes(request: HttpRequest) -> HttpResponse:
    _require_lead(request)
    asked, after = (number(request.GET.get(name)) for name in ("task", "after"))
    return _page(request, turn(asked, after=after or 0))


@require_POST
def settle_dispute(request: HttpRequest, task_id: int) -> HttpResponse:
    """Settle it and go on to the next. What was typed stays when it is refused."""
    _require_lead(request)
    get_object_or_404(ExtractedTask, pk=task_id)
    try:
        task = _settle(request, task_id)
    except Refused as refusal:
        return _refused(request, task_id, refusal)
    messages.success(request, _settled(task))
    return HttpResponseRedirect(f"{reverse('admin:review_disputes')}?after={task_id}")


def _settle(request: HttpRequest, task_id: int) -> ExtractedTask:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This could not be read: choose again."))
    said = form.cleaned_data
    who, unplaced = person(request), said["unplaced"]
    return settle(who, task_id, said["version"], said["verdict"], said["reason"], unplaced=unplaced)


def _require_lead(request: HttpRequest) -> None:
    if not request.user.has_perm("review.settle_extractedtask"):
        raise PermissionDenied


def _settled(task: ExtractedTask) -> str:
    if task.state == ExtractedTask.State.APPROVED:
        return _("Settled: it is approved.")
    if task.state == ExtractedTask.State.REJECTED:
        return _("Settled: it is rejected.")
    return _("Settled in its favour. It waits for somebody else to approve it too.")


def _refused(request: HttpRequest, task_id: int, refusal: Refused) -> HttpResponse:
    at = turn(task_id)
    if at.task is None or at.task.pk != task_id:
        messages.warning(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:review_disputes"))
    typed, status = request.POST.get("reason", ""), status_of(refusal)
    return _page(request, at, refusal=str(refusal), typed=typed, status=status)


def _page(
    request: HttpRequest,
    at: Turn,
    *,
    refusal: str = "",
    typed: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    who = person(request)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Disputes"),
        "turn": at,
        "refusal": refusal,
        "typed": typed,
        "opts": ExtractedTask._meta,
    }
    if at.task:
        versions = list(record_of(at.task.pk))
        wordings = list(shown(versions, at.task.version_id, to=who.pk, sees_others=True))
        current = next(each.version for each in wordings if each.is_current)
        context |= {
            "task": at.task,
            "wordings": wordings[::-1],
            "current": current,
            "talk": talks_on(who, [at.task], Screen.DISPUTE)[at.task.pk],
            "is_unplaced": at.task.text_id != at.task.article.text_id,
            "is_my_wording": current.written_by_id == who.pk,
            "approve": Decision.Verdict.APPROVE,
            "reject": Decision.Verdict.REJECT,
        }
    return TemplateResponse(request, "review/disputes.html", context, status=status)
