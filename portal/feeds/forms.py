"""The forms in which a feed is offered."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from portal.models import Edition, EditionEntry
from portal.terms import terms


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, _encoding: str) -> None:
        said = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"]}],
            "items": [_item(item) for item in self.items],
            "_duyet": {"terms": self.feed["feed_copyright"]},  # the standard has no place for them
        }
        outfile.write(json.dumps(said, ensure_ascii=False))


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    said = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "content_html": item["description"],
        "date_published": _moment(item["pubdate"]),
        "date_modified": _moment(item["updateddate"]),
        "tags": list(item["categories"]),
    }
    return {name: value for name, value in said.items() if value}


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


FORMS: Final[dict[str, type[SyndicationFeed]]] = {
    "atom": Atom1Feed,
    "rss": Rss201rev2Feed,
    "json": JsonFeed,
}
"""By the ending of their address."""


class Published:
    """What all our feeds have in common, whether of editions or of entries."""

    newest = 30
    language: str | None = "vi"
    author_name = "Duyệt"
    item_guid_is_permalink = False

    def __init__(self, form: str) -> None:
        self.form = form
        self.feed_type = FORMS[form]

    def feed_copyright(self) -> str:
        return terms()

    def item_pubdate(self, item: Edition | EditionEntry) -> datetime:
        return (item if isinstance(item, Edition) else item.edition).published_at

    def item_updateddate(self, item: Edition | EditionEntry) -> datetime:
        """Give when it was published, or corrected last."""
        said = (each.corrected_at for each in item.corrections.all())
        return max([self.item_pubdate(item), *said])
