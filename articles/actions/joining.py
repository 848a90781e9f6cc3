"""What editors say of citations: these words mean this document, or they do not.

What they said is kept by article and words, so that finding again heeds it
(`articles.actions.documents`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions.documents import name_again
from articles.actions.doubts import doubt_again
from articles.actions.merging import distinguish
from articles.history import by
from articles.models import Article, Citation, CitationDecision, OfficialDocument
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from django.contrib.auth.models import AbstractUser

PERMISSION = "articles.change_officialdocument"


@transaction.atomic
def join_citation(person: AbstractUser, citation_id: int, document_id: int) -> None:
    """Say that these words of the article mean this document, wherever they stand in it."""
    require(person, PERMISSION)
    citation = _held(citation_id)
    document = _documents([document_id])[0]
    with by(person):
        _decide(person, citation, document.final, means_it=True)
    name_again(citation.text.article_id)


@transaction.atomic
def refuse_joins(person: AbstractUser, citation_id: int, document_ids: Collection[int]) -> None:
    """Say that these words mean none of these documents; they are not offered again."""
    require(person, PERMISSION)
    citation = _held(citation_id)
    with by(person):
        for document in _documents(document_ids):
            _decide(person, citation, document.final, means_it=False)
    name_again(citation.text.article_id)


@transaction.atomic
def decide_otherwise(person: AbstractUser, decision_id: int) -> CitationDecision:
    """Turn what was said of some words and a document into its opposite."""
    require(person, PERMISSION)
    decision = CitationDecision.objects.filter(pk=decision_id).first()
    if decision is None:
        raise Refused(_("There is no such decision any more."))
    Article.objects.select_for_update().get(pk=decision.article_id)
    decision.refresh_from_db()
    said = CitationDecision.objects.filter(
        article=decision.article_id, words_key=decision.words_key
    )
    decision.means_it, decision.decided_by_id = not decision.means_it, person.pk
    with by(person):
        if decision.means_it:
            said.filter(means_it=True).update(means_it=False, decided_by=person.pk)
        decision.save()
    name_again(decision.article_id)
    return decision


@transaction.atomic
def take_out(
    person: AbstractUser, document: OfficialDocument, citation_ids: Collection[int]
) -> OfficialDocument:
    """Take citations out of a document into one of their own, which no other words will join."""
    require(person, PERMISSION)
    numbers = Citation.objects.filter(pk__in=citation_ids).values_list("text__article", flat=True)
    list(Article.objects.select_for_update().filter(pk__in=list(numbers)).order_by("pk"))
    chosen = list(
        Citation.objects.filter(
            pk__in=citation_ids, document=document, text__current_of__isnull=False
        )
        .select_related("text")
        .order_by("pk")
    )
    if len(chosen) < len(set(citation_ids)) or not chosen:
        raise Refused(_("Some of these citations are not of this document any more."))
    with by(person):
        own = _own_document(chosen)
        distinguish(person, document, own)
        for citation in chosen:
            _decide(person, citation, own, means_it=True)
    for number in sorted({citation.text.article_id for citation in chosen}):
        name_again(number)
    doubt_again([(own.series, own.figures)])
    return own


def _own_document(citations: Sequence[Citation]) -> OfficialDocument:
    fullest = max(citations, key=lambda citation: len(citation.quote))
    document = OfficialDocument(
        kind=fullest.kind, number=fullest.number, issuer=fullest.issuer, key=f"own|{uuid4()}"
    )
    document.identity = fullest.identity
    document.save()
    return document


def _held(citation_id: int) -> Citation:
    """Give the citation with its article locked, as a re-reading locks it."""
    rows = Citation.objects.filter(pk=citation_id, text__current_of__isnull=False)
    article = rows.values_list("text__article", flat=True).first()
    if article is not None:
        Article.objects.select_for_update().get(pk=article)
    citation = rows.select_related("text").first()
    if citation is None:
        raise Refused(_("The article does not cite this any more: its text has changed."))
    return citation


def _documents(numbers: Collection[int]) -> list[OfficialDocument]:
    documents = list(OfficialDocument.objects.filter(pk__in=numbers).select_related("same_as"))
    if not documents or len(documents) < len(set(numbers)):
        raise Refused(_("There is no such document."))
    return documents


def _decide(
    person: AbstractUser, citation: Citation, document: OfficialDocument, *, means_it: bool
) -> None:
    article, words_key = citation.text.article_id, citation.words_key
    if means_it:  # words mean one document only
        CitationDecision.objects.filter(
            article=article, words_key=words_key, means_it=True
        ).exclude(document=document).update(means_it=False, decided_by=person.pk)
    CitationDecision.objects.update_or_create(
        article_id=article,
        words_key=words_key,
        document=document,
        defaults={
            "number_key": citation.identity.number_key,
            "words": citation.quote,
            "means_it": means_it,
            "decided_by_id": person.pk,
        },
    )
