"""What articles would gain and lose if a theme had other words: asked before anything is saved.

Full-text search gives the articles in which a changed phrase may stand; the matcher itself then
says, with the vocabulary as it is and as it would be. What people said of an article is heeded.
Search overlooks two articles in a thousand: where the first word is glued to another ("này.Dự").
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from articles.finding import Mention, Spelling, Vocabulary
from articles.finding.squeezed import Squeezed
from articles.finding.themes import patterns_of, spelling_key
from articles.models import Article, ArticleTheme, ThemeDecision
from articles.queries.articles import beginning_with
from articles.queries.vocabulary import Words, desk_themes
from articles.vietnamese import same_word, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST_LOOKED_AT: Final = 2_000
MOST_COUNTED: Final = 500
ROWS_AT_ONCE: Final = 100
NEW: Final = 0
"""The number of a theme that is still to be made."""
CONTEXT: Final = 90
"""Characters shown on either side."""


class Quote(NamedTuple):
    """Words of a text, with some on either side."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Concerned:
    """An article that would gain or lose a theme, and where: the first place, and how many."""

    number: int
    title: str
    quote: Quote
    places: int


@dataclass(slots=True)
class Effect:
    """What would happen to one theme."""

    name: str
    gained: list[Concerned] = field(default_factory=list)
    lost: list[Concerned] = field(default_factory=list)
    refused: int = 0
    """Articles in which it would stand, but a person took it away."""
    confirmed: int = 0
    """Articles in which it would not stand any more, but a person gave it."""
    kept: int = 0
    """Articles that have it before and after, and mention it more or less often."""


@dataclass(frozen=True, slots=True)
class Preview:
    phrases: list[str]
    """The words that are looked for now and would not be then, or the other way round."""
    effect: Effect
    others: list[Effect]
    complete: bool
    """Whether every article was looked at in which the words may stand."""
    most_counted: int = MOST_COUNTED


def preview(number: int, words: Words) -> Preview:
    """Say what would happen if the theme had these words. `NEW` is one still to be made."""
    now = desk_themes()
    then = now | {number: words}
    phrases = _changed(now.get(number), words)
    effects: dict[int, Effect] = defaultdict(lambda: Effect(""))
    complete = not phrases or _look(_Comparison(phrases, now, then), effects)
    own = effects.pop(number, Effect(""))
    own.name = words.name
    for theme, effect in effects.items():
        effect.name = now[theme].name
    told = (effect for effect in effects.values() if effect != Effect(effect.name))
    others = sorted(told, key=lambda effect: sort_key(effect.name))
    return Preview(phrases, own, others, complete)


def _look(comparison: _Comparison, effects: dict[int, Effect]) -> bool:
    """Look at articles until all are seen, or enough are; say whether it was all."""
    changed = 0
    for looked_at, article in enumerate(_candidates(comparison.phrases), 1):
        if looked_at > MOST_LOOKED_AT or changed > MOST_COUNTED:
            return False
        changed += _tell(article, *comparison.of(article.body), effects)
    return True


class _Candidate(NamedTuple):
    number: int
    title: str
    body: str
    present: list[int]
    confirmed: list[int]
    removed: list[int]


def _candidates(phrases: Iterable[str]) -> Iterator[_Candidate]:
    """Give the articles in which one of the phrases may stand, the newest of them first."""
    ways = {pattern for phrase in phrases for pattern in patterns_of(phrase)}
    query = reduce(or_, [beginning_with(way) for way in sorted(ways)])
    # Numbers first: a query that is read bit by bit is planned as if only its first rows counted.
    found = Article.objects.filter(text__search=query).order_by().values_list("pk", flat=True)
    numbers = list(found[: MOST_LOOKED_AT + 1])
    said = ThemeDecision.objects.filter(article=OuterRef("pk")).values("theme")
    rows: Iterable[Any] = (
        Article.objects.filter(pk__in=numbers)
        .order_by("-pk")
        .values_list(
            "pk",
            "title",
            "text__body",
            ArraySubquery(ArticleTheme.objects.filter(content_object=OuterRef("pk")).values("tag")),
            ArraySubquery(said.filter(verdict=ThemeDecision.Verdict.CONFIRMED)),
            ArraySubquery(said.filter(verdict=ThemeDecision.Verdict.REMOVED)),
        )
        .iterator(ROWS_AT_ONCE)
    )
    yield from map(_Candidate._make, rows)


