"""Saving the next text of an article, or new findings in the text it has, and telling what changed.

Everything happens in the caller's transaction, with the article's row locked by the caller.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, cast

from django.db.models import Q

from articles.actions.comparing import to_be_compared
from articles.actions.documents import renew_citations
from articles.actions.saving import add_themes, save_mentions
from articles.actions.themes import finder_at_work
from articles.changes import Change, How, What
from articles.finding import Findings
from articles.finding import Mention as FoundMention
from articles.models import Article, ArticleText, ArticleTheme, Citation, Mention
from articles.reading.amending import TextState
from articles.reading.draft import Dropped, Reason, Span
from articles.signals import text_saved

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from articles.queries.vocabulary import DeskVocabulary


def state_of(text: ArticleText) -> TextState:
    """Give a saved text as reading would have given it."""
    return TextState(
        body=text.body,
        lead=text.lead,
        headings=tuple(Span(start, end) for start, end in text.headings),
        dropped=tuple(
            Dropped(left["text"], Reason(left["reason"]), left["at"], left.get("heading", False))
            for left in text.dropped
        ),
    )


def renew(
    article: Article,
    state: TextState,
    findings: Findings,
    desk: "DeskVocabulary",
    *,
    person: "AbstractUser | None" = None,
) -> list[Change]:
    """Make this the article's text with these findings. The same text gets no new number."""
    previous = article.text
    if previous is None:
        raise ValueError(article)
    cited, mentioned = _cited(previous), _mentioned(previous)
    same_text = state == state_of(previous)
    text = previous if same_text else _next_text(article, previous, state, person)
    renew_citations(text, findings.citations)
    _save_mentions(text, findings.mentions, desk)
    changes = [
        *_paragraph_changes(previous.body, text.body),
        *_citation_changes(cited, _cited(text)),
        *_mention_changes(mentioned, _mentioned(text)),
        *_theme_changes(article, findings.mentions, desk),
    ]
    answers = text_saved.send(sender=ArticleText, text=text, findings=findings, previous=previous)
    for _receiver, told in answers:
        changes += cast("list[Change] | None", told) or []
    return changes


def retag(
    article: Article,
    text: ArticleText,
    mentions: Sequence[FoundMention],
    desk: "DeskVocabulary",
) -> list[Change]:
    """Let these be the mentions in the article's text, and the article's themes what they say."""
    mentioned = _mentioned(text)
    _save_mentions(text, mentions, desk)
    return [
        *_mention_changes(mentioned, _mentioned(text)),
        *_theme_changes(article, mentions, desk),
    ]


def _next_text(
    article: Article, previous: ArticleText, state: TextState, person: "AbstractUser | None"
) -> ArticleText:
    text = ArticleText.objects.create(
        article=article,
        number=previous.number + 1,
        body=state.body,
        lead=state.lead,
        headings=[list(span) for span in state.headings],
        dropped=[
            {"text": left.text, "reason": left.reason.value, "at": left.offset}
            | ({"heading": True} if left.heading else {})
            for left in state.dropped
        ],
        created_by_id=person.pk if person else None,
    )
    article.text = text
    article.save(update_fields=["text"])
    to_be_compared(text)
    return text


def _save_mentions(
    text: ArticleText, mentions: Sequence[FoundMention], desk: "DeskVocabulary"
) -> None:
    """Put these in the place of what stood there; where all is the same, nothing is written."""
    found = {
        (desk.themes[mention.theme], mention.start, mention.end, mention.rule, mention.confidence)
        for mention in mentions
    }
    if found != set(text.mentions.values_list("theme_id", "start", "end", "rule", "confidence")):
        text.mentions.all().delete()
        save_mentions(text, mentions, desk.themes)


def _mentioned(text: ArticleText) -> Counter[str]:
    return Counter(Mention.objects.filter(text=text).values_list("theme__name", flat=True))


def _mention_changes(before: Counter[str], after: Counter[str]) -> Iterable[Change]:
    for name in sorted(before.keys() & after.keys()):
        if before[name] != after[name]:
            now, was = f"{name} × {after[name]}", f"{name} × {before[name]}"
            yield Change(What.THEME, How.CHANGED, now, was)


def _cited(text: ArticleText) -> Counter[str]:
    return Counter(map(_named, Citation.objects.filter(text=text).select_related("document")))


def _citation_changes(before: Counter[str], after: Counter[str]) -> Iterable[Change]:
    for named in sorted(after - before):
        yield Change(What.CITATION, How.GAINED, named)
    for named in sorted(before - after):
        yield Change(What.CITATION, How.LOST, named)


def _named(citation: Citation) -> str:
    """Say what the words are, and which document they mean where they leave that open."""
    document = citation.document
    if document is None or str(document) == str(citation):
        return citation.quote
    return f"{citation.quote} → {document}"


def _theme_changes(
    article: Article, mentions: Sequence[FoundMention], desk: "DeskVocabulary"
) -> Iterable[Change]:
    """Give the article the themes that were found and take what no longer is, but for people's."""
    found = {desk.themes[mention.theme] for mention in mentions}
    before = _themes_of(article)
    with finder_at_work():
        add_themes(article, found - before.keys())
        article.article_themes.filter(source=ArticleTheme.Source.FINDER).exclude(
            Q(tag__in=found) | Q(tag__merged__in=found)  # at this instant, as it may be
        ).delete()
    after = _themes_of(article)
    for number in sorted(after.keys() - before.keys()):
        yield Change(What.THEME, How.GAINED, after[number])
    for number in sorted(before.keys() - after.keys()):
        yield Change(What.THEME, How.LOST, before[number])


def _themes_of(article: Article) -> dict[int, str]:
    return dict(article.article_themes.values_list("tag_id", "tag__name"))


def _paragraph_changes(before: str, after: str) -> Iterable[Change]:
    if before == after:
        return
    old, new = before.split("\n"), after.split("\n")
    for how, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if how == "equal":
            continue
        yield from _replaced(old[old_start:old_end], new[new_start:new_end])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterable[Change]:
    if len(old) == len(new):
        for was, now in zip(old, new, strict=True):
            yield Change(What.PARAGRAPH, How.CHANGED, now, was)
        return
    for paragraph in old:
        yield Change(What.PARAGRAPH, How.LOST, paragraph)
    for paragraph in new:
        yield Change(What.PARAGRAPH, How.GAINED, paragraph)
