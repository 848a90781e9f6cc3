"""What tests of the desk's screens share."""

import re
from html import unescape
from typing import Any

from django.test import Client

from portal.people.models import User


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text_of(response: Any) -> str:
    """Give what a reader sees of a page, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def seen_in(page: Any) -> str:
    """Give what the page of an article carries of what stood in it, to be sent back."""
    found = re.search(r'<input type="hidden" name="seen" value="([^"]*)">', page.content.decode())
    assert found
    return unescape(found[1])