class _Comparison:
    """The vocabulary as it is and as it would be."""

    def __init__(
        self, phrases: list[str], now: Mapping[int, Words], then: Mapping[int, Words]
    ) -> None:
        self.phrases = phrases
        self._changed = [pattern for phrase in phrases for pattern in patterns_of(phrase)]
        self._now, self._then = _numbered(now), _numbered(then)

    def of(self, body: str) -> tuple[dict[int, list[Mention]], dict[int, list[Mention]]]:
        """Give the mentions of each theme that changes, before and after."""
        squeezed = Squeezed(same_word(body))
        if not any(pattern in squeezed.folded for pattern in self._changed):
            return {}, {}
        before = _by_theme(self._now.find(body, squeezed=squeezed))
        after = _by_theme(self._then.find(body, squeezed=squeezed))
        same = {theme for theme in before.keys() & after.keys() if before[theme] == after[theme]}
        return _without(before, same), _without(after, same)


def _tell(
    article: _Candidate,
    before: Mapping[int, Sequence[Mention]],
    after: Mapping[int, Sequence[Mention]],
    effects: dict[int, Effect],
) -> bool:
    """Add the article to what happens to each theme; say whether it gains or loses one."""
    changed = False
    for theme in before.keys() | after.keys():
        effect, present = effects[theme], theme in article.present
        if present and theme in after:
            effect.kept += 1
        elif present and theme in article.confirmed:
            effect.confirmed += 1
        elif present:
            effect.lost.append(_concerned(article, before[theme]))
            changed = True
        elif theme not in before and theme in article.removed:
            effect.refused += 1
        elif theme not in before:
            effect.gained.append(_concerned(article, after[theme]))
            changed = True
    return changed


def _concerned(article: _Candidate, mentions: Sequence[Mention]) -> Concerned:
    quote = quoted(article.body, mentions[0].start, mentions[0].end)
    return Concerned(article.number, article.title, quote, len(mentions))


def quoted(body: str, start: int, end: int) -> Quote:
    """Give words of a text with whole words on either side."""
    first, last = max(start - CONTEXT, 0), end + CONTEXT
    before, after = body[first:start], body[end:last]
    if first:
        before = "…" + before[before.find(" ") + 1 :]
    if last < len(body):
        after = after[: after.rfind(" ") + 1].rstrip() + "…"
    return Quote(*(part.replace("\n", " ") for part in (before, body[start:end], after)))


def _changed(was: Words | None, words: Words) -> list[str]:
    """Give the spellings and excluded phrases that one of the two has, and the other has not."""
    of_now: tuple[dict[str, str], ...] = ({}, {}) if was is None else _keyed(was)
    of_then = _keyed(words)
    return [
        text
        for now, then in zip(of_now, of_then, strict=True)
        for key, text in (now | then).items()
        if (key in now) != (key in then)
    ]


def _keyed(words: Words) -> tuple[dict[str, str], ...]:
    kinds = ([words.name, *words.spellings], words.excludes)
    return tuple({key: text for text in texts if (key := spelling_key(text))} for texts in kinds)


def _numbered(themes: Mapping[int, Words]) -> Vocabulary:
    return Vocabulary(
        [
            Spelling(str(number), text)
            for number, words in themes.items()
            for text in (words.name, *words.spellings)
        ],
        {str(number): words.excludes for number, words in themes.items() if words.excludes},
    )


def _by_theme(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[int(mention.theme)].append(mention)
    return dict(found)


def _without(mentions: dict[int, list[Mention]], themes: set[int]) -> dict[int, list[Mention]]:
    return {theme: found for theme, found in mentions.items() if theme not in themes}
