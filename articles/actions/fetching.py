"""Importing from the web: an item with an address gets its original by fetching it."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.addresses import note_addresses, own_addresses
from articles.actions.claims import end, renew, set_aside, wait_until
from articles.actions.doorbell import ring_later
from articles.actions.imports import SAVED_AT_ONCE, new_import
from articles.actions.originals import Upload, keep
from articles.actions.sites import web_client
from articles.actions.trouble import NotNowError
from articles.fetching import Address, Busy, Fetched, NotModified, Unfetchable
from articles.models import ImportItem, ImportJob, Original
from articles.queries.addresses import article_at
from articles.vietnamese import normalise

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State, Problem = ImportItem.State, ImportItem.Problem
RUNG_WITHIN: Final = timedelta(seconds=30)
"""Whoever waits longer for a site is rung for like all others."""
_LONGEST_NAME: Final = 255


def start_import_of_addresses(
    person: "AbstractUser | None", source: ImportJob.Source, addresses: Sequence[str]
) -> ImportJob:
    """Save the order and an item for each address; then announce it. Nobody is the system."""
    with new_import(person, source) as job:
        add_addresses(job, addresses)
    return job


def add_addresses(job: ImportJob, addresses: Sequence[str], after: int = 0) -> None:
    """Save an item for each address, behind those that are there."""
    ImportItem.objects.bulk_create(
        [_item(job, place, text) for place, text in enumerate(addresses, after + 1)],
        batch_size=SAVED_AT_ONCE,
    )


def address_problem(text: str) -> ImportItem.Problem | None:
    """Why an address cannot be fetched, as far as it says that itself."""
    try:
        web_client().address(text)
    except Unfetchable as unfetchable:
        return Problem(unfetchable.code.value)
    return None


def one_for_each_page(addresses: Iterable[str]) -> list[str]:
    """Leave out what leads to the page of an address before it."""
    client, pages = web_client(), dict[str, str]()
    for text in addresses:
        pages.setdefault(client.address(text).canonical, text)
    return list(pages.values())


def fetch_item(item: ImportItem) -> bool:
    """Give an item its original from the web; say whether there is something to read now.

    If not, the item has ended, or waits for the site.
    """
    client = web_client()
    try:
        client.address(item.address)
        if _ends_as_known(item):
            return False
        fetched = client.fetch(item.address)
    except Busy as busy:
        _wait(item, busy.pause)
        return False
    except Unfetchable as unfetchable:
        problem = Problem(unfetchable.code.value)
        if unfetchable.may_pass:
            after = unfetchable.retry_after
            raise NotNowError(problem, unfetchable.detail, after=after) from unfetchable
        set_aside(item, problem, unfetchable.detail)
        return False
    if isinstance(fetched, NotModified):
        raise TypeError("An answer to a question that was not asked")
    if _ends_as_known(item, *fetched.trail):
        return False
    _keep(item, fetched)
    return True


def _item(job: ImportJob, position: int, text: str) -> ImportItem:
    problem = address_problem(text)
    over, due = (Now(), None) if problem else (None, Now())
    text = normalise(text).strip()
    return ImportItem(
        job=job,
        position=position,
        name=text.partition("://")[2][:_LONGEST_NAME] or text[:_LONGEST_NAME],
        address=text[:2000],
        state=State.FAILED if problem else State.WAITING,
        problem=problem or "",
        finished_at=over,
        leased_until=due,
    )


def _ends_as_known(item: ImportItem, *trail: Address) -> bool:
    """End an item whose page is an article already."""
    pages = [*own_addresses(item), *(page for page in trail if not page.is_front_page)]
    article = article_at([page.canonical for page in pages])
    if article is None:
        return False
    with transaction.atomic():
        end(item, State.DUPLICATE, article=article)
        note_addresses(item, article)
    return True


def _keep(item: ImportItem, fetched: Fetched) -> None:
    """Keep the bytes once, and with them the address that they were first found at."""
    data, name = fetched.data, fetched.address.name
    sha256 = hashlib.sha256(data).hexdigest()
    upload = Upload(name, fetched.media_type, len(data), lambda: data)
    with transaction.atomic():
        renew(item)  # before anything is written that nobody may need
        kept = keep({sha256: upload})[sha256]
        renew(item, original=kept)
        Original.objects.filter(pk=kept, address="").update(address=fetched.address.url)
    item.original = Original.objects.get(pk=kept)


def _wait(item: ImportItem, pause: timedelta) -> None:
    """Put the item back until its turn at the site; short of that, ring for it to the moment."""
    with transaction.atomic():
        wait_until(item, Now() + pause)
        if pause <= RUNG_WITHIN:
            bell = partial(ring_later, "articles.jobs.import_item", item.pk, pause)
            transaction.on_commit(bell, robust=True)
