"""Asking for a page of the desk as a browser does, but for the network."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest


def asked(
    address: str,
    person: int,
    said: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> "HttpRequest":
    """Ask as a person whose rights are read anew, as for each page."""
    from django.contrib.messages.storage.cookie import CookieStorage
    from django.test import RequestFactory
    from django.urls import resolve

    from portal.people.models import User

    request: HttpRequest = RequestFactory().get(address, said, headers=headers)
    request.user = User.objects.get(pk=person)
    request.resolver_match = resolve(address)
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request
