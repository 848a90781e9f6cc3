"""What people do on the review page. Each answers a plain form, and htmx with one card."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.refusal import NotAllowed, Refused
from review.actions.articles import add_missed, sign_off
from review.actions.decisions import decide, settle, withdraw
from review.actions.pointing import SeveralPlaces
from review.actions.versions import rewrite
from review.cards import Card
from review.forms import DecisionForm, MissedTaskForm, WordingForm
from review.models import Decision, ExtractedTask
from review.queries import documents_for
from review.views.page import (
    Missed,
    article_to_review,
    card_response,
    cards_of,
    note,
    page_address,
    page_response,
    text_of,
)

Act = Callable[[], object]
Amend = Callable[[Card], None]


@require_POST
def decide_task(request: HttpRequest, task_id: int) -> HttpResponse:
    return _say(request, task_id, decide)


@require_POST
def settle_task(request: HttpRequest, task_id: int) -> HttpResponse:
    return _say(request, task_id, settle)


@require_POST
def withdraw_decision(request: HttpRequest, decision_id: int) -> HttpResponse:
    decision = get_object_or_404(Decision.objects.select_related("version"), pk=decision_id)
    return _do(
        request,
        decision.version.task_id,
        lambda: withdraw(person(request), decision_id),
        done=_("Taken back. You can decide anew."),
    )


@require_POST
def rewrite_task(request: HttpRequest, task_id: int) -> HttpResponse:
    """Write the next wording. What was typed stays when it is refused, under the wording of now."""
    task = get_object_or_404(ExtractedTask, pk=task_id)
    typed = request.POST.copy()
    form = WordingForm(
        typed,
        documents=documents_for(task.text_id, task.version_id),
        auto_id=f"task-{task_id}-%s",
    )

    def act() -> object:
        if not form.is_valid():
            raise Refused(_("Look at the fields in red."))
        version_id = form.cleaned_data["version"]
        return rewrite(person(request), task_id, version_id, form.as_wording())

    def keep_typing(card: Card) -> None:
        typed["version"] = str(card.version.pk)  # to be sent again, now that it has been seen
        card.form = form

    return _do(request, task_id, act, done=_("Saved as a new wording."), amend=keep_typing)


def _say(request: HttpRequest, task_id: int, act: Callable[..., ExtractedTask]) -> HttpResponse:
    form = DecisionForm(request.POST)

    def say() -> object:
        if not form.is_valid():
            raise Refused(_("This could not be read: choose again."))
        said = form.cleaned_data
        return act(person(request), task_id, said["version"], said["verdict"], said["reason"])

    def keep_typing(card: Card) -> None:
        card.verdict = request.POST.get("verdict", "")
        card.reason = request.POST.get("reason", "")

    return _do(request, task_id, say, done=_("Recorded."), amend=keep_typing)


def _do(
    request: HttpRequest, task_id: int, act: Act, *, done: str, amend: Amend | None = None
) -> HttpResponse:
    """Do it; then show the card as it is now, or as it was typed with the reason why not."""
    task = get_object_or_404(ExtractedTask, pk=task_id)
    article = article_to_review(request, task.article_id)
    refusal, status = "", HTTPStatus.OK
    try:
        act()
    except NotAllowed as reason:
        refusal, status = str(reason), HTTPStatus.FORBIDDEN
    except Refused as reason:
        refusal, status = str(reason), HTTPStatus.CONFLICT
    htmx = request.headers.get("HX-Request") == "true"
    if not refusal and not htmx:
        note(request, done, task_id)
        return HttpResponseRedirect(page_address(article.pk, task_id))
    cards = cards_of(request, article)
    for card in cards:
        if refusal and card.task.pk == task_id:
            card.refusal = refusal
            if amend:
                amend(card)
    if htmx:
        return card_response(request, cards, task_id, status=status, note="" if refusal else done)
    return page_response(request, article, cards, status=status)


@require_POST
def add_missed_task(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_to_review(request, article_id)
    missed = Missed(MissedTaskForm(request.POST))
    said = missed.form.cleaned_data if missed.form.is_valid() else {}
    words, start = said.get("words", ""), said.get("start")
    try:
        task = add_missed(person(request), text_of(article).pk, words, start)
    except Refused as refusal:
        missed.refusal = str(refusal)
        if isinstance(refusal, SeveralPlaces):
            missed.places = refusal.places
        return page_response(
            request, article, cards_of(request, article), missed=missed, status=_status(refusal)
        )
    note(request, _("Added. Somebody else has to approve it."), task.pk)
    return HttpResponseRedirect(page_address(article_id, task.pk))


@require_POST
def sign_off_article(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_to_review(request, article_id)
    try:
        sign_off(person(request), text_of(article).pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return page_response(request, article, cards_of(request, article), status=_status(refusal))
    messages.success(request, _("Signed off."))
    return HttpResponseRedirect(page_address(article_id))


def _status(refusal: Refused) -> int:
    return HTTPStatus.FORBIDDEN if isinstance(refusal, NotAllowed) else HTTPStatus.CONFLICT
