"""Saving what was read and found, in the transaction of the caller."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.actions.comparing import to_be_compared
from articles.actions.documents import save_citations
from articles.finding import Findings
from articles.finding import Mention as FoundMention
from articles.models import (
    Article,
    ArticleText,
    ArticleTheme,
    Mention,
    Original,
    Publisher,
)
from articles.queries.imports import content_sha256
from articles.reading import Draft
from articles.signals import text_saved
from articles.vietnamese import same_word_key, sort_key

LONGEST_TITLE = 500


def save_article(
    original: Original,
    draft: Draft,
    findings: Findings,
    themes: Mapping[str, int],
    *,
    created_by_id: int | None,
) -> Article:
    """Save an article with its first text and its findings.

    Of two workers with the same text one makes it: the hash is unique, and the other's transaction
    comes to nothing by an `IntegrityError`.
    """
    article = Article.objects.create(
        content_sha256=content_sha256(draft.body),
        original=original,
        created_by_id=created_by_id,
        **fields_of(draft),
    )
    describe(original, draft)
    save_text(article, _text(article, draft), findings, themes)
    return article


def fields_of(draft: Draft) -> dict[str, Any]:
    """Give what reading says about an article, as its row keeps it."""
    title = draft.title[:LONGEST_TITLE] or _first_line(draft.body)
    return {
        "title": title,
        "sort_key": sort_key(title)[:1000],
        "published_on": draft.published_on,
        "author": (draft.author or "")[:300],
        "publisher": _publisher(draft.publisher),
        "source_url": (draft.source_url or "")[:2000],
    }


def save_text(
    article: Article, text: ArticleText, findings: Findings, themes: Mapping[str, int]
) -> None:
    """Save a text as the article's current one, with what was found in it."""
    text.save()
    article.text = text
    article.save(update_fields=["text"])
    to_be_compared(text)
    save_mentions(text, findings.mentions, themes)
    save_citations(text, findings.citations)
    add_themes(article, {themes[mention.theme] for mention in findings.mentions})
    text_saved.send(sender=ArticleText, text=text, findings=findings, previous=None)


def _text(article: Article, draft: Draft) -> ArticleText:
    return ArticleText(
        article=article,
        number=1,
        body=draft.body,
        lead=draft.lead,
        headings=[list(span) for span in draft.headings],
        dropped=[
            {"text": dropped.text, "reason": dropped.reason.value, "at": dropped.offset}
            for dropped in draft.dropped
        ],
    )


def _publisher(name: str | None) -> Publisher | None:
    key = same_word_key(name or "")[:200]
    if not name or not key:
        return None
    defaults = {"name": name[:200], "sort_key": sort_key(name)[:400]}
    return Publisher.objects.get_or_create(key=key, defaults=defaults)[0]


def describe(original: Original, draft: Draft) -> None:
    """Say what it turned out to be; what its sender said of its letters is kept for next time."""
    stated = original.media_type.partition(";")[2]
    described = draft.media_type
    if stated and ";" not in described:
        described = f"{described};{stated}"
    original.encoding = draft.encoding[:40]
    original.media_type = described[:100]
    original.save(update_fields=["encoding", "media_type"])


def save_mentions(
    text: ArticleText, mentions: Sequence[FoundMention], themes: Mapping[str, int]
) -> None:
    Mention.objects.bulk_create(
        Mention(
            text=text,
            theme_id=themes[mention.theme],
            start=mention.start,
            end=mention.end,
            quote=text.body[mention.start : mention.end],
            rule=mention.rule,
            confidence=mention.confidence,
        )
        for mention in mentions
    )


def add_themes(article: Article, theme_ids: set[int]) -> None:
    """Add the themes that were found. The database lets none in that a person has removed."""
    ArticleTheme.objects.bulk_create(
        (
            ArticleTheme(content_object=article, tag_id=theme_id, source=ArticleTheme.Source.FINDER)
            for theme_id in sorted(theme_ids)
        ),
        ignore_conflicts=True,
    )


def _first_line(body: str) -> str:
    """Name an article that has no title of its own by its first words."""
    line = body.lstrip().split("\n", 1)[0]
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"
