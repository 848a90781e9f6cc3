"""What a site's answer means: its status, its headers, where it leads."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from articles.fetching.addresses import Address
from articles.fetching.failures import LONGEST_PAUSE, Refusal, Unfetchable

REDIRECTS: Final = frozenset([301, 302, 303, 307, 308])
_REFUSALS: Final[Mapping[int, Refusal]] = {
    HTTPStatus.NOT_FOUND: Refusal.NOT_FOUND,
    HTTPStatus.GONE: Refusal.NOT_FOUND,
    HTTPStatus.REQUEST_TIMEOUT: Refusal.NO_ANSWER,
    HTTPStatus.TOO_EARLY: Refusal.NO_ANSWER,
}
_MAY_PASS: Final = frozenset([408, 425, 429])
_LOGIN: Final = re.compile(
    r"/(?:(?:wp-)?log-?in|sign-?in|sso|dang-?nhap|oauth2?|account/logon)(?:[./?]|$)", re.IGNORECASE
)
_OTHER_KINDS: Final = {
    "audio": Refusal.UNSUPPORTED,
    "video": Refusal.UNSUPPORTED,
    "font": Refusal.UNSUPPORTED,
    "image": Refusal.PICTURE,
}


def check_status(status: int, headers: Mapping[str, str]) -> None:
    """Let an answer pass that brings a page, or raise `Unfetchable`."""
    if status in {HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION}:
        return
    if status == HTTPStatus.NO_CONTENT:
        raise Unfetchable(Refusal.EMPTY, "status 204")
    is_refusal = 400 <= status < 500  # noqa: PLR2004 - a class of statuses
    broken = Refusal.REFUSED_BY_SITE if is_refusal else Refusal.NO_ANSWER
    raise Unfetchable(
        _REFUSALS.get(status, broken),
        f"status {status}",
        may_pass=status >= 500 or status in _MAY_PASS,  # noqa: PLR2004 - a class of statuses
        retry_after=_retry_after(headers.get("retry-after", "")),
    )


def check_kind(media_type: str) -> None:
    """Refuse what cannot be an article before it is taken in."""
    kind = media_type.partition("/")[0].strip().lower()
    if kind in _OTHER_KINDS:
        raise Unfetchable(_OTHER_KINDS[kind], media_type)


def check_lead(first: Address, target: Address) -> None:
    """Refuse where a site leads away from the page that it does not show.

    What is gone often leads to the front page, what is closed to a page to sign in at.
    """
    if _LOGIN.search(target.url) and not _LOGIN.search(first.url):
        raise Unfetchable(Refusal.REFUSED_BY_SITE, f"leads to {target.url}")
    if target.is_front_page and not first.is_front_page and target.is_on_site_of(first):
        raise Unfetchable(Refusal.NOT_FOUND, f"leads to {target.url}")


def _retry_after(stated: str) -> timedelta | None:
    """Seconds or a date; no longer than is reasonable."""
    stated = stated.strip()
    if stated.isdecimal() and stated.isascii():
        pause = timedelta(seconds=min(int(stated[:9]), LONGEST_PAUSE.total_seconds()))
    else:
        try:
            day = parsedate_to_datetime(stated)
        except (ValueError, IndexError, TypeError):
            return None
        pause = (day if day.tzinfo else day.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(pause, timedelta()), LONGEST_PAUSE)
