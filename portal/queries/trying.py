"""What to try for who has found nothing: only what finds something."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from portal.models import SearchRow, SearchWord
from portal.queries.searching import count
from portal.searching.asking import Asked, Term, read
from portal.searching.words import words

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789"
_SHORTEST: Final = 2


class Try(NamedTuple):
    name: str
    typed: str
    number: int


def tries(asked: Asked, rows: QuerySet[SearchRow]) -> list[Try]:
    found = (Try(name, typed, count(read(typed), rows)) for name, typed in _ways(asked))
    return [one for one in found if one.number]


def _ways(asked: Asked) -> Iterator[tuple[str, str]]:
    respelt = _near_spelling(asked)
    if respelt:
        yield _("Did you mean “%(words)s”?") % {"words": respelt}, respelt
    wanted = [[_typed(term) for term in group] for group in asked.wanted]
    every = " ".join(" or ".join(group) for group in wanted)
    if asked.refused:
        yield _("Without leaving any words out"), every
    if any(len(term.words) > 1 for term in asked.terms):
        yield _("The words, wherever they stand"), every.replace('"', "")
    if len(wanted) > 1:
        yield _("Any of the words"), " or ".join(typed for group in wanted for typed in group)


def _typed(term: Term) -> str:
    said = " ".join(word.written for word in term.words)
    return f'"{said}"' if len(term.words) > 1 else said


def _near_spelling(asked: Asked) -> str | None:
    """Give what was typed, with its unknown words as others like them were published."""
    put, at = [], 0
    for word in words(asked.text):
        near = None if _is_known(word.plain) else _nearest(word.plain)
        if near:
            put += [asked.text[at : word.start], near]
            at = word.end
    if not put:
        return None
    return "".join([*put, asked.text[at:]])


def _is_known(plain: str) -> bool:
    return SearchWord.objects.filter(plain=plain).exists()


def _nearest(plain: str) -> str | None:
    """Give the most frequent word that is one letter away, or that begins like this one."""
    if len(plain) < _SHORTEST:
        return None
    near = SearchWord.objects.filter(plain__in=_one_letter_away(plain))
    begun = SearchWord.objects.filter(plain__gt=plain, plain__lt=f"{plain}\U0010ffff")
    for words_ in (near, begun):
        best = words_.order_by("-times", "written").first()
        if best:
            return best.written
    return None


def _one_letter_away(word: str) -> set[str]:
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    without = {left + right[1:] for left, right in halves if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if right[1:]}
    other = {left + letter + right[1:] for left, right in halves if right for letter in _LETTERS}
    more = {left + letter + right for left, right in halves for letter in _LETTERS}
    return without | swapped | other | more
