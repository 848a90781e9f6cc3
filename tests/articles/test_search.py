"""Articles are found by words of their title and text, with or without marks."""

import pytest

from articles.models import Article
from articles.queries.articles import search
from tests.articles.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _articles() -> None:
    ArticleFactory(
        title="Nêu gương ở Đông Khê",
        body="Thực hiện Nghị quyết số 09-NQ/TU, Kế hoạch 24/KH-HU và Quy định 100 - QĐ/TW.",
    )
    ArticleFactory(title="Đại hội chi bộ Nậm Ròn", body="Cấp ủy khóa mới hứa giữ lời.")


def found(words: str) -> list[str]:
    return sorted(article.title.split()[0] for article in search(Article.objects.all(), words))


@pytest.mark.parametrize(
    "words",
    [
        "nêu gương",
        "NEU GUONG",
        "neu guong dong khe",
        "nghị quyết",
        "đông khê nghị quyết",  # one word in the title, the other in the text
        "nghi quy",  # the last word is not typed to its end
        "09-NQ/TU",
        "09-nq/t",
        "nghi quyet so 09-NQ/TU,",
        "24/KH-HU",
        "24/KH",
        "100-QĐ/TW",
        "“nêu gương”",
    ],
)
def test_words_find_the_article_that_has_them_all(words: str) -> None:
    assert found(words) == ["Nêu"]


@pytest.mark.parametrize("words", ["nêu nậm", "10-NQ/TU", "09-NQ/TW", "guo neu", "…", "x" * 5000])
def test_other_words_find_nothing(words: str) -> None:
    assert found(words) == []


def test_no_words_find_everything() -> None:
    assert found("  ") == ["Nêu", "Đại"]


@pytest.mark.parametrize("words", ["'", "a & b | !c", "\\", "<->", ":*", "\x00", "a" * 300 + "!"])
def test_no_sign_breaks_the_search(words: str) -> None:
    found(words)


def test_only_the_current_text_is_searched() -> None:
    article = Article.objects.get(title__startswith="Nêu")
    article.text = article.texts.create(number=2, body="Bản khác")
    article.save()

    assert found("09-NQ/TU") == []
    assert found("bản khác") == ["Nêu"]
