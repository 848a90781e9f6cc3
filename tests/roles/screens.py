"""Who is let in where: a row for every address of the site.

Letters: A anybody, E editor, R reviewer, L lead, M managing editor, S superuser. `docs/roles.md` is
made of these rows: `.venv/bin/python -m tests.roles` writes it.
"""

from review.models import ExtractedTask
from tests.review.screens import typed, verdict
from tests.roles.rows import DESK, EVERYBODY, NOBODY, Screen, stock


def chosen(task: ExtractedTask) -> str:
    """Say which task and wording, as the queue's boxes do."""
    return f"{task.pk}-{task.version_id}"


def reshaping(task: ExtractedTask) -> dict[str, int | None]:
    """Say all that splitting, merging and moving ask for."""
    return {
        "version": task.version_id,
        "at": task.start + 1,
        "other": task.pk,
        "other_version": task.version_id,
        "start": task.start,
        "end": task.end - 1,
    }


PUBLIC = [
    Screen("home", EVERYBODY, "front page"),
    Screen("lists", EVERYBODY, "published lists"),
    Screen("list", EVERYBODY, "newest edition of a list", at=("slug",)),
    Screen("edition", EVERYBODY, "an edition", at=("slug", "number")),
    Screen(
        "export",
        EVERYBODY,
        "an edition to take away",
        address="/danh-muc/khong/an-ban/1.csv",
    ),
    Screen(
        "compared",
        EVERYBODY,
        "what changed between two editions",
        address="/danh-muc/khong/an-ban/2/so-voi/1/",
    ),
    Screen("themes", EVERYBODY, "themes of what is published"),
    Screen(
        "theme", EVERYBODY, "what is published on a theme", at=("slug",), address="/chu-de/khong/"
    ),
    Screen("documents", EVERYBODY, "documents that were published"),
    Screen(
        "document",
        EVERYBODY,
        "who cites a document, and who carries it out",
        at=("slug",),
        address="/van-ban/khong/",
    ),
    Screen("article", EVERYBODY, "a published article", address="/bai-viet/0/"),
    Screen("search", EVERYBODY, "search what was published"),
    Screen("suggest", EVERYBODY, "proposals while one types", address="/tim-kiem/goi-y/"),
    Screen("about", EVERYBODY, "about the desk"),
    Screen("feed", EVERYBODY, "feed of editions", address="/an-ban.atom"),
    Screen("theme_feed", EVERYBODY, "feed of a theme", address="/chu-de/khong/moi.atom"),
    Screen("sitemap", EVERYBODY, "all public pages, for search engines"),
    Screen("sitemap_section", EVERYBODY, "a part of them", address="/sitemap-khong.xml"),
    Screen("shared_preview", EVERYBODY, "a list in the making, by its link", at=("shared",)),
    Screen(
        "shared_picture",
        EVERYBODY,
        "its picture, by the same link",
        address="/xem-truoc/khong/hinh/480.jpg",
    ),
    Screen(
        "picture",
        EVERYBODY,
        "the picture above an edition",
        address=f"/hinh/{'0' * 64}/480.jpg",
    ),
    Screen("robots", EVERYBODY, "robots.txt"),
    Screen("healthz", EVERYBODY, "does the database answer", address="/healthz"),
    Screen("readyz", EVERYBODY, "can pages be served", address="/readyz"),
    Screen("metrics", NOBODY, "figures, to whoever has METRICS_TOKEN", address="/metrics"),
]
API = [
    Screen("api_imports", NOBODY, "start an import (with an editor's token only)", method="POST"),
    Screen("api_import", NOBODY, "how an import goes (with its starter's token only)", at=("job",)),
    Screen("^api(?:/|$)", EVERYBODY, "nothing: an answer that says so", address="/api/"),
    Screen("api:page", EVERYBODY, "what is published, for other programmes: how to ask"),
    Screen("api:openapi", EVERYBODY, "the same as an OpenAPI document"),
    Screen("api:lists", EVERYBODY, "lists"),
    Screen("api:list", EVERYBODY, "a list with its newest edition", at=("slug",)),
    Screen("api:editions", EVERYBODY, "editions"),
    Screen("api:edition", EVERYBODY, "an edition", at=("slug", "number")),
    Screen("api:entries", EVERYBODY, "what stands in an edition", at=("slug", "number")),
    Screen("api:articles", EVERYBODY, "articles"),
    Screen("api:article", EVERYBODY, "an article", address="/api/v1/articles/0"),
    Screen("api:tasks", EVERYBODY, "tasks"),
    Screen("api:task", EVERYBODY, "a task", address="/api/v1/tasks/0"),
    Screen("api:themes", EVERYBODY, "themes"),
    Screen("api:theme", EVERYBODY, "a theme", address="/api/v1/themes/khong"),
    Screen("api:documents", EVERYBODY, "official documents"),
    Screen("api:document", EVERYBODY, "one of them", address="/api/v1/documents/khong"),
    Screen("api:search", EVERYBODY, "search"),
    Screen("api/v1/", EVERYBODY, "nothing: an answer that says so", address="/api/v1/khong"),
]
ACCOUNT = [
    Screen("admin:index", DESK, "what waits for one"),
    Screen("admin:everything", DESK, "search all that is at the desk"),
    Screen("admin:login", EVERYBODY, "sign in"),
    Screen("admin:logout", EVERYBODY, "sign out", method="POST"),
    Screen("admin:password_change", DESK, "change one's own password"),
    Screen("admin:password_change_done", DESK, "one's password was changed"),
    Screen("admin:jsi18n", DESK, "words of the admin's scripts"),
    Screen("admin:autocomplete", NOBODY, "choices of fields; no field here asks for them"),
    Screen(
        "admin:view_on_site",
        DESK,
        "to the public page of a thing; none has one",
        address="/admin/r/0/0/",
    ),
    Screen("admin:app_list", DESK, "part of the front page", address="/admin/articles/"),
    Screen("admin/(?P<url>.*)$", DESK, "no such page", address="/admin/khong-co/"),
    *stock("people_user", "people", see="S", at="user"),
    Screen("admin:auth_user_password_change", "S", "set somebody's password", at=("user",)),
]
ARTICLES = [
    *stock("articles_article", "articles", see=DESK, add=NOBODY, change="ES", delete=NOBODY),
    Screen("admin:articles_article_original", DESK, "the bytes that came in", at=("article",)),
    Screen("admin:articles_article_paragraphs", DESK, "line by line", at=("article",)),
    Screen(
        "admin:articles_article_paragraphs",
        "ES",
        "take a line out, put it back",
        at=("article",),
        method="POST",
        send=lambda things: {"text": things["article"].text_id, "take_out": 0},
    ),
    Screen("admin:articles_article_take_down", "EMS", "take an article down", at=("article",)),
    Screen("admin:articles_article_put_back", "EMS", "put it back", at=("article",), method="POST"),
    Screen("admin:articles_article_erase", "MS", "erase for good", at=("article",)),
    Screen("admin:articles_article_alike", DESK, "pairs that are alike"),
    Screen(
        "admin:articles_article_alike",
        "ES",
        "say whether a pair is one",
        method="POST",
        send=lambda things: {"pair": things["pair"].pk, "act": "keep_apart"},
    ),
    Screen("admin:articles_article_compare", DESK, "two articles side by side", at=("pair",)),
    Screen("admin:articles_article_split", "ES", "undo a merge", at=("article",), method="POST"),
    *stock(
        "articles_officialdocument",
        "official documents",
        see=DESK,
        add=NOBODY,
        change="ES",
        delete=NOBODY,
        at="document",
    ),
    Screen("admin:articles_officialdocument_doubtful", DESK, "doubtful joins"),
    Screen(
        "admin:articles_officialdocument_doubtful",
        "ES",
        "answer a doubtful join",
        method="POST",
        send=lambda things: {"document": things["document"].pk},
    ),
    Screen("admin:articles_officialdocument_merge", "ES", "merge documents", at=("document",)),
    Screen(
        "admin:articles_officialdocument_split",
        "ES",
        "undo a merge",
        at=("document",),
        method="POST",
    ),
    Screen(
        "admin:articles_officialdocument_take_out",
        "ES",
        "take citations out",
        at=("document",),
        method="POST",
        send=lambda things: {"citation": things["citation"].pk},
    ),
    Screen(
        "admin:articles_officialdocument_otherwise",
        "ES",
        "turn what was said of a citation",
        at=("citation_decision",),
        method="POST",
    ),
    *stock("articles_publisher", "publishers", see=DESK, add="ES", change="ES", delete=NOBODY),
    *stock("articles_theme", "themes", see=DESK, add="ES", change="ES", delete="S"),
    Screen("admin:articles_theme_merge", "ES", "merge themes", at=("theme",)),
    Screen("admin:articles_theme_split", "ES", "undo a merge", at=("theme",), method="POST"),
    Screen("admin:articles_theme_order", DESK, "how a large merge goes", at=("order",)),
]
IMPORTS = [
    *stock(
        "articles_importjob", "imports", see=DESK, add="ES", change=None, delete=NOBODY, at="job"
    ),
    Screen("admin:articles_importjob_cancel", "ES", "cancel an import", at=("job",)),
    Screen(
        "admin:articles_importjob_retry", "ES", "try again what failed", at=("job",), method="POST"
    ),
    Screen(
        "admin:articles_importjob_retry_item",
        "ES",
        "try one item again",
        at=("job", "item"),
        method="POST",
    ),
    *stock("articles_rereading", "re-readings", see=DESK, add="ES", change=None, delete=NOBODY),
    Screen(
        "admin:articles_rereading_cancel",
        "ES",
        "cancel a re-reading",
        at=("rereading",),
        method="POST",
    ),
    *stock(
        "articles_apitoken",
        "access tokens (one's own)",
        see="ES",
        add="ES",
        change=None,
        delete=NOBODY,
        at="token",
    ),
    Screen("admin:articles_apitoken_revoke", "ES", "revoke a token", at=("token",), method="POST"),
    *stock(
        "articles_watchedsource",
        "watched sources",
        see=DESK,
        add="ES",
        change="ES",
        delete=NOBODY,
        at="source",
    ),
    Screen(
        "admin:articles_watchedsource_look_now",
        "ES",
        "look into a source now",
        at=("source",),
        method="POST",
    ),
]
REVIEW = [
    Screen("admin:review_desksettings_changelist", DESK, "leads on to the one row"),
    *stock(
        "review_desksettings",
        "desk settings",
        see="S",
        add=NOBODY,
        delete=NOBODY,
        listed=False,
        at="settings",
    ),
    *stock(
        "review_organisation", "organisations", see=DESK, add="RLS", change="RLS", delete=NOBODY
    ),
    Screen("admin:review_organisation_tasks", DESK, "all tasks of a body", at=("organisation",)),
    Screen("admin:review_organisation_merge", "RLS", "merge bodies", at=("organisation",)),
    Screen(
        "admin:review_organisation_split",
        "RLS",
        "split a body off",
        at=("organisation",),
        method="POST",
    ),
    Screen(
        "admin:review_organisation_take_out",
        "RLS",
        "take spellings out of a body",
        at=("organisation",),
        method="POST",
    ),
    *stock(
        "review_extractedtask",
        "tasks",
        see=DESK,
        add=NOBODY,
        change=NOBODY,
        delete=NOBODY,
        at="task",
    ),
    Screen("admin:review_export", DESK, "tasks of the queue as a file", at=("form",)),
    Screen("admin:review_bring_in", "LS", "bring in tasks from a file"),
    Screen(
        "admin:review_comment",
        DESK,
        "comment on a task",
        at=("task",),
        method="POST",
        send=lambda _things: {"words": "Xem lại giúp."},
    ),
    Screen("admin:review_people", DESK, "names to mention"),
    Screen("admin:review_notices", DESK, "what one is told"),
    Screen("admin:review_notices_read", DESK, "mark it as read", method="POST"),
    Screen("admin:review_notices_mail", DESK, "choose what comes by mail", method="POST"),
    Screen("admin:review_disputes", "LS", "opinions that differ"),
    Screen(
        "admin:review_settle_dispute",
        "LS",
        "settle one",
        at=("task",),
        method="POST",
        send=lambda things: verdict(things["task"], "approve"),
    ),
    Screen("admin:review_undo", "RLS", "one's last decisions"),
    *(
        Screen(
            f"admin:review_{name}",
            "RLS",
            what,
            at=("task",),
            method="POST",
            send=lambda things: reshaping(things["task"]),
        )
        for name, what in (
            ("split", "split a task"),
            ("merge", "merge tasks"),
            ("move", "move a boundary of a task"),
        )
    ),
    Screen("admin:review_progress", DESK, "how it goes"),
    Screen("admin:review_next", "RLS", "take the next article", method="POST"),
    Screen("admin:review_coming", DESK, "what the next one will be"),
    Screen("admin:review_renew", "RLS", "keep an article", at=("article",), method="POST"),
    Screen("admin:review_let_go", "RLS", "let go of an article", at=("article",), method="POST"),
    Screen(
        "admin:review_assign",
        "LS",
        "assign the tasks of an article",
        at=("article",),
        method="POST",
        send=lambda things: {"assignee": f"person-{things['reviewer'].pk}"},
    ),
    Screen(
        "admin:review_bulk",
        "RLS",
        "decide on many tasks",
        method="POST",
        send=lambda things: {"act": "unsure", "chosen": chosen(things["task"])},
    ),
    Screen(
        "admin:review_bulk",
        "LS",
        "assign many tasks",
        method="POST",
        send=lambda things: {
            "act": "assign",
            "assignee": f"person-{things['reviewer'].pk}",
            "chosen": chosen(things["task"]),
        },
    ),
    Screen(
        "admin:review_filter_save",
        DESK,
        "save a filter",
        method="POST",
        send=lambda _things: {"name": "Của tôi"},
    ),
    Screen(
        "admin:review_filter_remove", DESK, "remove one's filter", at=("filter",), method="POST"
    ),
    Screen("admin:review_articles", DESK, "articles in review"),
    Screen("admin:review_article", DESK, "an article beside its tasks", at=("article",)),
    Screen(
        "admin:review_missed", "RLS", "add a task that was missed", at=("article",), method="POST"
    ),
    Screen("admin:review_sign_off", "RLS", "sign an article off", at=("article",), method="POST"),
    Screen(
        "admin:review_decide",
        "RLS",
        "decide on a wording",
        at=("task",),
        method="POST",
        send=lambda things: verdict(things["task"], "unsure"),
    ),
    Screen(
        "admin:review_settle",
        "LS",
        "settle what differs",
        at=("task",),
        method="POST",
        send=lambda things: verdict(things["task"], "approve"),
    ),
    Screen(
        "admin:review_rewrite",
        "RLS",
        "write another wording",
        at=("task",),
        method="POST",
        send=lambda things: typed(things["task"], wording="Cách viết khác."),
    ),
    Screen(
        "admin:review_place",
        "RLS",
        "give a task its place",
        at=("task",),
        method="POST",
        send=lambda things: {"text": things["task"].text_id, "words": things["task"].quote},
    ),
    Screen(
        "admin:review_retire",
        "RLS",
        "say that a task is gone",
        at=("task",),
        method="POST",
        send=lambda things: {"text": things["task"].text_id, "reason": "Không còn."},
    ),
    Screen(
        "admin:review_withdraw", "RLS", "take back one's decision", at=("decision",), method="POST"
    ),
]
PUBLISHING = [
    *stock(
        "portal_curatedlist",
        "curated lists",
        see=DESK,
        add="MS",
        change="MS",
        delete="MS",
        at="list",
    ),
    Screen("admin:portal_curatedlist_articles", "MS", "find articles for a list"),
    Screen("admin:portal_curatedlist_tasks", "MS", "find tasks for a list"),
    Screen(
        "admin:portal_curatedlist_introduction",
        "MS",
        "how an introduction would read",
        method="POST",
    ),
    Screen("admin:portal_curatedlist_pick", "MS", "search what a list can hold", at=("list",)),
    Screen(
        "admin:portal_curatedlist_pick",
        "MS",
        "add what was picked to a list",
        at=("list",),
        method="POST",
        send=lambda things: {"pick": f"article-{things['article'].pk}"},
    ),
    Screen("admin:portal_curatedlist_growing", DESK, "what is offered to a list", at=("list",)),
    Screen(
        "admin:portal_curatedlist_growing",
        "MS",
        "say what a list looks out for; take in or refuse what is offered",
        at=("list",),
        method="POST",
        send=lambda _things: {"stop": "1"},
    ),
    Screen("admin:portal_curatedlist_preview", DESK, "what would be published", at=("list",)),
    Screen(
        "admin:portal_curatedlist_picture",
        DESK,
        "the picture of a list in the making",
        address="/admin/portal/curatedlist/0/picture/480.jpg",
    ),
    Screen(
        "admin:portal_curatedlist_check_sources",
        "MS",
        "have the sources of a list asked for",
        at=("list",),
        method="POST",
    ),
    Screen("admin:portal_curatedlist_submit", "MS", "submit a list", at=("list",), method="POST"),
    Screen(
        "admin:portal_curatedlist_send_back", "MS", "send a list back", at=("list",), method="POST"
    ),
    Screen("admin:portal_curatedlist_publish", "MS", "publish a list", at=("list",), method="POST"),
    Screen(
        "admin:portal_curatedlist_set_time",
        "MS",
        "have a list published at a set time",
        at=("list",),
        method="POST",
        send=lambda _things: {"at": "2100-01-01T08:00"},
    ),
    Screen(
        "admin:portal_curatedlist_cancel_time",
        "MS",
        "call that off",
        at=("list",),
        method="POST",
    ),
    *stock(
        "portal_edition",
        "editions",
        see=DESK,
        add=NOBODY,
        change=NOBODY,
        delete=NOBODY,
        at="edition",
    ),
    Screen("admin:portal_edition_withdraw", "MS", "withdraw an edition", at=("edition",)),
    Screen(
        "admin:portal_edition_set_withdrawal",
        "MS",
        "have an edition withdrawn at a set time",
        at=("edition",),
    ),
    Screen(
        "admin:portal_edition_cancel_withdrawal",
        "MS",
        "call that off",
        at=("edition",),
        method="POST",
    ),
    Screen("admin:portal_edition_correct", "MS", "correct an edition", at=("edition",)),
]
SECTIONS = {
    "Public pages": PUBLIC,
    "API": API,
    "One's account, and people": ACCOUNT,
    "Articles, documents, themes": ARTICLES,
    "Imports": IMPORTS,
    "Review": REVIEW,
    "Publishing": PUBLISHING,
}
