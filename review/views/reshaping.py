"""Tasks split, merged and given other words, by plain forms."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.admin.refusals import status_of
from articles.refusal import Refused
from review.actions.reshaping import merge_tasks, move_boundary, split_task
from review.forms import MergeForm, MoveForm, SplitForm
from review.models import ExtractedTask
from review.views.cutting import cut_for
from review.views.page import (
    article_to_review,
    cards_of,
    gone,
    keep,
    note,
    page_address,
    page_response,
    text_of,
)

if TYPE_CHECKING:
    from django import forms


@require_POST
def split(request: HttpRequest, task_id: int) -> HttpResponse:
    form = SplitForm(request.POST)

    def act() -> ExtractedTask:
        said = _cleaned(form)
        return split_task(person(request), task_id, said["version"], said["at"])[0]

    return _reshaped(request, task_id, act, _("Split in two. Somebody else has to approve each."))


@require_POST
def merge(request: HttpRequest, task_id: int) -> HttpResponse:
    form = MergeForm(request.POST)

    def act() -> ExtractedTask:
        said = _cleaned(form)
        return merge_tasks(
            person(request), task_id, said["version"], said["other"], said["other_version"]
        )

    return _reshaped(request, task_id, act, _("They are one now. Somebody else has to approve it."))


@require_POST
def move(request: HttpRequest, task_id: int) -> HttpResponse:
    form = MoveForm(request.POST)

    def act() -> ExtractedTask:
        said = _cleaned(form)
        return move_boundary(person(request), task_id, said["version"], said["start"], said["end"])

    return _reshaped(
        request, task_id, act, _("It has other words now. Somebody else has to approve it.")
    )


def _cleaned(form: "forms.Form") -> dict[str, int]:
    if not form.is_valid():
        raise Refused(_("This could not be read: choose again."))
    return form.cleaned_data


def _reshaped(
    request: HttpRequest, task_id: int, act: Callable[[], ExtractedTask], done: str
) -> HttpResponse:
    """Do it, and go to what came of it; or show the panel again with the reason why not."""
    task = get_object_or_404(ExtractedTask, pk=task_id)
    article = article_to_review(request, task.article_id)
    try:
        became = act()
    except Refused as refusal:
        cards = cards_of(request, article)
        card = next((card for card in cards if card.task.pk == task_id), None)
        if card is None:
            return gone(request, article, str(refusal))
        card.refusal = str(refusal)
        if card.may_be_cut:
            card.cut = cut_for(card, text_of(article), request.POST)
        return page_response(request, article, cards, status=status_of(refusal))
    keep(request, article)
    note(request, done, became.pk)
    return HttpResponseRedirect(page_address(article.pk, became.pk))
