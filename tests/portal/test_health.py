"""What load balancers and Prometheus are told."""

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import DjangoAssertNumQueries

from articles.models import ImportItem
from tests.articles.importing import imported, start
from tests.articles.texts import page, pages, upload

pytestmark = pytest.mark.django_db

TOKEN = "a token of the tests"


def figures(client: Client) -> dict[tuple[str, ...], float]:
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    return {
        (sample.name, *(sample.labels[label] for label in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


@pytest.fixture(autouse=True)
def _token(settings: LazySettings) -> None:
    settings.METRICS_TOKEN = TOKEN


def test_a_desk_that_is_well_is_ready(client: Client) -> None:
    for address in ("/healthz", "/readyz"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    assert answer.content == b"database: well\nmigrations: well\n"


def test_it_is_not_ready_before_its_migrations(client: Client) -> None:
    MigrationRecorder(connection).migration_qs.filter(app="portal").latest("name").delete()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.content == b"database: well\nmigrations: failing\n"
    assert client.get("/healthz").status_code == 200


def test_figures_are_for_whoever_has_the_token(client: Client, settings: LazySettings) -> None:
    assert client.get("/metrics").status_code == 401
    wrong = {"Authorization": "Bearer another"}
    assert client.get("/metrics", headers=wrong).status_code == 401
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics").status_code == 404


def test_items_are_counted_by_how_they_stand(client: Client) -> None:
    imported(upload(page("Bài một", body="Chi bộ họp."), "a.txt"), upload(b"\x00\x01", "b.txt"))
    start(*pages(3))
    found = figures(client)
    assert found["duyet_import_items", "waiting"] == 3
    assert found["duyet_import_items", "running"] == 0
    assert found["duyet_import_items_ended_5m", "", "imported"] == 1
    (problem,) = ImportItem.objects.filter(state="failed").values_list("problem", flat=True)
    assert found["duyet_import_items_ended_5m", problem, "failed"] == 1
    assert found["duyet_database_bytes",] > 1_000_000
    assert ("duyet_broker_messages",) in found


def test_a_broker_that_is_away_only_has_no_figure(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CELERY_BROKER_URL", "redis://127.0.0.1:1/0")
    found = figures(client)
    assert ("duyet_broker_messages",) not in found
    assert ("duyet_workers",) in found


def test_figures_cost_the_same_however_many_items_there_are(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    start(*pages(12))
    with django_assert_max_num_queries(8):
        figures(client)
