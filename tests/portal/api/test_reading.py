"""What the API says, as it stands in the editions."""

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Publisher
from portal.actions import Pick, withdraw_edition
from portal.actions.correcting import correct_edition
from portal.models import Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.api.conftest import Ask
from tests.portal.factories import approved_task, draft_list, next_edition, published_edition

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


def test_a_list_says_its_newest_edition(ask: Ask, edition: Edition) -> None:
    newest = next_edition(edition.curated_list)

    [said] = ask("/lists")["items"]

    assert (said["slug"], said["title"]) == ("neu-guong", "Nêu gương")
    assert said["edition"]["number"] == newest.number == 2
    assert said["edition"]["id"] == newest.uuid.urn
    assert said["page"] == f"{HOST}/danh-muc/neu-guong/"
    assert ask("/lists/neu-guong") == said


def test_every_edition_is_there(ask: Ask, edition: Edition) -> None:
    next_edition(edition.curated_list)
    published_edition(title="Khác")

    both = ask("/editions", list="neu-guong")["items"]

    assert [said["number"] for said in both] == [2, 1]
    assert len(ask("/editions")["items"]) == 3
    assert ask("/lists/neu-guong/editions/1") == both[1]


def test_an_edition_says_date_address_and_terms(
    ask: Ask, edition: Edition, settings: LazySettings
) -> None:
    settings.TERMS = "CC BY 4.0"
    said = ask("/lists/neu-guong/editions/1")

    published = timezone.localtime(edition.published_at).isoformat(timespec="seconds")
    assert said["published_at"] == published
    assert said["page"] == f"{HOST}/danh-muc/neu-guong/an-ban/1/"
    assert said["terms"] == "CC BY 4.0"
    assert said["exports"]["csv"] == f"{HOST}/danh-muc/neu-guong/an-ban/1.csv"
    assert ask("/lists/neu-guong/editions/1/entries")["terms"] == "CC BY 4.0"


def test_what_stands_in_an_edition(ask: Ask, edition: Edition) -> None:
    article, task = ask("/lists/neu-guong/editions/1/entries")["items"]

    assert (article["kind"], article["task"], article["note"]) == (
        "article",
        None,
        "Nên **đọc**.",
    )
    number = article["article"]["number"]
    assert article["article"] == {
        "number": number,
        "title": "Giữ nếp nêu gương",
        "publisher": "Báo Ví dụ",
        "author": "Thu Thảo",
        "published_on": "2021-10-02",
        "source": "https://bao.example/1",
        "self": f"{HOST}/api/v1/articles/{number}",
        "page": f"{HOST}/bai-viet/{number}/",
    }
    assert article["themes"] == [{"slug": "neu-guong", "name": "nêu gương"}]
    assert task["task"]["wording"] == "Rà soát quy chế"
    assert task["task"]["responsible"] == ["Huyện ủy"]
    assert task["page"] == f"{HOST}/danh-muc/neu-guong/an-ban/1/#muc-2"
    [only] = ask("/lists/neu-guong/editions/1/entries", kind="task")["items"]
    assert only == task


def test_the_newest_standing_edition_speaks(ask: Ask, edition: Edition) -> None:
    newer = next_edition(edition.curated_list)
    [said] = ask("/articles")["items"]
    assert said["edition"]["number"] == 2

    withdraw_edition(ManagingEditorFactory(), newer, reason="Dẫn sai.")

    [said] = ask("/articles")["items"]
    [task] = ask("/tasks")["items"]
    assert said["edition"]["number"] == task["edition"]["number"] == 1
    assert ask(f"/articles/{said['number']}") == said | {"text": None}
    assert ask(f"/tasks/{task['task']}") == task


def test_what_was_withdrawn_says_why(ask: Ask, edition: Edition) -> None:
    article, task = (ask(f"/{kind}")["items"][0] for kind in ("articles", "tasks"))
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai nguồn.")

    for path in (
        "/lists/neu-guong",
        "/lists/neu-guong/editions/1",
        "/lists/neu-guong/editions/1/entries",
        f"/articles/{article['number']}",
        f"/tasks/{task['task']}",
    ):
        said = ask(path, status=410)
        assert said["type"] == f"{HOST}/api/v1/#withdrawn"
        assert said["reason"] == "Dẫn sai nguồn."
        assert said["page"] == f"{HOST}/danh-muc/neu-guong/an-ban/1/"
    for path in ("/lists", "/editions", "/articles", "/tasks", "/themes"):
        assert ask(path)["items"] == []
    ask("/themes/neu-guong", status=404)


def test_what_is_not_published_is_not_there(ask: Ask) -> None:
    article = ArticleFactory()
    task = approved_task(article)
    made = draft_list(Pick(article=article), Pick(task=task))

    for path in ("/lists", "/editions", "/articles", "/tasks", "/themes"):
        assert ask(path)["items"] == []
    for path in (f"/lists/{made.slug}", f"/articles/{article.pk}", f"/tasks/{task.pk}"):
        ask(path, status=404)


def test_a_theme_leads_to_what_is_published_on_it(ask: Ask, edition: Edition) -> None:
    published_edition(Pick(article=ArticleFactory()))

    [said] = ask("/themes")["items"]

    assert said == ask("/themes/neu-guong")
    assert said["articles"] == f"{HOST}/api/v1/articles?theme=neu-guong"
    assert len(ask("/articles")["items"]) == 2
    assert [a["title"] for a in ask("/articles", theme="neu-guong")["items"]] == [
        "Giữ nếp nêu gương"
    ]
    assert len(ask("/tasks", theme="neu-guong")["items"]) == 1
    assert ask("/tasks", theme="khac")["items"] == []
    assert [e["list"] for e in ask("/editions", theme="neu-guong")["items"]] == ["neu-guong"]


