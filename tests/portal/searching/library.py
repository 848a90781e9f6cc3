"""Articles from files, read and found as imports do it, and published."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from articles.actions.saving import save_article
from articles.finding import find
from articles.models import Article, Publisher
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import read
from portal.actions import Pick
from portal.models import Edition
from tests.articles.factories import OriginalFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import published_edition

ROOT = Path(__file__).resolve().parents[3]
_ONE_ARTICLE = {".txt", ".md", ".html", ".docx"}
_SAID_TWICE = "neu-guong-tu-viec-nho-nhat-crlf.txt"
SAMPLES = [
    file
    for file in sorted((ROOT / "seeds" / "articles").iterdir())
    if file.suffix in _ONE_ARTICLE and file.name != _SAID_TWICE
]


def learn_themes() -> None:
    rows = yaml.safe_load((ROOT / "seeds" / "themes.yaml").read_text(encoding="utf-8"))
    for row in rows:
        ThemeFactory(name=row["name"], spellings=row.get("spellings", []))


def imported(file: Path) -> Article:
    desk, original = desk_vocabulary(), OriginalFactory(data=file.read_bytes(), name=file.name)
    draft = read(file.read_bytes(), name=file.name)
    findings = find(draft.body, desk.vocabulary, headings=draft.headings)
    article = save_article(original, draft, findings, desk.themes, created_by_id=None)
    if article.publisher is None:
        article.publisher = PublisherFactory()
        article.save()
    return article


def published(articles: Iterable[Article], *, with_full_text: bool = True) -> Edition:
    Publisher.objects.update(full_text_allowed=with_full_text)
    return published_edition(
        *(Pick(article=Article.objects.get(pk=article.pk)) for article in articles)
    )
