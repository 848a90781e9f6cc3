"""What a site lets programs fetch: its robots.txt (RFC 9309)."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Final

from protego import Protego

LARGEST: Final = 512 * 1024
"""Bytes; the rest is not read, as the standard has it."""
SLOWEST: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Robots:
    """The text of a robots.txt; empty where the site has none."""

    text: str = ""

    def allow(self, url: str, agent: str) -> bool:
        return not self.text or bool(_parsed(self.text).can_fetch(url, agent))

    def pause(self, agent: str) -> timedelta | None:
        """How long to wait between two requests, if the site asks for that."""
        if not self.text:
            return None
        seconds = _parsed(self.text).crawl_delay(agent)
        return min(timedelta(seconds=seconds), SLOWEST) if seconds else None


@lru_cache(maxsize=64)
def _parsed(text: str) -> Protego:
    return Protego.parse(text)
