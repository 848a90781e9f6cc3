"""What waits for a person, for the desk's first page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from articles.queries.doubts import doubts_counted
from articles.queries.likeness import offers_counted
from portal.models import CuratedList, ScheduledPublication
from review.queries import counts_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True, slots=True)
class Waiting:
    """A number of things to do, in words, and where they are done."""

    count: int | str
    words: str
    address: str


def waiting_for(person: "AbstractUser") -> list[Waiting]:
    """List what this person may do something about."""
    return [*_tasks(person), *_alike(person), *_doubts(person), *_lists(person)]


def _tasks(person: "AbstractUser") -> list[Waiting]:
    if not person.has_perm("review.decide_extractedtask"):
        return []
    counts = counts_for(person)
    queue = f"{reverse('admin:review_extractedtask_changelist')}?queue="
    stage = f"{reverse('admin:review_articles')}?stage="
    mine, waiting, lead = counts.mine.number, counts.waiting.number, counts.lead.number
    ready, lost = counts.ready_to_sign_off.number, counts.unplaced.number
    told = [
        Waiting(
            counts.waiting.told,
            ngettext("task waits for your decision", "tasks wait for your decision", waiting),
            f"{queue}waiting",
        ),
        Waiting(
            counts.ready_to_sign_off.told,
            ngettext("article can be signed off", "articles can be signed off", ready),
            f"{stage}ready",
        ),
    ]
    if mine:
        words = ngettext("task is assigned to you", "tasks are assigned to you", mine)
        told.insert(0, Waiting(counts.mine.told, words, f"{queue}mine"))
    if lost:
        words = ngettext(
            "task has lost its place in its text",
            "tasks have lost their place in their texts",
            lost,
        )
        told.append(Waiting(counts.unplaced.told, words, f"{stage}unplaced"))
    if person.has_perm("review.settle_extractedtask"):
        words = ngettext("task waits for a lead", "tasks wait for a lead", lead)
        told.insert(1, Waiting(counts.lead.told, words, reverse("admin:review_disputes")))
    return told


def _alike(person: "AbstractUser") -> list[Waiting]:
    if not person.has_perm("articles.change_article"):
        return []
    pairs = offers_counted()
    words = ngettext(
        "pair of articles that may be one", "pairs of articles that may be one", pairs.number
    )
    address = reverse("admin:articles_article_alike")
    return [Waiting(pairs.told, words, address)] if pairs.number else []


def _doubts(person: "AbstractUser") -> list[Waiting]:
    if not person.has_perm("articles.change_officialdocument"):
        return []
    asked = doubts_counted()
    words = ngettext(
        "citation or document that may be one with another",
        "citations and documents that may be one with another",
        asked.number,
    )
    address = reverse("admin:articles_officialdocument_doubtful")
    if not asked.citations.number:
        address += "?of=documents"
    return [Waiting(asked.told, words, address)] if asked.number else []


def _lists(person: "AbstractUser") -> list[Waiting]:
    if not person.has_perm("portal.publish_curatedlist"):
        return []
    submitted = CuratedList.objects.filter(state=CuratedList.State.SUBMITTED)
    set_for_a_time = ScheduledPublication.objects.filter(state=ScheduledPublication.State.WAITING)
    unset = submitted.exclude(pk__in=set_for_a_time.values("curated_list"))
    number = unset.exclude(submitted_by=person.pk).count()
    return [
        Waiting(
            number,
            ngettext(
                "list waits to be published by you", "lists wait to be published by you", number
            ),
            f"{reverse('admin:portal_curatedlist_changelist')}?state__exact=submitted",
        )
    ]
