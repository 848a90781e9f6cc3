"""`make bench`: a page of the queue with 1,000 tasks there and with many, beside the stock list.

TASKS says how many are many. PLANS=true tells how PostgreSQL goes about what each page asks for.
"""

import os
import tempfile
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import django

from tests.benchmarks.measuring import tell, tell_all

if TYPE_CHECKING:
    from django.http import HttpRequest

FEW: Final = 1_000
MANY: Final = int(os.environ.get("TASKS", "100000"))
ROUNDS: Final = 30
WARM: Final = 5
MOST_SLOWER: Final = 1.5
MOST_OF_STOCK: Final = 3.0
"""The stock list counts no queues, has no form of filters, and shows neither who holds nor favour.
Between 1.6 and 2.6 on two busy cores, nearly all of it templates; 1.5 would be wished."""
WAYS: Final[dict[str, dict[str, str]]] = {
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
    "by words": {"words": "chi bộ 77"},
}
SHORT_AT_FIRST: Final = {"assigned to me", "of a publisher", "due soon", "by words"}
"""Not a page of them is among the first 1,000: a full page of that time is what they are held to,
since rows on a page cost more than rows in the queue."""
_GUARDED: Final = (
    *("articles_article", "articles_articletext", "articles_original", "review_extractedtask"),
    *("review_taskversion", "review_versionorganisation", "review_decision", "review_assignment"),
)
_FILL: Final = (
    """INSERT INTO articles_publisher (name, key, sort_key, website)
    SELECT 'Báo ' || n, 'báo ' || n, n, '' FROM generate_series(0, 9) n ON CONFLICT DO NOTHING""",
    """INSERT INTO articles_original (id, sha256, file, size, name, media_type, encoding,
        address, created_at)
    VALUES (1, repeat('0', 64), 'x', 1, 'x', 'text/plain', 'utf-8', '', now())
    ON CONFLICT DO NOTHING""",
    """INSERT INTO articles_article (id, title, published_on, author, publisher_id, source_url,
        corrected, original_id, content_sha256, text_id, state, taken_down_reason, created_at,
        sort_key)
    SELECT n, 'Hội nghị sơ kết số ' || n, date '2015-01-01' + (n * 7919 %% 4000)::int, '',
        (SELECT id FROM articles_publisher WHERE key = 'báo ' || n %% 10), '', '{}', 1,
        lpad(n::text, 64, '0'), n,
        'active', '', now(), n
    FROM generate_series(%(from)s / 10 + 1, %(to)s / 10) n""",
    """INSERT INTO articles_articletext (id, article_id, number, body, lead, headings, dropped,
        created_at)
    SELECT n, n, 1, 'Nhiệm vụ', '', '[]', '[]', now()
    FROM generate_series(%(from)s / 10 + 1, %(to)s / 10) n""",
    """INSERT INTO review_extractedtask (id, article_id, text_id, "start", "end", quote, heading,
        marker, rule, confidence, state, version_id, created_at)
    SELECT n, (n - 1) / 10 + 1, (n - 1) / 10 + 1, n %% 10 * 100, n %% 10 * 100 + 90,
        'Các chi bộ ' || n %% 1000 || ' rà soát, báo cáo.', 'Nhiệm vụ trọng tâm', '', 'duty',
        0.5 + (n * 31 %% 50) / 100.0,
        CASE WHEN n %% 20 < 8 THEN 'approved' WHEN n %% 20 < 9 THEN 'rejected'
            WHEN n %% 20 < 10 THEN 'with_lead' ELSE 'open' END, n, now()
    FROM generate_series(%(from)s + 1, %(to)s) n""",
    """INSERT INTO review_taskversion (id, task_id, number, wording, due, due_to, needed,
        written_at)
    SELECT n, n, 1, 'Các chi bộ ' || n %% 1000 || ' rà soát, báo cáo.', '',
        CASE WHEN n %% 3 = 0 THEN date '2020-01-01' + (n::bigint * 104729 %% 5000)::int END,
        2, now()
    FROM generate_series(%(from)s + 1, %(to)s) n""",
    """INSERT INTO review_versionorganisation (version_id, organisation_id, role, printed, position)
    SELECT n, 1, 'responsible', 'Ban Tổ chức', 0 FROM generate_series(%(from)s + 1, %(to)s) n""",
    """INSERT INTO review_organisation (id, name, sort_key) VALUES (1, 'Ban Tổ chức', 'a')
    ON CONFLICT DO NOTHING""",
    # Half of the tasks that wait have been looked at by one of twenty people.
    """INSERT INTO review_decision (version_id, person_id, verdict, reason, settles, made_at)
    SELECT n, %(people)s + n %% 20, 'approve', '', false, now()
    FROM generate_series(%(from)s + 1, %(to)s) n WHERE n %% 4 < 2""",
    """INSERT INTO review_assignment (task_id, person_id, assigned_by_id, assigned_at)
    SELECT n, %(people)s + n / 20 %% 20, %(people)s, now()
    FROM generate_series(%(from)s + 1, %(to)s) n WHERE n %% 20 = 15""",
    """SELECT review_queue_tasks(ARRAY(SELECT generate_series(%(from)s + 1, %(to)s)))""",
)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="duyet-bench-", ignore_cleanup_errors=True) as folder:
        os.environ.update(VAR_DIR=folder, DEMO="true", DJANGO_SETTINGS_MODULE="portal.settings")
        django.setup()
        run()
    tell_all()


