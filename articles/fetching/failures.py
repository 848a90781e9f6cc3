"""Why something was not fetched, as codes that the desk puts into words."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

LONGEST_PAUSE: Final = timedelta(hours=1)
"""What a site may ask for; who asks for more is asked again after this."""


class Refusal(StrEnum):
    """A machine code; whoever shows it to people translates it."""

    BAD_ADDRESS = "bad_address"
    FORBIDDEN_ADDRESS = "forbidden_address"
    CLOSED_PORT = "closed_port"
    NOT_ALLOWED = "not_allowed"
    """By the site's robots.txt."""
    NOT_FOUND = "not_found"
    REFUSED_BY_SITE = "refused_by_site"
    NO_ANSWER = "no_answer"
    LEADS_NOWHERE = "leads_nowhere"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    PICTURE = "picture"


class Unfetchable(Exception):  # noqa: N818 - it is what the address is, not a mistake of ours
    """This address gives nothing. `code` says why; `detail` is for engineers.

    `may_pass` says whether it is worth trying again, and `retry_after` when, if the site said so.
    """

    def __init__(
        self,
        code: Refusal,
        detail: str = "",
        *,
        may_pass: bool = False,
        retry_after: timedelta | None = None,
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
        self.may_pass = may_pass
        self.retry_after = retry_after


class Busy(Exception):  # noqa: N818 - an answer, not a mistake
    """The site is not to be asked yet: come back after `pause`. Nothing was tried."""

    def __init__(self, pause: timedelta) -> None:
        super().__init__(f"Not for another {pause.total_seconds():.1f} s")
        self.pause = pause
