"""`make bench`: the desk's pages with 1,000 tasks and with many, beside the stock admin's.

TASKS says how many are many, ROUNDS how often each is asked for. PLANS=true tells how PostgreSQL
goes about what each page asks for. The stock pages are Django's own, of the same rows: they show
less, so what ours may cost beside them is more than once, and said.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from tests.benchmarks.asking import asked
from tests.benchmarks.desks import FEW, MANY, Desks, Times, Work, a_place, tell_plans
from tests.benchmarks.measuring import tell, tell_all
from tests.benchmarks.rows import PEOPLE, TASKS_OF_AN_ARTICLE

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST_SLOWER: Final = 1.5
MOST_OF_STOCK: Final = 2.0
"""Of the change list, which counts no queues, offers no filters by name or day, and says neither
who holds what nor how many are in favour; of a change form with the same ten tasks, which has no
text with marks, no notes, and no form to cut, move or decide."""
QUEUES: Final[dict[str, dict[str, str]]] = {
    "all tasks": {},
    "needs my decision": {"queue": "waiting"},
    "assigned to me": {"queue": "mine"},
    "second opinion": {"queue": "second"},
    "sent back": {"queue": "back"},
    "with the lead": {"queue": "lead"},
    "least certain": {"queue": "unsure"},
    "due soon": {"queue": "soon"},
    "due first": {"queue": "waiting", "order": "due"},
    "last published": {"queue": "waiting", "order": "published"},
    "oldest first": {"order": "old"},
    "of a publisher": {"queue": "waiting", "publisher": "Báo 3"},
    "by words of few": {"words": "chi bộ 077"},
    "by words of all": {"words": "chi bộ"},
}
SHORT_AT_FIRST: Final = {"assigned to me", "of a publisher", "due soon", "by words of few"}
"""Not a page of them is among the first 1,000: a full page of that time is what they are held to,
since rows on a page cost more than rows in the queue."""
FIGURES: Final = "how it goes"
SECONDS_AT_MOST: Final = 0.5
SECONDS_OF_A_MILLION: Final = 2.0
"""The figures of the desk are counted when they are asked for, so they take longer with more."""
SHOWN: Final = 50
"""The article that is shown: it is at both desks."""


def main() -> None:
    with a_place():
        run()
    tell_all()


def run() -> None:
    from django.test.utils import setup_test_environment

    desks = Desks()
    setup_test_environment()
    works = pages(desks.people)
    if os.environ.get("PLANS"):
        tell_plans(desks.many, works)
    times = desks.measured(works)
    for name, (few, many) in times.items():
        print(
            f"{name}: {_told(few)} with {FEW:,} tasks, {_told(many)} with {MANY:,};"
            f" {many.statements} statements"
        )
    for name, (few, many) in times.items():
        if name in {"the stock list", "the stock form"}:
            continue
        tell(f"more statements with many, {name}", many.statements - few.statements, 0)
        if name == FIGURES:
            tell(
                f"seconds of {name}", many.p95, SECONDS_AT_MOST + SECONDS_OF_A_MILLION * MANY / 1e6
            )
            continue
        full = times["all tasks"][0] if name in SHORT_AT_FIRST else few
        tell(f"times as long with {MANY:,} tasks, {name}", many.p95 / full.p95, MOST_SLOWER)
    for ours, stock in (("all tasks", "the stock list"), ("the review page", "the stock form")):
        ratio = times[ours][1].median / times[stock][1].median
        tell(f"times {stock} of the same rows, {ours}", ratio, MOST_OF_STOCK)


def _told(times: Times) -> str:
    return f"{1000 * times.median:.0f} ms (p95 {1000 * times.p95:.0f})"


def pages(people: int) -> dict[str, Work]:
    works = {name: _queue(people, said) for name, said in QUEUES.items()}
    return works | {
        "the stock list": _stock_list(people),
        "the review page": _review(people),
        "the stock form": _stock_form(people),
        "a card": _card(people),
        FIGURES: _how_it_goes(people),
    }


def _queue(people: int, said: dict[str, str]) -> Work:
    from django.urls import reverse

    from review.views.queue import show

    address = reverse("admin:review_extractedtask_changelist")
    return _page(lambda: show(asked(address, people, said)))


def _review(people: int) -> Work:
    from django.urls import reverse

    from review.views.page import show

    address = reverse("admin:review_article", args=[SHOWN])
    return _page(lambda: show(asked(address, people), SHOWN))


def _card(people: int) -> Work:
    """Answer as after each decision."""
    from django.urls import reverse

    from review.views.page import show

    address = reverse("admin:review_article", args=[SHOWN])
    said = {"task": str(SHOWN * TASKS_OF_AN_ARTICLE)}
    return lambda: show(asked(address, people, said, {"HX-Request": "true"}), SHOWN)


def _how_it_goes(people: int) -> Work:
    from django.urls import reverse

    from review.views.progress import show

    return _page(lambda: show(asked(reverse("admin:review_progress"), people)))


def _page(show: Callable[[], Any]) -> Work:
    return lambda: show().render()


# -- What Django gives by itself -------------------------------------------------------------------


def _stock_list(people: int) -> Work:
    """Give the change list with the same columns and a few filters, as one has it."""
    from django.contrib.admin import AdminSite
    from django.urls import reverse

    from articles.admin.generic import AnyAdmin
    from review.models import ExtractedTask

    class Stock(AnyAdmin):
        list_display = ["quote", "article", "publisher", "bodies", "due", "state", "version"]
        list_filter = ["state", "article__publisher"]
        list_select_related = ["article__publisher", "version"]
        search_fields = ["quote", "article__title"]
        list_per_page = 50

        def publisher(self, task: ExtractedTask) -> str:
            return str(task.article.publisher)

        def due(self, task: ExtractedTask) -> object:
            return task.version and task.version.due_to

        def bodies(self, task: ExtractedTask) -> str:
            named = task.version.bodies.all() if task.version else []
            return "; ".join(body.printed for body in named)

        def get_queryset(self, request: "HttpRequest") -> Any:
            return super().get_queryset(request).prefetch_related("version__bodies")

    stock = Stock(ExtractedTask, AdminSite())
    address = reverse("admin:review_extractedtask_changelist")
    return _page(lambda: stock.changelist_view(asked(address, people)))


def _stock_form(people: int) -> Work:
    """Give the change form of the article with a row for each of its tasks."""
    from django.contrib.admin import AdminSite, TabularInline
    from django.urls import reverse

    from articles.admin.generic import AnyAdmin
    from articles.models import Article
    from review.models import ExtractedTask

    class Tasks(TabularInline):  # type: ignore[type-arg]
        model = ExtractedTask
        fields = ["quote", "heading", "marker", "rule", "confidence", "state", "start", "end"]
        extra = 0

    class Stock(AnyAdmin):
        inlines = [Tasks]
        raw_id_fields = ["original", "text", "merged_into", "created_by", "publisher"]

    stock = Stock(Article, AdminSite())
    address = reverse("admin:articles_article_change", args=[SHOWN])
    return _page(lambda: stock.change_view(asked(address, people + PEOPLE), str(SHOWN)))


if __name__ == "__main__":
    main()
