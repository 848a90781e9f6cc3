import datetime as dt
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from django.views.defaults import bad_request, server_error
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from portal.actions import Pick, arrange_entries, withdraw_edition
from portal.models import CuratedList, Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    draft_list,
    next_edition,
    published_edition,
    submitted_list,
)

pytestmark = pytest.mark.django_db

Get = Callable[..., str]


def withdraw(edition: Edition, reason: str = "Dẫn sai nguồn.") -> None:
    withdraw_edition(ManagingEditorFactory(), edition, reason=reason)


def themed(name: str, slug: str, **said: object) -> Article:
    article: Article = ArticleFactory(**said)
    article.themes.add(ThemeFactory(name=name, slug=slug))
    return article


# -- What is shown, and what is not ---------------------------------------------------------------


def test_with_nothing_published_every_page_says_so(get: Get) -> None:
    draft_list(Pick(article=ArticleFactory(title="Chưa xuất bản")), title="Đang làm")
    submitted_list(title="Đã trình")

    with translation.override("en"):
        for address in ("/en/", "/en/danh-muc/", "/en/chu-de/"):
            page = get(address)
            assert "Nothing has been published yet." in page
            assert "Đang làm" not in page
            assert "Đã trình" not in page


def test_an_edition_shows_its_entries_notes_and_facts(get: Get) -> None:
    article = themed(
        "nêu gương",
        "neu-guong",
        title="Giữ lời thề",
        publisher=PublisherFactory(name="Báo Đông Khê"),
        published_on=dt.date(2021, 9, 20),
        source_url="https://baodongkhe.example/1",
    )
    task = approved_task(article, wording="Rà soát quy chế", taking_part=["Mặt trận huyện"])
    published_edition(
        Pick(article=article, note="Nên **đọc**."),
        Pick(task=task),
        title="Nêu gương",
        introduction="Lời *giới thiệu*.",
    )
    page = get("/danh-muc/neu-guong/")

    for words in (
        "Lời <em>giới thiệu</em>.",
        "Nên <strong>đọc</strong>.",
        "Báo Đông Khê",
        '<time datetime="2021-09-20">20/9/2021</time>',
        'href="https://baodongkhe.example/1" rel="noopener external"',
        'href="/chu-de/neu-guong/"',
        "Rà soát quy chế",
        "Ban Thường vụ Huyện ủy",
        "Mặt trận huyện",
        "quý IV/2021",
    ):
        assert words in page


def test_of_many_themes_a_list_shows_some_and_the_article_all(get: Get) -> None:
    article = ArticleFactory()
    article.themes.set([ThemeFactory(name=f"chủ đề {number}") for number in range(8)])
    edition = published_edition(Pick(article=article))

    page = get(f"/en/danh-muc/{edition.slug}/")
    assert [number for number in range(8) if f"chủ đề {number}" in page] == [*range(6)]
    address = f"/en/bai-viet/{article.pk}/"
    assert f'<a href="{address}#chu-de">2 more themes</a>' in page
    assert [number for number in range(8) if f"chủ đề {number}" in get(address)] == [*range(8)]


def test_pages_do_not_follow_what_happens_at_the_desk(get: Get) -> None:
    article = ArticleFactory(title="Tên lúc xuất bản")
    published_edition(Pick(article=article), title="Nêu gương")
    Article.objects.update(title="Tên sửa sau", state="taken_down", taken_down_reason="Lỗi.")
    CuratedList.objects.update(title="Danh mục sửa sau")

    for address in ("/", "/danh-muc/", "/danh-muc/neu-guong/", f"/bai-viet/{article.pk}/"):
        page = get(address)
        assert "sửa sau" not in page
    assert "Tên lúc xuất bản" in page


