"""Reading an article's original again, or only finding again in its text, with the rules of today.

What people said stands: corrected fields, paragraphs taken out or put back, themes confirmed or
removed; receivers of `text_saved` carry over what is theirs.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import transaction

from articles.actions.renewing import renew, retag, state_of
from articles.actions.saving import describe, fields_of
from articles.apart.reader import read_apart
from articles.changes import SAME_AS, Change, How, What
from articles.finding import find
from articles.models import Article, ImportItem
from articles.queries.imports import content_sha256
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import Draft, Unreadable
from articles.reading.amending import TextState, amend
from articles.vietnamese import sort_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Problem = ImportItem.Problem
_FIELDS: Final = (*Article.Field.values, "source_url")


def reread(article_id: int, *, dry_run: bool = False) -> list[Change]:
    """Read the article's original again and save what is new; say what changed.

    A dry run does and undoes it. An original that can no longer be read changes nothing.
    """
    draft = _read_again(article_id)
    if isinstance(draft, Change):
        return [draft]
    with transaction.atomic():
        article = _locked(article_id)
        state = amend(TextState.of(draft), _said_of_paragraphs(article))
        changes = [*_keep_identity(article, draft), *_set_fields(article, draft)]
        describe(article.original, draft)
        changes += renewed(article, state)
        transaction.set_rollback(dry_run)
    return changes


def find_again(article_id: int, *, dry_run: bool = False) -> list[Change]:
    """Find again in the text as it is: with today's vocabulary and rules."""
    with transaction.atomic():
        article = _locked(article_id)
        changes = renewed(article, state_of(article.text)) if article.text else []
        transaction.set_rollback(dry_run)
    return changes


def find_themes_again(article_id: int, *, dry_run: bool = False) -> list[Change]:
    """Find only the themes again in the text as it is: with today's vocabulary."""
    with transaction.atomic():
        article = _locked(article_id)
        changes = []
        if article.text:
            desk = desk_vocabulary()
            changes = retag(article, article.text, desk.vocabulary.find(article.text.body), desk)
        transaction.set_rollback(dry_run)
    return changes


def renewed(
    article: Article, state: TextState, *, person: "AbstractUser | None" = None
) -> list[Change]:
    """Find in this text and save it as the article's. The caller holds the article's row."""
    desk = desk_vocabulary()
    findings = find(
        state.body, desk.vocabulary, headings=state.headings, published_on=article.published_on
    )
    return renew(article, state, findings, desk, person=person)


def _read_again(article_id: int) -> Draft | Change:
    """Read before anything is locked: reading is slow, and depends on nothing that people do."""
    article = Article.objects.select_related("original").get(pk=article_id)
    original = article.original
    try:
        with original.file.open("rb") as file:
            draft = read_apart(
                file.read(),
                name=original.name,
                media_type=original.media_type,
                address=original.address or None,
            )
    except Unreadable as unreadable:
        return _failed(Problem(unreadable.code.value))
    except OSError:
        return _failed(Problem.ERROR)
    return draft if len(draft.body) <= settings.IMPORT_MAX_CHARACTERS else _failed(Problem.TOO_LONG)


def _failed(problem: ImportItem.Problem) -> Change:
    return Change(What.ARTICLE, How.FAILED, "", name=problem.value)


def _locked(article_id: int) -> Article:
    """Lock the row, and read all else afterwards: what a join brought could be of before."""
    Article.objects.select_for_update().get(pk=article_id)
    return Article.objects.select_related("text", "original", "publisher").get(pk=article_id)


def _said_of_paragraphs(article: Article) -> dict[str, bool]:
    return dict(article.paragraph_decisions.values_list("key", "belongs"))


def _set_fields(article: Article, draft: Draft) -> Iterable[Change]:
    """Set what reading says now, but for what people corrected."""
    read_now = fields_of(draft)
    changes = []
    for field in _FIELDS:
        was, now = getattr(article, field), read_now[field]
        if field not in article.corrected and was != now:
            setattr(article, field, now)
            changes.append(Change(What.FIELD, How.CHANGED, _printed(now), _printed(was), field))
    if changes:
        article.sort_key = sort_key(article.title)[:1000]
        article.save(update_fields=[*(change.name for change in changes), "sort_key"])
    return changes


def _printed(value: Any) -> str:
    return "" if value is None else str(value)


def _keep_identity(article: Article, draft: Draft) -> Iterable[Change]:
    """Keep knowing the article by what reading makes of it, unless another one is known by that."""
    sha256 = content_sha256(draft.body)
    if sha256 == article.content_sha256:
        return
    other = Article.objects.filter(content_sha256=sha256).first()
    if other is not None:
        yield Change(What.ARTICLE, How.CHANGED, str(other.pk), name=SAME_AS)
        return
    article.content_sha256 = sha256
    article.save(update_fields=["content_sha256"])
