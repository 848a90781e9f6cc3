"""What readers and caches keep of public pages, for how long, and when it holds no more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date, parse_http_date

from articles.models import Publisher, Theme
from portal.actions import Pick, withdraw_edition
from portal.models import Edition, PublicChange
from portal.queries.public_changes import public_state
from portal.sharing import token_for
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import draft_list, next_edition, published_edition

pytestmark = pytest.mark.django_db

PAGE = "/danh-muc/neu-guong/"
LASTING = "/danh-muc/neu-guong/an-ban/1/"
BILINGUAL = [
    "/",
    "/danh-muc/",
    PAGE,
    LASTING,
    f"{LASTING[:-1]}.csv",
    "/chu-de/",
    "/gioi-thieu/",
    "/api/v1/",
    "/api/v1/articles",
]
ADDRESSES = [*BILINGUAL, "/an-ban.atom", "/an-ban.json", "/sitemap.xml", "/robots.txt"]


@pytest.fixture
def edition() -> Edition:
    return published_edition(title="Nêu gương")


def tag_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response["ETag"])


def holds(client: Client, address: str, tag: str) -> bool:
    response = client.get(address, headers={"If-None-Match": tag})
    return response.status_code == 304


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("address", [*ADDRESSES, *(f"/en{one}" for one in BILINGUAL)])
def test_nothing_is_sent_twice(client: Client, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    weak = client.get(address, headers={"If-None-Match": f'"x", W/{first["ETag"]}'})
    since = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})

    assert [again.status_code, weak.status_code, since.status_code] == [304] * 3
    assert again.content == b""
    for response in (first, again):
        assert response["ETag"] == first["ETag"]
        assert response["Cache-Control"] == "public, max-age=60"
        assert not response.cookies
        assert not {"Cookie", "Accept-Language"} & set(response.get("Vary", "").split(", "))


def test_an_address_says_the_language_and_the_browser_does_not(
    client: Client, edition: Edition
) -> None:
    plain = client.get(PAGE)
    english = client.get(PAGE, headers={"Accept-Language": "en"})
    client.cookies["django_language"] = "en"
    again = client.get(PAGE)

    assert plain.content == english.content == again.content
    assert plain["ETag"] == english["ETag"]
    assert plain["Content-Language"] == "vi"
    assert client.get(f"/en{PAGE}")["Content-Language"] == "en"
    assert client.get(f"/en{PAGE}")["ETag"] != plain["ETag"]


def test_a_new_edition_is_seen(client: Client, edition: Edition) -> None:
    tags = {address: tag_of(client, address) for address in (PAGE, LASTING, "/", "/an-ban.atom")}
    next_edition(edition.curated_list)

    assert not [address for address, tag in tags.items() if holds(client, address, tag)]
    assert "/an-ban/2/" in client.get(PAGE).content.decode()


def test_a_withdrawal_is_seen_and_is_no_page_to_keep(client: Client, edition: Edition) -> None:
    tag = tag_of(client, LASTING)
    was = client.get(LASTING)["Last-Modified"]
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")

    response = client.get(LASTING, headers={"If-None-Match": tag})
    assert response.status_code == 410
    assert "Dẫn sai." in response.content.decode()
    assert "ETag" not in response
    later = http_date(parse_http_date(was) + 3600)
    assert client.get(LASTING, headers={"If-Modified-Since": later}).status_code == 410


def test_a_validator_is_of_one_address(client: Client, edition: Edition) -> None:
    tags = [tag_of(client, address) for address in ADDRESSES]
    assert len(set(tags)) == len(tags)
    assert client.get("/khong-co/", headers={"If-None-Match": tags[0]}).status_code == 404
    assert client.get("/chu-de/khong-co/", headers={"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        lambda theme, _publisher: Theme.objects.filter(pk=theme.pk).update(name="gương mẫu"),
        lambda theme, _publisher: Theme.objects.filter(pk=theme.pk).update(
            merged_into=ThemeFactory()
        ),
        lambda _theme, publisher: Publisher.objects.filter(pk=publisher.pk).update(
            full_text_allowed=True
        ),
    ],
)
def test_what_else_readers_see_is_noted_too(
    change: Callable[[Theme, Publisher], object], edition: Edition
) -> None:
    theme, publisher = ThemeFactory(), PublisherFactory()
    before = public_state()
    Theme.objects.filter(pk=theme.pk).update(note="Chỉ cho tòa soạn.")
    Publisher.objects.filter(pk=publisher.pk).update(full_text_allowed=False)
    assert public_state() == before

    change(theme, publisher)

    assert public_state() != before


def test_a_change_that_was_long_in_coming_is_seen(edition: Edition) -> None:
    newest = PublicChange.objects.order_by("-pk")[0]
    later = PublicChange.objects.create(pk=newest.pk + 2, at=newest.at)
    before = public_state()
    PublicChange.objects.create(pk=later.pk - 1, at=newest.at - timedelta(seconds=9))
    assert public_state() != before


def test_a_page_is_written_once(client: Client, edition: Edition) -> None:
    cache.clear()
    pages, costs = [], []
    for _reader in range(2):
        with CaptureQueriesContext(connection) as asked:
            pages.append(client.get(PAGE))
        costs.append(len(asked))

    first, second = pages
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert costs[0] > costs[1] == 1


def test_a_kept_page_goes_with_the_words_on_it(
    client: Client, edition: Edition, settings: LazySettings
) -> None:
    tag = tag_of(client, PAGE)
    settings.TERMS = "CC BY 4.0"
    assert not holds(client, PAGE, tag)
    assert "CC BY 4.0" in client.get(PAGE).content.decode()


def test_questions_are_not_kept(client: Client, edition: Edition) -> None:
    cache.clear()
    client.get("/danh-muc/?before=99999")
    client.get("/tim-kiem/?q=neu+guong")
    assert not cache._cache  # type: ignore[attr-defined]


def test_nobody_keeps_what_is_shared_by_a_link(client: Client) -> None:
    cache.clear()
    token, _until = token_for(draft_list(Pick(article=ArticleFactory())))
    response = client.get(f"/xem-truoc/{token}/")

    assert response.status_code == 200
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
    assert "ETag" not in response
    assert not cache._cache  # type: ignore[attr-defined]


def test_who_is_signed_in_sees_what_all_see(client: Client, edition: Edition) -> None:
    anonymous = client.get(PAGE)
    client.force_login(ManagingEditorFactory())
    assert client.get(PAGE).content == anonymous.content
    assert "Set-Cookie" not in client.get(PAGE)
