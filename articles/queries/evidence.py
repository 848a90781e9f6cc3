"""What the desk knows of one article's text: where its themes stand, and what it cites."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.marking import Mark, Paragraph, marked_paragraphs
from articles.models import ArticleTheme, Citation, Mention, ThemeDecision

if TYPE_CHECKING:
    from articles.models import Article, Theme


@dataclass(slots=True)
class ThemeEvidence:
    """A theme of the article, who gave it, and the ids of its places in the text."""

    theme: Theme
    given_by_person: bool
    decision: ThemeDecision | None
    places: list[str] = field(default_factory=list)


@dataclass(slots=True)
class CitationEvidence:
    citation: Citation
    place: str


@dataclass(slots=True)
class Evidence:
    paragraphs: list[Paragraph]
    themes: list[ThemeEvidence]
    removed: list[ThemeDecision]
    citations: list[CitationEvidence]


def evidence_of(article: Article) -> Evidence:
    """Collect it in a fixed number of queries. Only themes that the article has are marked."""
    decisions = {
        decision.theme_id: decision
        for decision in article.theme_decisions.filter(theme__merged_into=None).select_related(
            "theme", "decided_by"
        )
    }
    rows = article.article_themes.select_related("tag").order_by("tag__sort_key")
    themes = {
        row.tag_id: ThemeEvidence(
            row.tag, row.source == ArticleTheme.Source.PERSON, decisions.get(row.tag_id)
        )
        for row in rows
    }
    marks = _mentions(article, themes)
    citations = _citations(article)
    marks += [_citation_mark(evidence) for evidence in citations]
    return Evidence(
        paragraphs=marked_paragraphs(article.text.body, marks, article.text.headings)
        if article.text
        else [],
        themes=list(themes.values()),
        removed=[d for d in decisions.values() if d.verdict == ThemeDecision.Verdict.REMOVED],
        citations=citations,
    )


def _mentions(article: Article, themes: dict[int, ThemeEvidence]) -> list[Mark]:
    marks = []
    for mention in Mention.objects.filter(text=article.text_id).order_by("start", "pk"):
        evidence = themes.get(mention.theme_id)
        if evidence is None:
            continue
        place = f"theme-{mention.theme_id}-{len(evidence.places) + 1}"
        evidence.places.append(place)
        theme = evidence.theme
        marks.append(Mark(mention.start, mention.end, "theme", theme.slug, place, theme.name))
    return marks


def _citations(article: Article) -> list[CitationEvidence]:
    rows = Citation.objects.filter(text=article.text_id).select_related("document")
    return [
        CitationEvidence(citation, f"citation-{number}")
        for number, citation in enumerate(rows.order_by("start", "pk"), start=1)
    ]


def _citation_mark(evidence: CitationEvidence) -> Mark:
    citation = evidence.citation
    title = str(citation.document or citation)
    return Mark(citation.start, citation.end, "citation", id=evidence.place, title=title)
