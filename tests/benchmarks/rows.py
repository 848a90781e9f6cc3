"""Filling a desk with tasks, faster than the guards would let them in one by one.

What is made is what the desk would have made: each task quotes its text, what is approved has its
two people, and half of what waits has been looked at by one.
"""

from typing import Any, Final

from django.db import connection, transaction

HEADING: Final = "Nhiệm vụ trọng tâm"
TASK: Final = "Các chi bộ {} rà soát, báo cáo kết quả về Ban Tổ chức Huyện ủy trong tháng."
MENTION: Final = "công tác cán bộ"
BETWEEN: Final = (
    f"Theo báo cáo tại hội nghị, {MENTION} những tháng đầu năm có nhiều chuyển biến, song việc"
    " nhận xét, đánh giá ở một số nơi còn hình thức; Nghị quyết số 12-NQ/HU của Ban Chấp hành Đảng"
    " bộ huyện được quán triệt đến từng chi bộ, đảng viên."
)
CITED: Final = "Nghị quyết số 12-NQ/HU"
TASKS_OF_AN_ARTICLE: Final = 10
PEOPLE: Final = 20
DAYS: Final = 90
_LENGTH: Final = len(TASK.format("000"))
_STEP: Final = _LENGTH + len(BETWEEN) + 2
_FIRST: Final = len(HEADING) + 1
_NUMBERS: Final = {
    "heading": HEADING,
    "between": BETWEEN,
    "begin": TASK.split("{}")[0],
    "end": TASK.split("{}")[1],
    "first": _FIRST,
    "step": _STEP,
    "length": _LENGTH,
    "mention": MENTION,
    "mention_at": _FIRST + _LENGTH + 1 + BETWEEN.index(MENTION),
    "cited": CITED,
    "cited_at": _FIRST + _LENGTH + 1 + BETWEEN.index(CITED),
    "days": DAYS,
}

