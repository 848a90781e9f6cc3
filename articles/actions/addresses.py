"""Knowing an article by the addresses of its page: one page, one article."""

from collections.abc import Iterable, Iterator

from articles.actions.sites import web_client
from articles.fetching import Address, Unfetchable, canonical
from articles.fetching.client import MOST_REDIRECTS
from articles.models import Article, ArticleAddress, ImportItem
from articles.queries.addresses import article_at
from articles.reading import Draft
from articles.vietnamese import same_word_key


class KnownPageError(Exception):
    """Another article is known by an address of this page."""

    def __init__(self, article: Article) -> None:
        super().__init__(article.pk)
        self.article = article


def own_addresses(item: ImportItem) -> list[Address]:
    """Where an item was fetched from: its address, and where that led, as far as is known."""
    found = list(_trail(item.address))
    if item.address and item.original is not None and item.original.address:
        found += _trail(item.original.address)
    return [address for address in found if not address.is_front_page]


def note_addresses(item: ImportItem, article: Article, draft: Draft | None = None) -> None:
    """Know the article by where the item was fetched from, and by what its page says it is.

    As far as these lead to no other article.
    """
    own = own_addresses(item)
    _note(article, own, _said(own, draft))


def claim_addresses(item: ImportItem, article: Article, draft: Draft) -> None:
    """Know the new article by its addresses, or raise `KnownPageError`, which undoes it.

    Some sites call all their pages by one address: what the page says of itself counts only
    together with the title.
    """
    own = own_addresses(item)
    said = _said(own, draft)
    _note(article, own, said)
    if not own:
        return
    other = article_at([address.canonical for address in own], besides=article)
    if other is None:
        same = article_at(said, besides=article)
        other = same if same and _title(same) == _title(article) else None
    if other is not None:
        raise KnownPageError(other)


def _note(article: Article, own: Iterable[Address], said: Iterable[str]) -> None:
    """In order, so that two workers with the same addresses do not wait for each other for ever."""
    addresses = {*(address.canonical for address in own), *said}
    ArticleAddress.objects.bulk_create(
        [ArticleAddress(article=article, address=address) for address in sorted(addresses)],
        ignore_conflicts=True,
    )


def _trail(text: str) -> Iterator[Address]:
    client = web_client()
    lead: str | None = text
    for _hop in range(MOST_REDIRECTS + 1):
        if not lead:
            return
        try:
            address = client.address(lead)
        except Unfetchable:
            return
        yield address
        lead = client.manners.leads_to(address)


def _said(own: list[Address], draft: Draft | None) -> list[str]:
    """What the page calls itself; of a page that was fetched, on the same site only."""
    if draft is None or not draft.source_url:
        return []
    if not own:
        address = canonical(draft.source_url)
        return [address] if address else []
    try:
        said = web_client().address(draft.source_url)
    except Unfetchable:
        return []
    on_site = any(said.is_on_site_of(address) for address in own)
    return [said.canonical] if on_site and not said.is_front_page else []


def _title(article: Article) -> str:
    return same_word_key(article.title)
