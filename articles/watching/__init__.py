"""What a feed, a sitemap or a folder offers. Pure: bytes or a folder in, entries out."""

from articles.watching.feeds import LARGEST as LARGEST_FEED
from articles.watching.feeds import entries_of_feed
from articles.watching.folders import File, bytes_of, can_be_read, files_in
from articles.watching.offers import Entry, NotWhatItShouldBe, Offer
from articles.watching.sitemaps import offer_of_sitemap

__all__ = [
    "LARGEST_FEED",
    "Entry",
    "File",
    "NotWhatItShouldBe",
    "Offer",
    "bytes_of",
    "can_be_read",
    "entries_of_feed",
    "files_in",
    "offer_of_sitemap",
]
