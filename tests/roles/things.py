"""One of each thing that a screen may be about, by the name that rows call it."""

from articles.actions.tokens import make_token
from articles.models import (
    CitationDecision,
    ImportItem,
    ImportJob,
    Rereading,
    ThemeOrder,
    WatchedSource,
)
from review.actions.decisions import decide
from review.actions.filters import save_filter
from tests.articles.alike import pair_alike
from tests.articles.citing import article_saying, citations_of
from tests.articles.factories import ThemeFactory
from tests.factories import EditorFactory, ReviewerFactory
from tests.portal.factories import draft_list, published_edition
from tests.review.factories import task_in_article, wording_now
from tests.roles.rows import Things


def make_things() -> Things:
    editor, reviewer = EditorFactory(), ReviewerFactory()
    task = task_in_article(responsible=("Ban Tổ chức Huyện ủy Đông Khê",))
    decision = decide(reviewer, task.pk, wording_now(task).pk, "unsure").version
    assert decision
    theme, into = ThemeFactory(), ThemeFactory()
    citation = citations_of(article_saying("Thực hiện Quy định số 08-QĐi/TW về nêu gương."))[0]
    assert citation.document
    job = ImportJob.objects.create(created_by=editor)
    item = ImportItem.objects.create(
        job=job, position=1, name="bai.txt", state="failed", problem="error"
    )
    token, secret = make_token(editor, "Website")
    edition = published_edition()
    return {
        "user": editor,
        "reviewer": reviewer,
        "filter": save_filter(reviewer, "Chờ tôi", {}, is_shared=False),
        "form": "csv",
        "shared": "no-link",
        "article": task.article,
        "pair": pair_alike()[2],
        "document": citation.document,
        "citation": citation,
        "citation_decision": CitationDecision.objects.create(
            article_id=citation.text.article_id,
            words_key=citation.words_key,
            number_key="",
            words=citation.quote,
            document=citation.document,
            means_it=True,
            decided_by=editor,
        ),
        "job": job,
        "item": item,
        "publisher": task.article.publisher,
        "rereading": Rereading.objects.create(created_by=editor),
        "theme": theme,
        "order": ThemeOrder.objects.create(theme=theme, into=into, articles=0, ordered_by=editor),
        "token": token,
        "secret": secret,
        "source": WatchedSource.objects.create(
            kind="feed", name="Báo", place="https://bao.example/rss", active=False
        ),
        "settings": 1,
        "organisation": task.version.bodies.get().organisation if task.version else None,
        "task": task,
        "decision": decision.decisions.get(),
        "list": draft_list(),
        "edition": edition,
        "slug": edition.slug,
        "number": edition.number,
    }
