"""Articles that cite what a test wants cited."""

from datetime import date

from articles.actions.documents import renew_citations
from articles.finding import find_citations
from articles.models import Article, Citation
from articles.vietnamese import normalise
from tests.articles.factories import ArticleFactory


def article_saying(body: str, *, published_on: date | None = None) -> Article:
    """Make an article with this text, and save what it cites as an import does."""
    article: Article = ArticleFactory(body=normalise(body), published_on=published_on)
    find_again(article)
    return article


def find_again(article: Article) -> None:
    assert article.text is not None
    renew_citations(article.text, find_citations(article.text.body))


def citations_of(article: Article) -> list[Citation]:
    rows = Citation.objects.filter(text=article.text_id).select_related("document", "named")
    return list(rows.order_by("start"))
