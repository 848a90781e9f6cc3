"""Asking whether the pages that a list leads to are still there."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.db import IntegrityError
from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.refusal import NotAllowed
from portal.actions import Pick, check_sources
from portal.actions.checking import ATTEMPTS, check_source
from portal.models import CuratedList, SourceCheck
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory
from tests.articles.fetching.local_site import Answer, LocalSite, leads_to, serving
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

Outcome = SourceCheck.Outcome


@pytest.fixture
def site(settings: LazySettings) -> Iterator[LocalSite]:
    settings.FETCH_PAUSE_SECONDS = 0
    settings.FETCH_SECONDS = 3
    with serving() as running:
        settings.FETCH_OWN_HOSTS = [running.own_host]
        yield running


def list_of(*addresses: str) -> CuratedList:
    picks = [Pick(article=ArticleFactory(source_url=each), note="Nên.") for each in addresses]
    return draft_list(*picks)


def ask(curated_list: CuratedList) -> int:
    return check_sources(ManagingEditorFactory(), curated_list)


def work() -> None:
    """Do what workers do until nothing is left, as if all pauses were over."""
    for _turn in range(50):
        due = list(SourceCheck.objects.exclude(due_at=None).values_list("pk", flat=True))
        if not due:
            return
        SourceCheck.objects.filter(pk__in=due).update(due_at=Now())
        for each in due:
            check_source(each)
    raise AssertionError("It never ends.")


def outcomes() -> list[str]:
    return list(SourceCheck.objects.order_by("article").values_list("outcome", flat=True))


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        pytest.param("<p>Bài còn đây.</p>", Outcome.ANSWERS, id="there"),
        pytest.param(Answer(body=b"x" * 300_000), Outcome.ANSWERS, id="long"),
        pytest.param(leads_to("/noi-khac"), Outcome.ANSWERS, id="moved"),
        pytest.param(Answer(404), Outcome.GONE, id="not found"),
        pytest.param(Answer(410), Outcome.GONE, id="gone"),
        pytest.param(leads_to("/"), Outcome.GONE, id="to the front page"),
        pytest.param(Answer(503), Outcome.SILENT, id="broken"),
        pytest.param(Answer(403), Outcome.UNTOLD, id="closed"),
    ],
)
def test_a_source_is_told_to_be_there_or_not(
    site: LocalSite, answer: Answer | str, outcome: SourceCheck.Outcome
) -> None:
    site.page("/noi-khac", "<p>Bài ở đây.</p>")
    assert ask(list_of(site.page("/bai", answer))) == 1
    work()

    assert outcomes() == [outcome]
    assert SourceCheck.objects.get().checked_at


def test_what_does_not_answer_is_asked_a_few_times_and_what_is_gone_once(site: LocalSite) -> None:
    ask(list_of(site.page("/het", Answer(404)), site.page("/hong", Answer(502))))
    work()

    assert site.paths().count("/het") == 1
    assert site.paths().count("/hong") == ATTEMPTS


def test_robots_txt_is_heeded(site: LocalSite) -> None:
    site.page("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /"))
    ask(list_of(site.page("/bai", Answer(404))))
    work()

    assert outcomes() == [Outcome.UNTOLD]
    assert "/bai" not in site.paths()


def test_an_article_and_its_task_are_one_source_and_those_without_address_none(
    site: LocalSite,
) -> None:
    article = ArticleFactory(source_url=site.page("/bai", "<p>Bài</p>"), body="Rà soát quy chế")
    task = approved_task(article, wording="Rà soát quy chế")
    bare = ArticleFactory(source_url="")

    assert ask(draft_list(Pick(article=article), Pick(task=task), Pick(article=bare))) == 1


def test_nobody_asks_again_within_an_hour_and_a_dead_worker_is_replaced(site: LocalSite) -> None:
    made = list_of(site.page("/bai", "<p>Bài</p>"))
    ask(made)
    SourceCheck.objects.update(claim=7, due_at=Now() + timedelta(minutes=6))  # somebody asks now
    check_source(SourceCheck.objects.get().pk)
    assert site.paths() == []
    SourceCheck.objects.update(due_at=Now())  # and did not come back
    work()
    assert outcomes() == [Outcome.ANSWERS]

    assert ask(made) == 0
    SourceCheck.objects.update(checked_at=Now() - timedelta(hours=2))
    assert ask(made) == 1
    assert outcomes() == [""]


def test_another_address_makes_what_was_known_void(site: LocalSite) -> None:
    made = list_of(site.page("/het", Answer(404)))
    ask(made)
    work()
    assert len(proof_of(made).warnings) == 1

    Article.objects.update(source_url=site.page("/con", "<p>Bài</p>"))
    assert proof_of(made).warnings == []
    assert proof_of(made).sources.unknown == 1
    assert ask(made) == 1
    work()
    assert outcomes() == [Outcome.ANSWERS]


def test_who_makes_the_list_is_warned_of_dead_sources_and_publishes_all_the_same(
    site: LocalSite,
) -> None:
    made = list_of(site.page("/het", Answer(404)), site.page("/hong", Answer(500)))
    ask(made)
    asked = proof_of(made).sources.asked
    work()
    proof = proof_of(made)

    assert asked == 2
    assert proof.problems == []
    gone, silent = proof.warnings
    assert "its source is gone" in gone
    assert site.url("/het") in gone
    assert "did not answer" in silent


def test_the_preview_says_how_many_are_known_and_asks_for_the_others(
    client: Client, site: LocalSite
) -> None:
    made = list_of(site.page("/bai", "<p>Bài</p>"))
    client.force_login(ManagingEditorFactory())
    preview = reverse("admin:portal_curatedlist_preview", args=[made.pk])
    before = client.get(preview).content.decode()
    address = reverse("admin:portal_curatedlist_check_sources", args=[made.pk])
    after = client.post(address, follow=True).content.decode()

    assert "0 asked for, 0 being asked for, 1 never asked for" in before
    assert "1 source is being asked for" in after
    assert "0 asked for, 1 being asked for, 0 never asked for" in after
    assert site.paths() == []  # never in a request
    assert client.get(address).status_code == 405


def test_who_makes_no_lists_asks_for_nothing() -> None:
    with pytest.raises(NotAllowed):
        check_sources(EditorFactory(), draft_list())


def test_a_check_says_since_when_or_nothing() -> None:
    article = ArticleFactory()
    with pytest.raises(IntegrityError):
        SourceCheck.objects.create(article=article, address="http://a.example/", outcome="gone")
