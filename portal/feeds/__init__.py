"""What is published, for feed readers and for other machines."""

from portal.feeds.editions import EditionFeed
from portal.feeds.forms import FORMS
from portal.feeds.themes import ThemeFeed

__all__ = ["FORMS", "EditionFeed", "ThemeFeed"]