_GUARDED: Final = (
    *("articles_article", "articles_articletext", "articles_original", "articles_mention"),
    *("articles_citation", "articles_articletheme", "articles_theme", "review_extractedtask"),
    *("review_taskversion", "review_versionorganisation", "review_decision", "review_withdrawal"),
    *("review_assignment", "review_organisation"),
)
_ARTICLES: Final = "generate_series(%(from)s / 10 + 1, %(to)s / 10) n"
_TASKS: Final = "generate_series(%(from)s + 1, %(to)s) n"
_SAYS: Final = "%(begin)s || lpad((n %% 1000)::text, 3, '0') || %(end)s"
_FILL: Final = (
    f"""INSERT INTO articles_article (id, title, published_on, author, publisher_id, source_url,
        corrected, original_id, content_sha256, text_id, state, taken_down_reason, created_at,
        sort_key)
    SELECT n, 'Hội nghị sơ kết số ' || n, date '2015-01-01' + (n * 7919 %% 4000)::int, '',
        (SELECT id FROM articles_publisher WHERE key = 'báo ' || n %% 10), '', '{{}}', 1,
        lpad(n::text, 64, '0'), n,
        'active', '', now(), n
    FROM {_ARTICLES}""",
    f"""INSERT INTO articles_articletext (id, article_id, number, body, lead, headings, dropped,
        created_at)
    SELECT a, a, 1, %(heading)s || string_agg(
            E'\\n' || {_SAYS} || E'\\n' || %(between)s, '' ORDER BY n
        ), '', '[]', '[]', now()
    FROM generate_series(%(from)s / 10 + 1, %(to)s / 10) a,
        generate_series(a * 10 - 9, a * 10) n
    GROUP BY a""",
    f"""INSERT INTO articles_mention (text_id, theme_id, "start", "end", quote, rule, confidence)
    SELECT n, 1 + (n + place) %% 50, %(mention_at)s + place * %(step)s,
        %(mention_at)s + place * %(step)s + char_length(%(mention)s), %(mention)s, 'spelling', 1
    FROM {_ARTICLES}, generate_series(0, 8, 2) place""",
    f"""INSERT INTO articles_articletheme (tag_id, content_object_id, source)
    SELECT DISTINCT 1 + (n + place) %% 50, n, 'finder' FROM {_ARTICLES},
        generate_series(0, 8, 2) place""",
    f"""INSERT INTO articles_citation (text_id, number, series, figures, year, term, code, body,
        mark, doubtful, kind, issuer, "start", "end", quote, rule, confidence, words_key)
    SELECT n, '12-NQ/HU', '', '12', '', '', 'NQ', 'HU', '', false, 'Nghị quyết', '',
        %(cited_at)s + place * %(step)s,
        %(cited_at)s + place * %(step)s + char_length(%(cited)s), %(cited)s, 'number', 1, ''
    FROM {_ARTICLES}, generate_series(0, 9) place""",
    f"""INSERT INTO review_extractedtask (id, article_id, text_id, "start", "end", quote, heading,
        marker, rule, confidence, state, version_id, created_at)
    SELECT n, (n - 1) / 10 + 1, (n - 1) / 10 + 1,
        %(first)s + (n - 1) %% 10 * %(step)s, %(first)s + (n - 1) %% 10 * %(step)s + %(length)s,
        {_SAYS}, %(heading)s, '',
        (ARRAY['duty', 'order', 'plan', 'deadline', 'list item'])[1 + n %% 5],
        0.5 + (n * 31 %% 50) / 100.0,
        CASE WHEN n %% 20 < 8 THEN 'approved' WHEN n %% 20 < 9 THEN 'rejected'
            WHEN n %% 20 < 10 THEN 'with_lead' ELSE 'open' END, n,
        now() - make_interval(days => %(days)s + 20)
    FROM {_TASKS}""",
    f"""INSERT INTO review_taskversion (id, task_id, number, wording, due, due_to, needed,
        written_at)
    SELECT n, n, 1, {_SAYS}, '',
        CASE WHEN n %% 3 = 0 THEN date '2020-01-01' + (n::bigint * 104729 %% 5000)::int END,
        2, now() - make_interval(days => %(days)s + 20)
    FROM {_TASKS}""",
    f"""INSERT INTO review_versionorganisation (version_id, organisation_id, role, printed,
        position)
    SELECT n, 1, 'responsible', 'Ban Tổ chức Huyện ủy', 0 FROM {_TASKS}""",
    # Two behind what is approved; one against what is rejected; two who differ with the lead; and
    # half of what waits has been looked at by one.
    f"""INSERT INTO review_decision (version_id, person_id, verdict, reason, settles, made_at)
    SELECT n, %(people)s + (n / 20 + other) %% 20,
        CASE WHEN n %% 20 = 8 OR (n %% 20 = 9 AND other = 1) THEN 'reject' ELSE 'approve' END,
        CASE WHEN n %% 20 = 8 OR (n %% 20 = 9 AND other = 1) THEN 'Không phải nhiệm vụ' ELSE '' END,
        false, now() - n::bigint * 7919 %% (%(days)s * 86400) * interval '1 second'
    FROM {_TASKS}, generate_series(0, 1) other
    WHERE n %% 20 < 8 OR (n %% 20 = 8 AND other = 0) OR n %% 20 = 9
        OR (n %% 20 > 9 AND n %% 4 < 2 AND other = 0)""",
    # Of each hundred decisions of those that wait, some are taken back.
    f"""INSERT INTO review_withdrawal (decision_id, withdrawn_by_id, withdrawn_at)
    SELECT review_decision.id, person_id, made_at + interval '1 minute'
    FROM {_TASKS} JOIN review_decision ON version_id = n WHERE n %% 60 = 12""",
    f"""INSERT INTO review_assignment (task_id, person_id, assigned_by_id, assigned_at)
    SELECT n, %(people)s + n / 20 %% 20, %(people)s, now() FROM {_TASKS} WHERE n %% 20 = 15""",
    "SELECT review_queue_tasks(ARRAY(SELECT generate_series(%(from)s + 1, %(to)s)))",
    """UPDATE review_queuerow SET state_since = COALESCE((
        SELECT max(made_at) FROM review_decision WHERE version_id = review_queuerow.version_id
    ), state_since) WHERE task_id > %(from)s AND task_id <= %(to)s""",
)
_NUMBERED: Final = (
    *("articles_original", "articles_article", "articles_articletext", "articles_theme"),
    *("review_extractedtask", "review_taskversion", "review_organisation"),
)


def make_people() -> int:
    """Make twenty reviewers with numbers in a row, and a superuser after them; give the first."""
    from django.contrib.auth.models import Group

    from portal.people.models import User
    from portal.people.roles import REVIEWERS

    people = [User.objects.create(username=f"p{n}", is_staff=True) for n in range(PEOPLE)]
    Group.objects.get(name=REVIEWERS).user_set.add(*people)
    User.objects.create(username="keeper", is_staff=True, is_superuser=True)
    return people[0].pk


def make_what_few_share() -> None:
    """Make what there is little of, however many tasks there are."""
    from articles.models import Original, Publisher, Theme
    from review.models import Organisation

    Publisher.objects.bulk_create(
        Publisher(name=f"Báo {n}", key=f"báo {n}", sort_key=str(n)) for n in range(10)
    )
    Theme.objects.bulk_create(
        Theme(pk=n, slug=f"chu-de-{n}", name=f"Chủ đề {n}", key=f"chủ đề {n}", sort_key=str(n))
        for n in range(1, 51)
    )
    Original.objects.create(pk=1, sha256="0" * 64, file="x", size=1, media_type="text/plain")
    Organisation.objects.bulk_create([Organisation(pk=1, name="Ban Tổ chức Huyện ủy")])


def fill(before: int, number: int, people: int) -> None:
    """Have tasks up to this number."""
    values: dict[str, Any] = {"from": before, "to": number, "people": people, **_NUMBERS}
    with connection.cursor() as cursor:
        for table in _GUARDED:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        with transaction.atomic():
            for statement in _FILL:
                cursor.execute(statement, values)
            for table in _NUMBERED:
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
                )
        for table in _GUARDED:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("VACUUM ANALYZE")
