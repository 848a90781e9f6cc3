"""The API as its page for people tells of it: made from the operations, like the document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise

from portal.api.openapi import OPERATIONS
from portal.api.operations import Operation
from portal.api.parameters import Parameter
from portal.api.problems import TITLES
from portal.api.schemas import SCHEMAS, example_of, ref


@dataclass(frozen=True)
class ToldOperation:
    operation: Operation
    parameters: tuple[Parameter, ...]
    request: str
    example: str


@dataclass(frozen=True)
class ToldField:
    name: str
    type: str
    leads_to: str
    meaning: Promise | str


@dataclass(frozen=True)
class ToldSchema:
    name: str
    meaning: Promise
    fields: list[ToldField]


@dataclass(frozen=True)
class ToldProblem:
    kind: str
    status: int
    title: Promise


def operations(at: str) -> list[ToldOperation]:
    return [
        ToldOperation(
            each,
            (*each.in_path, *each.in_query),
            at + _example_path(each),
            _in_json(example_of(ref(each.gives))),
        )
        for each in OPERATIONS
    ]


def schemas() -> Iterator[ToldSchema]:
    for name, schema in SCHEMAS.items():
        fields = [_field(*named) for named in schema["properties"].items()]
        yield ToldSchema(name, schema["description"], fields)


def problems() -> Iterator[ToldProblem]:
    for kind, (status, title) in TITLES.items():
        yield ToldProblem(kind, int(status), title)


def _example_path(operation: Operation) -> str:
    path = operation.path
    for parameter in operation.in_path:
        path = path.replace(f"{{{parameter.name}}}", quote(str(parameter.example)))
    return path


def _in_json(said: Any) -> str:
    return DjangoJSONEncoder(ensure_ascii=False, indent=2).encode(said)


def _field(name: str, schema: Mapping[str, Any]) -> ToldField:
    kind, leads_to = _type(schema)
    meaning = schema.get("description") or SCHEMAS[leads_to]["description"]
    return ToldField(name, kind, leads_to, meaning)


def _type(schema: Mapping[str, Any]) -> tuple[str, str]:
    """Say what kind of value it is, and the schema that says more about it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return name, name
    if "anyOf" in schema:
        both = [_type(each) for each in schema["anyOf"]]
        return " | ".join(kind for kind, _leads in both), both[0][1]
    if schema["type"] == "array":
        kind, leads_to = _type(schema["items"])
        return f"{kind}[]", leads_to
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " | ".join(kinds), ""