def test_a_list_shows_its_newest_edition_and_each_edition_keeps_its_address(get: Get) -> None:
    first = published_edition(Pick(article=ArticleFactory(title="Bài cũ")), title="Nêu gương")
    made = CuratedList.objects.get(pk=first.curated_list_id)
    newcomer = Pick(article=ArticleFactory(title="Bài mới"))
    next_edition(arrange_entries(ManagingEditorFactory(), made, [newcomer], expected=made.revision))
    newest, old = get("/danh-muc/neu-guong/"), get("/danh-muc/neu-guong/an-ban/1/")

    assert "Bài mới" in newest
    assert "Bài cũ" not in newest
    assert "/danh-muc/neu-guong/an-ban/1/" in newest
    assert "Bài cũ" in old
    assert 'class="notice"' in old
    assert 'class="notice"' not in newest


def test_a_withdrawn_edition_says_when_and_why_and_nothing_else(get: Get) -> None:
    edition = published_edition(Pick(article=ArticleFactory(title="Bài sai")), title="Nêu gương")
    withdraw(edition, "Dẫn sai <b>số</b>.")

    for address in ("/danh-muc/neu-guong/an-ban/1/", "/danh-muc/neu-guong/"):
        page = get(address, status=410)
        assert "Dẫn sai &lt;b&gt;số&lt;/b&gt;." in page
        assert "Bài sai" not in page
    assert "Nêu gương" not in get("/")
    assert "Nêu gương" not in get("/danh-muc/")


def test_where_the_newest_edition_is_withdrawn_the_one_before_speaks(get: Get) -> None:
    first = published_edition(title="Nêu gương")
    withdraw(next_edition(first.curated_list))

    assert "an-ban/1/" in get("/danh-muc/neu-guong/")
    assert 'href="/danh-muc/neu-guong/"' in get("/danh-muc/neu-guong/an-ban/2/", status=410)
    assert "Nêu gương" in get("/")


# -- Themes and articles ---------------------------------------------------------------------------


def test_a_theme_shows_each_article_once_as_the_newest_edition_has_it(get: Get) -> None:
    article = themed("nêu gương", "neu-guong", title="Giữ lời thề")
    published_edition(Pick(article=article, note="Lời cũ."), Pick(task=approved_task(article)))
    published_edition(Pick(article=article, note="Lời mới."))
    page = get("/chu-de/neu-guong/")

    assert page.count('class="entry article"') == 1
    assert page.count('class="entry task"') == 1
    assert "Lời mới." in page
    assert "Lời cũ." not in page


def test_a_theme_falls_back_where_an_edition_is_withdrawn(get: Get) -> None:
    article = themed("nêu gương", "neu-guong")
    published_edition(Pick(article=article, note="Lời cũ."))
    withdraw(published_edition(Pick(article=article, note="Lời mới.")))

    assert "Lời cũ." in get("/chu-de/neu-guong/")
    withdraw(Edition.objects.get(withdrawal=None))
    get("/chu-de/neu-guong/", status=404)
    assert "nêu gương" not in get("/chu-de/")


def test_themes_stand_in_vietnamese_order(get: Get) -> None:
    article = ArticleFactory()
    for name, slug in (("đạo đức", "dao-duc"), ("dân vận", "dan-van"), ("ăn ở", "an-o")):
        article.themes.add(ThemeFactory(name=name, slug=slug))
    published_edition(Pick(article=article))
    page = get("/chu-de/")

    assert page.index("ăn ở") < page.index("dân vận") < page.index("đạo đức")


def test_long_themes_go_on_below_the_last_entry(get: Get) -> None:
    theme = ThemeFactory(name="nêu gương", slug="neu-guong")
    articles = ArticleFactory.create_batch(25)
    for article in articles:
        article.themes.add(theme)
    published_edition(*(Pick(article=article) for article in articles))
    first = get("/chu-de/neu-guong/")
    older = re.search(r"\?before=\d+", first)

    assert older
    second = get(f"/chu-de/neu-guong/{older[0]}")
    assert [page.count('class="entry article"') for page in (first, second)] == [20, 5]
    for nonsense in ("x", "-1", "9" * 30, "1' OR 1=1"):
        get(f"/chu-de/neu-guong/?before={nonsense}", status=404)