def test_a_document_leads_to_who_cites_it(ask: Ask, edition: Edition) -> None:
    published_edition(Pick(article=ArticleFactory()))

    [said] = ask("/documents")["items"]

    assert said == ask(f"/documents/{said['slug']}")
    assert (said["name"], said["issuer"]) == ("Chỉ thị 05-CT/TW", "Bộ Chính trị")
    assert (said["title"], said["issued_on"]) == ("Về học tập", "2016-05-15")
    assert said["page"] == f"{HOST}/van-ban/{said['slug']}/"
    [article] = ask("/articles", document=said["slug"])["items"]
    [named] = article["known_documents"]
    assert named == {name: said[name] for name in ("slug", "name", "self", "page")}
    assert ask("/tasks", document=said["slug"])["items"] == []
    assert ask("/articles", document="khac")["items"] == []


def test_corrections_stand_beside_what_they_correct(ask: Ask, edition: Edition) -> None:
    correct_edition(
        ManagingEditorFactory(),
        edition,
        entry=edition.entries.get(position=1),
        field="author",
        expected="Thu Thảo",
        says="Thu Hà",
        reason="Sai tên tác giả.",
    )

    [said] = ask("/lists/neu-guong/editions/1")["corrections"]
    first, second = ask("/lists/neu-guong/editions/1/entries")["items"]

    assert (said["position"], said["field"]) == (1, "author")
    assert (said["said"], said["says"]) == ("Thu Thảo", "Thu Hà")
    assert said["reason"] == "Sai tên tác giả."
    assert (first["corrections"], second["corrections"]) == ([said], [])
    assert ask("/articles")["items"][0]["corrections"] == [said]
    assert first["article"]["author"] == "Thu Thảo"


def test_the_whole_text_is_given_while_its_publisher_allows_it(ask: Ask) -> None:
    publisher = PublisherFactory(full_text_allowed=True)
    article = ArticleFactory(body="Đoạn một.\nĐoạn hai.", publisher=publisher)
    published_edition(Pick(article=article))

    assert ask(f"/articles/{article.pk}")["text"] == "Đoạn một.\nĐoạn hai."
    Publisher.objects.update(full_text_allowed=False)
    assert ask(f"/articles/{article.pk}")["text"] is None


def test_search_finds_articles_and_tasks(ask: Ask, edition: Edition) -> None:
    published_edition(Pick(article=ArticleFactory(title="Chuyện khác")))
    [article], [task] = ask("/articles", theme="neu-guong")["items"], ask("/tasks")["items"]

    said = ask("/search", q="neu guong", kind="article")
    assert said["number"] == 1
    assert said["items"] == [{"kind": "article", "article": article, "task": None}]
    [found] = ask("/search", q="rà soát")["items"]
    assert found == {"kind": "task", "article": None, "task": task}
    assert ask("/search", q="nêu gương", theme="khac")["items"] == []
    assert ask("/search", q="nêu gương", year=1999)["number"] == 0
    assert ask("/search", q="!")["next"] is None


def test_search_has_pages(ask: Ask, client: Client) -> None:
    published_edition(*(Pick(ArticleFactory(title=f"Nêu gương {n}")) for n in range(25)))
    first = ask("/search", q="nêu gương")
    second = client.get(first["next"]).json()
    both = [hit["article"]["number"] for hit in (*first["items"], *second["items"])]
    assert (len(first["items"]), len(set(both)), second["next"]) == (20, 25, None)


def test_articles_of_a_publisher_and_of_some_days(ask: Ask, edition: Edition) -> None:
    published_edition(
        Pick(article=ArticleFactory(publisher=PublisherFactory(name="Báo khác"))), title="Khác"
    )

    def titles(**query: str) -> list[str]:
        return [said["title"] for said in ask("/articles", **query)["items"]]

    assert titles(publisher="Báo Ví dụ") == ["Giữ nếp nêu gương"]
    assert titles(**{"from": "2021-10-02", "to": "2021-10-02"}) == ["Giữ nếp nêu gương"]
    assert titles(to="2021-10-01") == []
    today = timezone.localdate(edition.published_at).isoformat()
    assert len(ask("/editions", **{"from": today, "to": today})["items"]) == 2
    assert ask("/editions", to="2021-10-01")["items"] == []


def test_english_words_stand_at_an_address_of_their_own(client: Client, edition: Edition) -> None:
    vietnamese, english = (client.get(f"{at}/api/v1/lists").json() for at in ("", "/en"))

    assert english["terms"].startswith("May be quoted")
    assert vietnamese["terms"] != english["terms"]
    assert english["items"][0]["page"] == f"{HOST}/en/danh-muc/neu-guong/"


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/lists", 3),
        ("/editions", 3),
        ("/lists/neu-guong/editions/1/entries", 6),
        ("/articles", 5),
        ("/tasks", 5),
        ("/themes", 3),
        ("/documents", 2),
        ("/search?q=rà+soát", 6),
    ],
)
def test_it_costs_the_same_however_much_there_is(
    ask: Ask, django_assert_num_queries: DjangoAssertNumQueries, path: str, queries: int
) -> None:
    theme = ThemeFactory()

    def more(title: str, number: int) -> None:
        articles = ArticleFactory.create_batch(number)
        for article in articles:
            article.themes.add(theme)
        tasks = [Pick(task=approved_task(article)) for article in articles]
        published_edition(*(Pick(article=article) for article in articles), *tasks, title=title)

    more("Nêu gương", 2)
    with django_assert_num_queries(queries):
        ask(path)
    more("Danh mục khác", 6)
    with django_assert_num_queries(queries):
        ask(path)
