"""Fetching from the web, politely and safely: network code without Django.

`Client.fetch` gives a page (`Fetched`, or `NotModified` for a conditional request), or says why
it does not: `Unfetchable` with one of the codes of `Refusal`, and whether that may pass; `Busy`
when the site is not to be asked yet. Whose turn it is, and what is known of a site, its
`Manners` know.
"""

from articles.fetching.addresses import Address, canonical, parse
from articles.fetching.client import Client, Fetched, NotModified, Rules
from articles.fetching.failures import Busy, Refusal, Unfetchable
from articles.fetching.manners import Alone, Manners
from articles.fetching.places import Own
from articles.fetching.robots import Robots

__all__ = [
    "Address",
    "Alone",
    "Busy",
    "Client",
    "Fetched",
    "Manners",
    "NotModified",
    "Own",
    "Refusal",
    "Robots",
    "Rules",
    "Unfetchable",
    "canonical",
    "parse",
]
