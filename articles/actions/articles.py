"""Correcting an article, taking it down, putting it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import Article
from articles.refusal import Refused, require
from articles.vietnamese import normalise, on_one_line, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.contrib.auth.models import AbstractUser

    from articles.models import Publisher

EARLIEST_DAY = date(1900, 1, 1)


class Corrections(TypedDict, total=False):
    title: str
    published_on: date | None
    author: str
    publisher: Publisher | None


@transaction.atomic
def correct_article(
    person: AbstractUser,
    article: Article,
    *,
    seen: Mapping[str, Any] | None = None,
    **corrections: Unpack[Corrections],
) -> list[str]:
    """Correct what reading got wrong, and say what was: a re-reading leaves that alone.

    `seen` is what the person saw (a publisher by number); what is not that any more is refused.
    """
    require(person, "articles.change_article")
    values = _checked(corrections)
    article = _locked(article)
    if seen is not None and overtaken(article, seen, values):
        raise Refused(_("Somebody else changed this article meanwhile."))
    changed = [field for field, value in values.items() if getattr(article, field) != value]
    if changed:
        for field in changed:
            setattr(article, field, values[field])
        article.sort_key = sort_key(article.title)[:1000]
        article.corrected = sorted({*article.corrected, *changed})
        with by(person):
            article.save(update_fields=[*changed, "sort_key", "corrected"])
    return changed


def overtaken(
    article: Article, seen: Mapping[str, Any], corrections: Mapping[str, Any]
) -> list[str]:
    """Name the fields that somebody else changed since they were seen, to yet another value."""
    now = {name: article.serializable_value(name) for name in corrections}
    return [
        name
        for name, wanted in corrections.items()
        if now[name] not in {seen[name], getattr(wanted, "pk", wanted)}
    ]


@transaction.atomic
def take_down_articles(person: AbstractUser, articles: Iterable[Article], reason: str) -> int:
    """Take the articles down, and say how many were not down before."""
    require(person, "articles.take_down_article")
    reason = normalise(reason).strip()
    if not reason:
        raise Refused(_("Say why the article is taken down."))
    down = _open_articles(articles)
    with by(person):
        for article in down:
            article.state, article.taken_down_reason = Article.State.TAKEN_DOWN, reason
            article.save(update_fields=["state", "taken_down_reason"])
    return len(down)


@transaction.atomic
def put_back_article(person: AbstractUser, article: Article) -> None:
    require(person, "articles.take_down_article")
    article = _locked(article)
    if article.state != Article.State.TAKEN_DOWN:
        raise Refused(_("This article is not taken down."))
    article.state, article.taken_down_reason = Article.State.ACTIVE, ""
    with by(person):
        article.save(update_fields=["state", "taken_down_reason"])


def _checked(corrections: Corrections) -> dict[str, Any]:
    values: dict[str, Any] = dict(corrections)
    values |= {name: on_one_line(values[name]) for name in ("title", "author") if name in values}
    if values.get("title") == "":
        raise Refused(_("An article needs a title."))
    day = values.get("published_on")
    if day and day > timezone.localdate():
        raise Refused(_("This date is yet to come."))
    if day and day < EARLIEST_DAY:
        raise Refused(_("This date is too long ago: the year is 1900 or later."))
    return values


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _open_articles(articles: Iterable[Article]) -> list[Article]:
    rows = Article.objects.select_for_update().filter(
        pk__in=[article.pk for article in articles], state=Article.State.ACTIVE
    )
    return list(rows.order_by("pk"))
