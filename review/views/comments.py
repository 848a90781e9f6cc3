"""Comments on a task, and the names that are offered while one is typed."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from articles.admin.generic import person
from articles.refusal import NotAllowed, Refused
from review.actions.comments import comment
from review.mentions import unknown
from review.models import Comment, ExtractedTask
from review.models.comments import LONGEST_COMMENT
from review.queries.blindness import sees_others
from review.queries.comments import comments_on
from review.queries.people import people_like

MOST_TYPED = 100


class CommentForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        strip=False,
        help_text=gettext_lazy("@ and a user name tells somebody of it."),
        widget=forms.Textarea(
            attrs={"rows": 3, "maxlength": LONGEST_COMMENT, "data-people": "", "required": True}
        ),
    )
    about = forms.CharField(
        label=gettext_lazy("About these words of the article (may stay empty)"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-about": ""}),
    )


@dataclass(slots=True)
class Talk:
    """What was said of a task, and the form to say something."""

    task: ExtractedTask
    comments: list[Comment]
    is_blind: bool
    may_comment: bool
    form: CommentForm = field(init=False)
    refusal: str = ""

    def __post_init__(self) -> None:
        self.form = CommentForm(auto_id=f"comment-{self.task.pk}-%s")
        self.form.fields["words"].widget.attrs["data-people"] = reverse("admin:review_people")


def talk_on(request: HttpRequest, task: ExtractedTask) -> Talk:
    who = person(request)
    return Talk(
        task,
        comments_on(who, [task]).get(task.pk, []),
        is_blind=not sees_others(who, task),
        may_comment=who.has_perm("review.add_comment"),
    )


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
    address = reverse("admin:review_extractedtask_change", args=[task_id])
    return HttpResponseRedirect(f"{address}#comment-{said.pk}")


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
    talk = talk_on(request, task)
    talk.form.initial = {name: request.POST.get(name, "") for name in ("words", "about")}
    talk.refusal = str(refusal)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Comment on a task"),
        "talk": talk,
        "task": task,
        "opts": ExtractedTask._meta,
    }
    status = HTTPStatus.FORBIDDEN if isinstance(refusal, NotAllowed) else HTTPStatus.CONFLICT
    return TemplateResponse(request, "review/comment.html", context, status=status)


def _note_unknown(request: HttpRequest, said: Comment) -> None:
    names = unknown(said.words, [each.get_username() for each in said.mentioned.all()])
    if names:
        messages.warning(
            request,
            _("Nobody at the desk is called %(names)s: nobody was told.")
            % {"names": ", ".join(f"@{name}" for name in names)},
        )
