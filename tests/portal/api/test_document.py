"""The OpenAPI document: it holds for what the API answers, also to strange questions.

`API_EXAMPLES=1000` (`make fuzz-api`) asks longer.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode

from portal.api.openapi import OPERATIONS
from portal.models import Edition
from portal.wsgi import application
from tests.portal.api.conftest import Ask

pytestmark = pytest.mark.django_db

EXAMPLES = int(os.environ.get("API_EXAMPLES", "15"))
DOCUMENT = "/api/v1/openapi.json"


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """Keep the connection of the test, which every request would close behind itself."""
    signals = request_started, request_finished
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def api(_one_connection: None, edition: Edition) -> Any:
    return schemathesis.openapi.from_wsgi(DOCUMENT, application)


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    said: dict[str, Any] = client.get(DOCUMENT).json()
    return said


@pytest.fixture
def fits(document: dict[str, Any]) -> Callable[[str, Any], list[str]]:
    def problems(name: str, said: Any) -> list[str]:
        whole = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        return [str(error) for error in validator.iter_errors(said)]

    return problems


RIGHT = [(operation.path, GenerationMode.POSITIVE) for operation in OPERATIONS]
WRONG = [
    (operation.path, GenerationMode.NEGATIVE) for operation in OPERATIONS if operation.in_query
]


@pytest.mark.parametrize(("path", "mode"), RIGHT + WRONG)
def test_schemathesis_finds_nothing(api: Any, path: str, mode: GenerationMode) -> None:
    operation = api[path]["GET"]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate()

    ask()


def test_every_operation_is_in_the_document(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    assert set(document["paths"]) == {operation.path for operation in OPERATIONS}
    names = [said["get"]["operationId"] for said in document["paths"].values()]
    assert len(set(names)) == len(names)


def test_every_operation_has_an_example_that_fits(
    document: dict[str, Any], fits: Callable[[str, Any], list[str]]
) -> None:
    for path, said in document["paths"].items():
        content = said["get"]["responses"]["200"]["content"]["application/json"]
        name = content["schema"]["$ref"].rpartition("/")[2]
        assert fits(name, content["example"]) == [], path
        for parameter in said["get"]["parameters"]:
            assert jsonschema_rs.is_valid(parameter["schema"], parameter["example"])


@pytest.mark.usefixtures("edition")
def test_every_answer_fits_what_the_document_says(
    ask: Ask, document: dict[str, Any], fits: Callable[[str, Any], list[str]]
) -> None:
    numbers = {"articles": ask("/articles")["items"][0]["number"], "lists": 1}
    numbers["tasks"] = ask("/tasks")["items"][0]["task"]
    known = ask("/documents")["items"][0]["slug"]
    for path, said in document["paths"].items():
        kind = path.split("/")[1]
        slug = known if kind == "documents" else "neu-guong"
        asked = path.format_map({"slug": slug, "number": numbers.get(kind)})
        response = said["get"]["responses"]["200"]["content"]["application/json"]
        assert fits(response["schema"]["$ref"].rpartition("/")[2], ask(asked)) == [], path


def test_problems_fit_too(ask: Ask, fits: Callable[[str, Any], list[str]]) -> None:
    assert fits("Problem", ask("/articles/1", status=404)) == []
    assert fits("Problem", ask("/articles", status=400, limit=0)) == []
    assert fits("Problem", {"status": 404}) != []


def test_the_document_speaks_the_language_of_its_address(client: Client) -> None:
    vietnamese, english = (client.get(f"{at}{DOCUMENT}").json() for at in ("", "/en"))
    assert english["info"]["description"].startswith("May be quoted")
    assert english["servers"] == [{"url": "http://testserver/en/api/v1"}]
    assert vietnamese["paths"].keys() == english["paths"].keys()


@pytest.mark.usefixtures("english")
def test_people_can_read_it_without_any_script(client: Client, document: dict[str, Any]) -> None:
    page = client.get("/en/api/v1/").content.decode()

    for path, said in document["paths"].items():
        assert path in page
        assert f'id="{said["get"]["operationId"]}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="{name}"' in page
    for kind in ("not-found", "withdrawn", "bad-parameter"):
        assert f'id="{kind}"' in page
    assert "<script" not in page
    assert 'href="/en/api/v1/openapi.json"' in page
