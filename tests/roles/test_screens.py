"""Every address lets in whom its row of the permission matrix names, and nobody else."""

from copy import deepcopy
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.factories import (
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
)
from tests.roles.document import DOCUMENT, document
from tests.roles.routes import Route, routes
from tests.roles.rows import ROLES, Screen, Things
from tests.roles.screens import SECTIONS
from tests.roles.things import make_things

SCREENS = [screen for section in SECTIONS.values() for screen in section]
NOT_ALLOWED = "You are not allowed to do this."


@pytest.mark.django_db
@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("section", SECTIONS)
def test_its_addresses_let_in_whom_their_rows_name(section: str, settings: LazySettings) -> None:
    settings.METRICS_TOKEN = "a token that nobody shows"
    things = make_things()
    cookies, wrong = signed_in(things), []
    for screen in SECTIONS[section]:
        let_in = "".join(role for role in ROLES if _lets_in(screen, things, cookies[role]))
        if let_in != screen.who:
            wrong.append(f"{screen} lets in {let_in!r}, and its row says {screen.who!r}")
    assert not wrong, "\n".join(wrong)


def signed_in(things: Things) -> dict[str, Any]:
    """Sign somebody of each role in, and give their cookies."""
    clients = {role: Client() for role in ROLES}
    clients["E"].force_login(things["user"])
    clients["R"].force_login(things["reviewer"])
    clients["L"].force_login(LeadFactory())
    clients["M"].force_login(ManagingEditorFactory())
    clients["S"].force_login(PersonFactory(is_superuser=True))
    return {role: client.cookies for role, client in clients.items()}


def test_every_address_has_a_row() -> None:
    named = {screen.name for screen in SCREENS}
    missing = [route for route in routes() if route.name not in named and not leads_on(route)]
    rows = "\n".join(f"    {row_for(route)}" for route in missing)
    assert not missing, (
        f"Add to tests/roles/screens.py, with the roles that are let in (letters of {ROLES}),"
        " method='POST' and what is sent where it only answers that; then write docs/roles.md by"
        f" `.venv/bin/python -m tests.roles`:\n{rows}"
    )


def test_every_row_has_an_address() -> None:
    known = {route.name for route in routes()}
    assert not [screen.name for screen in SCREENS if screen.name not in known]


def leads_on(route: Route) -> bool:
    """Leave out Django's own redirects from `…/12/` to `…/12/change/`, which asks who may."""
    return route.name == route.route and route.route.endswith("<path:object_id>/")


def row_for(route: Route) -> str:
    at = tuple(need.removesuffix("_id") for need in route.needs)
    return f'Screen("{route.name}", "ERLMS", "what it is for"{f", at={at}" if at else ""}),'


def _lets_in(screen: Screen, things: Things, cookies: Any) -> bool:
    """Ask as whoever has these cookies; whatever was done is undone."""
    client = Client(raise_request_exception=False)
    client.cookies = deepcopy(cookies)
    ask = client.get if screen.method == "GET" else client.post
    with transaction.atomic(), translation.override("en"):  # a request leaves its language
        response = ask(address_of(screen, things), screen.send(things))
        if response.streaming:
            list(response)  # what is read to its end is closed
        transaction.set_rollback(True)
    return is_let_in(screen, response)


def address_of(screen: Screen, things: Things) -> str:
    if screen.address:
        return screen.address
    args = [getattr(things[name], "pk", things[name]) for name in screen.at]
    return reverse(screen.name, args=args)


def is_let_in(screen: Screen, response: Any) -> bool:
    """Say whether whoever asked was let in; a page that breaks or is asked wrongly says nothing."""
    status = response.status_code
    if status == HTTPStatus.NOT_FOUND:
        return bool(screen.address)  # of what there is none of; else of what one is not shown
    told = [str(message) for message in get_messages(response.wsgi_request)]
    if status in {HTTPStatus.FORBIDDEN, HTTPStatus.UNAUTHORIZED} or NOT_ALLOWED in told:
        return False
    if status == HTTPStatus.FOUND and "/login/?next" in response["Location"]:
        return False
    if screen.at and status == HTTPStatus.FOUND and response["Location"] == reverse("admin:index"):
        return False  # so the admin answers who asks for a thing that is not shown to them
    assert status < HTTPStatus.INTERNAL_SERVER_ERROR, f"{screen} breaks"
    assert status != HTTPStatus.METHOD_NOT_ALLOWED, f"{screen}: another method"
    return True


def test_the_document_is_made_of_these_rows() -> None:
    written = DOCUMENT.read_text() if DOCUMENT.exists() else ""
    assert written == document(), "Write it anew: .venv/bin/python -m tests.roles"