def run() -> None:
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    call_command("migrate", verbosity=0)
    setup_test_environment()
    people = make_people()
    fill(0, FEW, people)
    works = {name: queue_page(people, asked) for name, asked in WAYS.items()}
    works["the stock list"] = stock_page(people)
    few = measured(works)
    fill(FEW, MANY, people)
    if os.environ.get("PLANS"):
        tell_plans(works)
    many = measured(works)
    for name, (median, worst) in many.items():
        print(
            f"{name}: {1000 * few[name][0]:.0f} ms with {FEW:,} tasks, {1000 * median:.0f} ms with"
            f" {MANY:,} (19 of 20 within {1000 * few[name][1]:.0f} and {1000 * worst:.0f})"
        )
    for name in WAYS:
        before = few["all tasks" if name in SHORT_AT_FIRST else name][0]
        tell(f"times as long with {MANY:,} tasks, {name}", many[name][0] / before, MOST_SLOWER)
    stock = many["the stock list"][0]
    tell("times the stock list of the same rows", many["all tasks"][0] / stock, MOST_OF_STOCK)


def make_people() -> int:
    """Make twenty reviewers with numbers in a row, and give the first one's."""
    from django.contrib.auth.models import Group

    from portal.people.models import User
    from portal.people.roles import REVIEWERS

    people = [User.objects.create(username=f"p{n}", is_staff=True) for n in range(20)]
    Group.objects.get(name=REVIEWERS).user_set.add(*people)
    return people[0].pk


def fill(before: int, number: int, people: int) -> None:
    """Have tasks up to this number, faster than the guards would let them in one by one."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        for table in _GUARDED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        with transaction.atomic():
            for statement in _FILL:
                cursor.execute(statement, {"from": before, "to": number, "people": people})
        for table in _GUARDED:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE")


def queue_page(people: int, asked: dict[str, str]) -> Callable[[], object]:
    from review.views.queue import show

    return lambda: show(request(people, asked)).render()  # type: ignore[attr-defined]


def stock_page(people: int) -> Callable[[], object]:
    """Give the change list of Django with the same columns and a few filters, as one has it."""
    from django.contrib.admin import AdminSite

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
    return lambda: stock.changelist_view(request(people, {})).render()  # type: ignore[attr-defined]


def request(people: int, asked: dict[str, str]) -> "HttpRequest":
    """Ask as the first of the people, whose rights are read anew as for each page."""
    from django.test import RequestFactory
    from django.urls import resolve, reverse

    from portal.people.models import User

    address = reverse("admin:review_extractedtask_changelist")
    made: HttpRequest = RequestFactory().get(address, asked)
    made.user = User.objects.get(pk=people)
    made.resolver_match = resolve(address)
    return made


def measured(works: dict[str, Callable[[], object]]) -> dict[str, tuple[float, float]]:
    """Seconds by the clock: the median, and within which 19 of 20 were. They run in turn."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(WARM + ROUNDS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if turn >= WARM:
                taken[name].append(time.perf_counter() - start)
    return {
        name: (sorted(times)[len(times) // 2], sorted(times)[len(times) * 19 // 20])
        for name, times in taken.items()
    }


def tell_plans(works: dict[str, Callable[[], object]]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for name, work in works.items():
        with CaptureQueriesContext(connection) as captured:
            work()
        slow = sorted(captured.captured_queries, key=lambda query: -float(query["time"]))
        print(f"== {name}: {len(slow)} queries")
        for query in slow[:2]:
            print(f"-- {query['time']} s: {query['sql'][:3000]}")
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {query['sql']}")
                print("\n".join(line for (line,) in cursor.fetchall()))


if __name__ == "__main__":
    main()
