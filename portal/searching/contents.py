"""What of a published entry, as it stands by now, is searched, and what weighs how much.

Weights are PostgreSQL's: A what it is called, B what it is about, C what is said beside it, D the
text. `heads` are what it is called: where all words are there, an entry comes before others.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from articles.vietnamese import normalise
from portal import markdown
from portal.models import EditionEntry, EditionEntryDocument
from portal.searching.words import vector, words

Part = tuple[str, str]


@dataclass(frozen=True)
class Content:
    called: list[Part]
    beside: list[Part]

    @property
    def heads(self) -> str:
        return vector(self.called)

    @property
    def words(self) -> str:
        return vector([*self.called, *self.beside])

    @cached_property
    def vocabulary(self) -> Counter[tuple[str, str]]:
        """How often it says each word, as written and without marks."""
        texts = [text for text, _weight in (*self.called, *self.beside)]
        return Counter((word.written, word.plain) for text in texts for word in words(text))


def content_of(entry: EditionEntry, body: str = "") -> Content:
    """Give what is searched of it; of its whole text what readers may have of that."""
    themes = [theme.name for theme in entry.themes.all()]
    note = markdown.words(entry.note)
    if entry.kind == EditionEntry.Kind.TASK:
        called = [(entry.wording, "A"), *_each(entry.responsible, "B")]
        beside = [*_each(entry.documents, "B"), *_each([*entry.taking_part, entry.due], "C")]
        beside += [*_each([entry.title, *themes, entry.publisher, note], "C")]
        return _normal(called, beside)
    called = [(entry.title, "A"), *_each(themes, "B")]
    known = [document.title for document in known_of(entry)]
    beside = [(entry.lead, "B"), *_each([*entry.documents, *known], "B")]
    beside += [*_each([note, entry.publisher, entry.author], "C")]
    beside += _each([body], "D")
    return _normal(called, beside)


def known_of(entry: EditionEntry) -> list[EditionEntryDocument]:
    """Give the known ones of the documents it cites: not what it turned out not to cite."""
    cited = set(entry.documents)
    return [document for document in entry.known_documents.all() if document.name in cited]


def _each(texts: list[str], weight: str) -> list[Part]:
    return [(text, weight) for text in texts if text]


def _normal(called: list[Part], beside: list[Part]) -> Content:
    return Content(
        [(normalise(text), weight) for text, weight in called],
        [(normalise(text), weight) for text, weight in beside],
    )
