"""Which official document a citation means, where that is sure.

Mentions of one document in one article say together which one it is. One that is still open stays
without a document, and an editor is asked. What editors said goes before everything else.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from articles.actions.doubts import Cell, doubt_again
from articles.finding.identity import Identity, identity_of, union
from articles.finding.issuers import NAMES, PARTY, one_body
from articles.finding.results import Citation as Found
from articles.models import Article, ArticleText, Citation, CitationDecision, OfficialDocument

_ALL_SAID: Final = (
    "named_id", "kind", "number", "issuer", "issued_on", "start", "end", "rule", "confidence",
    "words_key",
)  # fmt: skip


def save_citations(text: ArticleText, found: Sequence[Found]) -> None:
    """Save what a text cites that is new."""
    citations = citations_of(text, found)
    made = name_documents(citations, text.article)
    Citation.objects.bulk_create(citations)
    _ask_again(text, citations, made)


def renew_citations(text: ArticleText, found: Sequence[Found]) -> None:
    """Put these in the place of what the text cites; where all is the same, nothing is written."""
    citations = citations_of(text, found)
    made = name_documents(citations, text.article)
    if set(map(_all_said, citations)) != set(map(_all_said, text.citations.all())):
        text.citations.all().delete()
        Citation.objects.bulk_create(citations)
    _ask_again(text, citations, made)


def _ask_again(text: ArticleText, citations: Sequence[Citation], made: set[Cell]) -> None:
    is_open = any(citation.named is None and citation.figures for citation in citations)
    asks = is_open or text.number > 1  # what was open in an earlier text is no longer asked
    doubt_again(made, article_id=text.article_id if asks else None)


def name_again(article_id: int) -> None:
    """Let the citations of an article's present text mean what they mean by now."""
    article = Article.objects.get(pk=article_id)
    citations = list(
        Citation.objects.filter(text__current_of=article_id).select_related("named").order_by("pk")
    )
    before = {citation.pk: citation.named_id for citation in citations}
    made = name_documents(citations, article)
    for citation in citations:
        if citation.named_id != before[citation.pk]:
            Citation.objects.filter(pk=citation.pk).update(named=citation.named)
    doubt_again(made, article_id=article_id)


def citations_of(text: ArticleText, found: Sequence[Found]) -> list[Citation]:
    """Give the rows of what was found in a text, unsaved."""
    citations = []
    for each in found:
        identity = identity_of(each)
        citation = Citation(
            text=text,
            kind=each.kind[:60],
            number=each.number[:100],
            issuer=(each.issuer or "")[:200],
            start=each.start,
            end=each.end,
            quote=text.body[each.start : each.end],
            rule=each.rule,
            confidence=each.confidence,
            words_key=identity.words_key,
        )
        citation.identity = identity
        citations.append(citation)
    return citations


def name_documents(citations: Sequence[Citation], article: Article) -> set[Cell]:
    """Set the document of each citation of an article, or None where it is not sure.

    Makes the documents that were not known, and gives their kinds and numbers.
    """
    if not citations:
        return set()
    said = _Said(citations, article)
    meant = _completed([citation.identity for citation in citations])
    keys = [_key(identity, article) for identity in meant]
    wanted: dict[str, OfficialDocument] = {}
    for key, identity in zip(keys, meant, strict=True):
        if identity and key and key not in wanted:
            wanted[key] = _document(key, identity, citations)
    known, made = _known(wanted)
    for citation, key in zip(citations, keys, strict=True):
        by_words = known[key] if key else None
        named = said.document_of(citation) or by_words or said.document_of_others(citation)
        citation.named = None if named is None or said.refuses(citation, named) else named
        citation.document = citation.named and citation.named.final
    return made


def _key(identity: Identity | None, article: Article) -> str:
    """Give the key of the document that is meant, as this article says it; empty if not sure."""
    if identity is None or not identity.is_sure:
        return ""
    return identity.key_in(identity.period_of(article.published_on))


