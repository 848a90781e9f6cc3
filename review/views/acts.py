"""What people do on the review page. Each answers a plain form, and htmx with one card."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.admin.refusals import status_of
from articles.asked import number
from articles.refusal import Refused
from review.actions.articles import add_missed, sign_off
from review.actions.decisions import decide, settle, withdraw
from review.actions.placing import place_task as place
from review.actions.placing import retire_task as retire
from review.actions.pointing import SeveralPlaces
from review.actions.versions import rewrite
from review.cards import Card
from review.changes import Change, changes
from review.forms import DecisionForm, MissedTaskForm, PlaceForm, RetireForm, WordingForm
from review.models import Decision, ExtractedTask, TaskVersion
from review.places import Place
from review.queries import documents_for
from review.queries.blindness import decisions_seen_by
from review.queries.seeding import told_of
from review.views.page import (
    Missed,
    article_to_review,
    card_response,
    cards_of,
    gone,
    keep,
    note,
    page_address,
    page_response,
    search_for,
    text_of,
)

RETIRE = "retire"
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
    seen = decisions_seen_by(person(request), Decision.objects.select_related("version"))
    decision = get_object_or_404(seen, pk=decision_id)
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
        unplaced = form.cleaned_data["unplaced"]
        return rewrite(person(request), task_id, version_id, form.as_wording(), unplaced=unplaced)

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
        return act(
            person(request),
            task_id,
            said["version"],
            said["verdict"],
            said["reason"],
            unplaced=said["unplaced"],
        )

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
        done = told_of(person(request), task_id) or done
        keep(request, article)
    except Refused as reason:
        refusal, status = str(reason), status_of(reason)
    htmx = request.headers.get("HX-Request") == "true"
    if not refusal and not htmx:
        note(request, done, task_id)
        return HttpResponseRedirect(page_address(article.pk, task_id))
    cards = cards_of(request, article)
    mine = next((card for card in cards if card.task.pk == task_id), None)
    if mine is None:
        return gone(request, article, refusal or done)
    if refusal:
        mine.refusal = refusal
        mine.changes = _changes_since(request, mine)
        if amend:
            amend(mine)
    if htmx:
        return card_response(request, cards, task_id, status=status, note="" if refusal else done)
    return page_response(request, article, cards, status=status)


def _changes_since(request: HttpRequest, card: Card) -> list[Change]:
    """Tell what others wrote since the wording that the person had before their eyes."""
    seen = TaskVersion.objects.filter(
        task=card.task.pk, pk=number(request.POST.get("version")) or card.version.pk
    ).first()
    return changes(seen, card.version) if seen and seen != card.version else []


@require_POST
def place_task(request: HttpRequest, task_id: int) -> HttpResponse:
    """Give the task its place. What was chosen and typed stays when it is refused."""
    task = get_object_or_404(ExtractedTask, pk=task_id)
    article = article_to_review(request, task.article_id)
    typed = request.POST.copy()
    form = PlaceForm(typed, auto_id=f"seek-{task_id}-%s")
    several: list[Place] = []

    def act() -> object:
        if not form.is_valid():
            raise Refused(_("Look at the fields in red."))
        words, start = form.meant(text_of(article).body)
        try:
            return place(person(request), task_id, form.cleaned_data["text"], words, start)
        except SeveralPlaces as refusal:
            several[:] = refusal.places
            raise

    def keep_typing(card: Card) -> None:
        if card.may_be_placed:
            typed["text"] = str(text_of(article).pk)  # to be sent again, now that it has been seen
            card.search = search_for(card, article, form)
            card.search.places = several

    return _do(request, task_id, act, done=_("It has its place again."), amend=keep_typing)


@require_POST
def retire_task(request: HttpRequest, task_id: int) -> HttpResponse:
    form = RetireForm(request.POST)

    def act() -> object:
        if not form.is_valid():
            raise Refused(_("This could not be read: choose again."))
        return retire(
            person(request), task_id, form.cleaned_data["text"], form.cleaned_data["reason"]
        )

    def keep_typing(card: Card) -> None:
        card.verdict, card.reason = RETIRE, request.POST.get("reason", "")

    return _do(request, task_id, act, done=_("It is no longer a task."), amend=keep_typing)


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
            request, article, cards_of(request, article), missed=missed, status=status_of(refusal)
        )
    keep(request, article)
    note(request, _("Added. Somebody else has to approve it."), task.pk)
    return HttpResponseRedirect(page_address(article_id, task.pk))


@require_POST
def sign_off_article(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_to_review(request, article_id)
    try:
        sign_off(person(request), text_of(article).pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return page_response(
            request, article, cards_of(request, article), status=status_of(refusal)
        )
    keep(request, article)
    messages.success(request, _("Signed off."))
    return HttpResponseRedirect(page_address(article_id))