def test_an_article_gathers_what_was_published_of_it(get: Get) -> None:
    article = themed(
        "nêu gương", "neu-guong", title="Giữ lời thề", source_url="https://a.example/1"
    )
    task = approved_task(article, wording="Rà soát quy chế")
    published_edition(Pick(article=article, note="Nên đọc."), title="Một")
    published_edition(Pick(task=task), title="Hai")
    page = get(f"/bai-viet/{article.pk}/")

    for words in ("Giữ lời thề", "Rà soát quy chế", "Nên đọc.", "/danh-muc/mot/an-ban/1/"):
        assert words in page
    assert 'href="https://a.example/1" rel="noopener external"' in page


def test_of_an_article_and_its_tasks_the_newest_standing_edition_speaks(get: Get) -> None:
    article = ArticleFactory(title="Giữ lời thề")
    task = approved_task(article, wording="Rà soát quy chế")
    published_edition(Pick(article=article), Pick(task=task, note="Lời cũ."))
    Article.objects.filter(pk=article.pk).update(title="Giữ lời thề dưới cờ")
    article.refresh_from_db()
    newest = published_edition(Pick(article=article), Pick(task=task, note="Lời mới."))

    page = get(f"/bai-viet/{article.pk}/")
    assert "Giữ lời thề dưới cờ" in page
    assert "Lời mới." in page
    assert "Lời cũ." not in page
    withdraw(newest)
    page = get(f"/bai-viet/{article.pk}/")
    assert "Giữ lời thề dưới cờ" not in page
    assert "Lời cũ." in page
    assert "Lời mới." not in page


def test_an_article_that_only_withdrawn_editions_have_is_gone(get: Get) -> None:
    article = ArticleFactory()
    get(f"/bai-viet/{article.pk}/", status=404)
    withdraw(published_edition(Pick(article=article)))

    assert "Dẫn sai nguồn." in get(f"/bai-viet/{article.pk}/", status=410)


@pytest.mark.parametrize(
    "address",
    [
        "/khong-co/",
        "/danh-muc/khong-co/",
        "/danh-muc/khong-co/an-ban/1/",
        f"/bai-viet/{'9' * 40}/",
        f"/danh-muc/a/an-ban/{'9' * 40}/",
        "/chu-de/%00/",
        "/chu-de/nêu gương/",
        "/en/khong-co/",
    ],
)
def test_what_is_not_there_is_said_in_our_own_style(get: Get, address: str) -> None:
    page = get(address, status=404)

    assert 'class="stamp">404' in page
    assert "portal/public.css" in page


@pytest.mark.parametrize(
    ("view", "status"), [(server_error, 500), (partial(bad_request, exception=Exception()), 400)]
)
def test_a_failure_is_said_in_our_own_style_without_the_request_or_the_database(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries, view: Any, status: int
) -> None:
    with django_assert_num_queries(0):
        response = view(rf.get("/"))

    assert response.status_code == status
    assert f'class="stamp">{status}' in response.content.decode()


def test_who_may_not_see_a_page_is_told_so_in_our_own_style(client: Client) -> None:
    client.force_login(EditorFactory())
    response = client.get("/admin/portal/curatedlist/add/")

    assert response.status_code == 403
    assert 'class="stamp">403' in response.content.decode()


# -- Hostile content -------------------------------------------------------------------------------


def test_hostile_titles_and_notes_stay_text(get: Get) -> None:
    script = "<script>alert(1)</script>"
    article = themed(
        script, "x", title=f"Bài {script}", author=script, source_url='https://a.b/"><i>'
    )
    published_edition(
        Pick(article=article, note=script),
        Pick(task=approved_task(article, wording=script, due=script)),
        title=f"Danh mục {script}",
        introduction=f"{script} [x](javascript:alert(1))",
    )
    for address in (
        "/",
        "/danh-muc/",
        "/danh-muc/danh-muc-scriptalert1script/",
        "/chu-de/",
        "/chu-de/x/",
        f"/bai-viet/{article.pk}/",
        "/an-ban.atom",
    ):
        page = get(address).replace("<script>alert(1)</script>".replace("<", "&lt;"), "")
        assert "<script" not in page
        assert "javascript:" not in re.sub(r"\[x\]\(javascript:alert\(1\)\)", "", page)
        assert '"><i>' not in page
