"""The review page: an article's text beside its tasks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.messages.storage.base import Message
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.generic import person
from articles.asked import number
from articles.marking import Mark, Paragraph, marked_paragraphs
from articles.models import Article, ArticleText
from review.actions.claiming import renew
from review.cards import Candidate, Card, Powers, Progress, Search
from review.forms import MissedTaskForm, PlaceForm, WordingForm
from review.likeness import most_alike
from review.models import ExtractedTask
from review.places import Place
from review.queries import (
    documents_for,
    known_bodies,
    standing_sign_off,
    tasks_to_show,
    untouched_in,
)
from review.queries.usual import usual_reasons
from review.talk import Screen, talks_on
from review.views.cutting import cut_for

TASK_NOTE = "task-"
RENEWALS = 3
"""So often in its lease a claim is renewed by an open page."""


@dataclass(slots=True)
class Missed:
    """The form for a task that was missed, with what was typed and why it was refused."""

    form: MissedTaskForm = field(default_factory=MissedTaskForm)
    refusal: str = ""
    places: list[Place] = field(default_factory=list)


def show(request: HttpRequest, article_id: int) -> HttpResponse:
    """Show the page; to htmx, only the card that it asks for."""
    article = article_to_review(request, article_id)
    edited, sought, recut = (number(request.GET.get(name)) for name in ("edit", "seek", "cut"))
    cards = cards_of(request, article)
    for card in cards:
        if card.task.pk == edited and card.powers.decide:
            card.form = form_for(card)
        if card.task.pk == sought and card.may_be_placed:
            card.search = search_for(card, article)
        if card.task.pk == recut and card.may_be_cut:
            card.cut = cut_for(card, text_of(article), request.GET)
    if request.headers.get("HX-Request") == "true":
        asked = edited or sought or recut or number(request.GET.get("task"))
        return card_response(request, cards, asked or 0)
    return page_response(request, article, cards)


def article_to_review(request: HttpRequest, article_id: int) -> Article:
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    articles = Article.objects.select_related("publisher", "text").exclude(text=None)
    return get_object_or_404(articles, pk=article_id)


def text_of(article: Article) -> ArticleText:
    assert article.text is not None  # noqa: S101  (`article_to_review` asks for articles with one)
    return article.text


def cards_of(request: HttpRequest, article: Article) -> list[Card]:
    powers = Powers.of(person(request))
    if article.state != Article.State.ACTIVE:
        powers = Powers.only_to_look(person(request))
    text = text_of(article)
    return [
        Card(task, text.pk, person(request).pk, powers)
        for task in sorted(tasks_to_show(article), key=lambda task: (task.start, task.pk))
    ]


def give_talk(request: HttpRequest, cards: list[Card]) -> None:
    talks = talks_on(person(request), [card.task for card in cards], Screen.CARD)
    for card in cards:
        card.talk = talks[card.task.pk]


def keep(request: HttpRequest, article: Article) -> None:
    """Keep the article for whoever has just done something on its page."""
    if Powers.of(person(request)).decide:
        renew(person(request), article.pk)


def form_for(card: Card) -> WordingForm:
    return WordingForm.of(card.version, documents_for(card.task.text_id, card.version.pk))


def search_for(card: Card, article: Article, form: PlaceForm | None = None) -> Search:
    """Offer the words of the text that are most like those which the task had."""
    text = text_of(article)
    found = {(task.start, task.end) for task in untouched_in(text)}
    return Search(
        form or PlaceForm(initial={"text": text.pk}, auto_id=f"seek-{card.task.pk}-%s"),
        [
            Candidate(alike, text.body[alike.start : alike.end], (alike.start, alike.end) in found)
            for alike in most_alike(text.body, card.task.quote, found)
        ],
    )


def card_response(
    request: HttpRequest,
    cards: list[Card],
    task_id: int,
    *,
    status: int = HTTPStatus.OK,
    note: str = "",
) -> HttpResponse:
    """Give one card and the progress, which htmx puts in their places."""
    card = next((card for card in cards if card.task.pk == task_id), None)
    if card is None:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    card.note = note
    give_talk(request, [card])
    context = {
        "card": card,
        "article": card.task.article,
        "progress": Progress.of(cards),
        "powers": card.powers,
        "sign_off": standing_sign_off(card.text_id),
        "bodies": known_bodies(card.task.text_id) if card.form else [],
        "usual": usual_reasons() if card.powers.decide else [],
    }
    html = render_to_string("review/card.html", context, request)
    html += render_to_string("review/progress.html", context | {"out_of_band": True}, request)
    return HttpResponse(html, status=status)


def page_response(
    request: HttpRequest,
    article: Article,
    cards: list[Card],
    *,
    missed: Missed | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    text = text_of(article)
    give_talk(request, cards)
    focus = number(request.GET.get("task")) or next(
        (card.task.pk for card in cards if card.form or card.cut or card.refusal), None
    )
    placed = [card for card in cards if not card.is_unplaced]
    context = {
        **admin.site.each_context(request),
        "title": article.title,
        "article": article,
        "text": text,
        "paragraphs": paragraphs_of(text, placed, focus),
        "cards": placed,
        "unplaced": [card for card in cards if card.is_unplaced],
        "progress": Progress.of(cards),
        "powers": cards[0].powers if cards else Powers.of(person(request)),
        "sign_off": standing_sign_off(text.pk),
        "bodies": known_bodies(text.pk) if any(card.form for card in cards) else [],
        "usual": usual_reasons(),
        "missed": missed or Missed(),
        "page_notes": _share_notes(request, cards),
        "kept_every": settings.CLAIM_SECONDS // RENEWALS,
        "opts": ExtractedTask._meta,
    }
    return TemplateResponse(request, "review/article.html", context, status=status)


def paragraphs_of(text: ArticleText, cards: list[Card], focus: int | None) -> list[Paragraph]:
    headings = [*text.headings, *_headings(text, cards)]
    return marked_paragraphs(text.body, _marks(text, cards, focus), headings)


def _headings(text: ArticleText, cards: Iterable[Card]) -> Iterator[tuple[int, int]]:
    """Find the headings that the finder knew by their form, where reading could not know them."""
    for card in cards:
        heading = card.task.heading
        start = text.body.rfind(heading, 0, card.task.start) if heading else -1
        if start >= 0:
            yield start, start + len(heading)


def _marks(text: ArticleText, cards: list[Card], focus: int | None) -> Iterator[Mark]:
    for mention in text.mentions.select_related("theme"):
        yield Mark(mention.start, mention.end, "theme", title=mention.theme.name)
    for citation in text.citations.all():
        yield Mark(citation.start, citation.end, "citation", title=str(citation))
    for card in cards:
        task = card.task
        names = [task.state, "focus"] if task.pk == focus else [task.state]
        for name in names:
            yield Mark(
                task.start,
                task.end,
                "task",
                name,
                id=f"words-{task.pk}",
                link=f"#task-{task.pk}",
            )


def page_address(article_id: int, task_id: int | None = None) -> str:
    address = reverse("admin:review_article", args=[article_id])
    return f"{address}?task={task_id}#task-{task_id}" if task_id else address


def gone(request: HttpRequest, article: Article, message: str) -> HttpResponse:
    """Show the page as it is now: the card that somebody acted on is no longer on it."""
    messages.warning(request, message)
    address = page_address(article.pk)
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def note(request: HttpRequest, message: str, task_id: int) -> None:
    """Keep a word for the card; it is shown there, not at the head of the page."""
    messages.success(request, message, extra_tags=f"{TASK_NOTE}{task_id}")


def _share_notes(request: HttpRequest, cards: Iterable[Card]) -> list[Message]:
    """Give each card its notes, and return the others, for the head of the page."""
    by_task = {f"{TASK_NOTE}{card.task.pk}": card for card in cards}
    others = []
    for message in messages.get_messages(request):
        card = by_task.get(message.extra_tags or "")
        if card:
            card.note = str(message)
        else:
            others.append(message)
    return others
