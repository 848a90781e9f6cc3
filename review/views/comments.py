"""Comments on a task, and the names that are offered while one is typed."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin.generic import person
from articles.admin.refusals import status_of
from articles.refusal import Refused
from review.actions.comments import comment
from review.mentions import unknown
from review.models import Comment, ExtractedTask
from review.queries.people import people_like
from review.talk import Screen, talks_on
from review.views.page import page_address

MOST_TYPED = 100


@require_POST
def add_comment(request: HttpRequest, task_id: int) -> HttpResponse:
    """Add it, and go back to the record. What was typed stays when it is refused."""
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    task = get_object_or_404(ExtractedTask.objects.select_related("article"), pk=task_id)
    try:
        said = comment(
            person(request),
            task_id,
            request.POST.get("words", ""),
            request.POST.get("about", ""),
        )
    except Refused as refusal:
        return _refused(request, task, refusal)
    _note_unknown(request, said)
    return HttpResponseRedirect(f"{_address(task, _screen(request))}#comment-{said.pk}")


def _screen(request: HttpRequest) -> Screen:
    asked = request.POST.get("screen", "")
    return Screen(asked) if asked in list(Screen) else Screen.RECORD


def _address(task: ExtractedTask, screen: Screen) -> str:
    if screen is Screen.CARD:
        return page_address(task.article_id, task.pk).partition("#")[0]
    if screen is Screen.DISPUTE:
        return f"{reverse('admin:review_disputes')}?task={task.pk}"
    return reverse("admin:review_extractedtask_change", args=[task.pk])


@require_safe
def people_offered(request: HttpRequest) -> JsonResponse:
    """Offer names to whoever types `@` and some letters."""
    if not request.user.has_perm("review.add_comment"):
        raise PermissionDenied
    found = people_like(request.GET.get("words", "")[:MOST_TYPED])
    return JsonResponse(
        {"people": [{"username": each.get_username(), "name": str(each)} for each in found]}
    )


def _refused(request: HttpRequest, task: ExtractedTask, refusal: Refused) -> HttpResponse:
    talk = talks_on(person(request), [task], _screen(request))[task.pk]
    talk.form.initial = {name: request.POST.get(name, "") for name in ("words", "about")}
    talk.refusal = str(refusal)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Comment on a task"),
        "talk": talk,
        "task": task,
        "opts": ExtractedTask._meta,
    }
    return TemplateResponse(request, "review/comment.html", context, status=status_of(refusal))


def _note_unknown(request: HttpRequest, said: Comment) -> None:
    names = unknown(said.words, [each.get_username() for each in said.mentioned.all()])
    if names:
        messages.warning(
            request,
            _("Nobody at the desk is called %(names)s: nobody was told.")
            % {"names": ", ".join(f"@{name}" for name in names)},
        )