class _Said:
    """What editors said of the citations of an article."""

    def __init__(self, citations: Sequence[Citation], article: Article) -> None:
        rows = CitationDecision.objects.filter(article=article).select_related("document__same_as")
        self._by_words: dict[str, list[CitationDecision]] = {}
        by_number: dict[str, list[CitationDecision]] = {}
        for row in rows:
            self._by_words.setdefault(row.words_key, []).append(row)
            by_number.setdefault(row.number_key, []).append(row)
        spoken_of = {citation.words_key for citation in citations}
        for number, decisions in by_number.items():
            self._carry_over(number, decisions, citations, spoken_of)
        self._together = self._of_groups(citations)

    def document_of(self, citation: Citation) -> OfficialDocument | None:
        return self._means(citation.words_key)

    def document_of_others(self, citation: Citation) -> OfficialDocument | None:
        """Give the document of other words with this number that nothing sets apart from these."""
        return self._together.get((citation.series, citation.figures))

    def refuses(self, citation: Citation, document: OfficialDocument) -> bool:
        return any(
            not decision.means_it and document.final == decision.document.final
            for decision in self._by_words.get(citation.words_key, ())
        )

    def _carry_over(
        self,
        number: str,
        decisions: list[CitationDecision],
        citations: Sequence[Citation],
        spoken_of: set[str],
    ) -> None:
        """Know words again by their number alone, where finding reads more or less than it did."""
        now = {c.words_key for c in citations if c.identity.number_key == number}
        before = {decision.words_key for decision in decisions}
        if len(now) == len(before) == 1 and not before & spoken_of:
            self._by_words[now.pop()] = decisions

    def _means(self, words_key: str) -> OfficialDocument | None:
        decisions = self._by_words.get(words_key, ())
        return next((decision.document for decision in decisions if decision.means_it), None)

    def _of_groups(self, citations: Sequence[Citation]) -> dict[Cell, OfficialDocument]:
        """Give the document of words that nothing sets apart from those somebody spoke of."""
        groups: dict[Cell, list[Citation]] = {}
        for citation in citations:
            groups.setdefault((citation.series, citation.figures), []).append(citation)
        together = {}
        for cell, group in groups.items():
            said = {self._means(citation.words_key) for citation in group} - {None}
            if len(said) == 1 and union(citation.identity for citation in group):
                together[cell] = said.pop()
        return {cell: document for cell, document in together.items() if document}


def _completed(identities: Sequence[Identity]) -> list[Identity | None]:
    """Let mentions of one kind and number say together which document they mean."""
    groups: dict[Cell, set[Identity]] = {}
    for identity in identities:
        groups.setdefault((identity.series, identity.figures), set()).add(identity)
    together = {cell: union(group) for cell, group in groups.items()}
    return [
        together[identity.series, identity.figures]
        or _completed_from(identity, groups[identity.series, identity.figures])
        for identity in identities
    ]


def _completed_from(identity: Identity, group: Iterable[Identity]) -> Identity | None:
    """Complete what a mention leaves open from those that do not contradict it."""
    if not identity.figures or (identity.is_sure and identity.day):
        return identity
    same = {other for other in group if other.is_sure and identity.allows(other)}
    dated = {other.key for other in same if other.day}
    keys = dated or {other.key for other in same}
    if len(keys) == 1:
        return next(other for other in same if other.key in keys)
    return identity


def _document(key: str, identity: Identity, citations: Sequence[Citation]) -> OfficialDocument:
    """Describe a document by the mention that says most of it."""
    alike = [
        citation
        for citation in citations
        if citation.identity.figures and union([citation.identity, identity]) == identity
    ]
    fullest = max(alike, key=lambda citation: len(citation.number))
    document = OfficialDocument(
        key=key,
        kind=fullest.kind,
        number=fullest.number,
        issuer=_issuer(identity, alike) or fullest.issuer,
    )
    document.identity = identity
    return document


def _issuer(identity: Identity, alike: Sequence[Citation]) -> str:
    """Name the issuer: as it is known, or as it is printed in the fullest way."""
    if identity.body in NAMES and identity.body != PARTY:
        return NAMES[identity.body]
    printed = [c.issuer for c in alike if one_body(c.issuer) == identity.body]
    return max(printed, key=len, default="")


def _known(wanted: dict[str, OfficialDocument]) -> tuple[dict[str, OfficialDocument], set[Cell]]:
    """Give the documents with these keys, and the kinds and numbers of those just made."""
    if not wanted:
        return {}, set()
    rows = OfficialDocument.objects.select_related("same_as")
    found = rows.in_bulk(list(wanted), field_name="key")
    missing = [wanted[key] for key in sorted(wanted.keys() - found.keys())]
    if missing:
        # Another worker may be making the same one.
        OfficialDocument.objects.bulk_create(missing, ignore_conflicts=True)
        found = rows.in_bulk(list(wanted), field_name="key")
    for key, document in found.items():
        if document.issued_on is None and wanted[key].issued_on:  # its year was enough so far
            document.issued_on = wanted[key].issued_on
            document.save(update_fields=["issued_on"])
    return found, {(document.series, document.figures) for document in missing}


def _all_said(citation: Citation) -> tuple[object, ...]:
    return tuple(getattr(citation, field) for field in _ALL_SAID)
