"""What a row of the permission matrix says. The rows stand in `screens`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

ROLES = {
    "A": "anybody",
    "E": "editor",
    "R": "reviewer",
    "L": "lead",
    "M": "managing editor",
    "S": "superuser",
}
DESK = "ERLMS"
EVERYBODY = "AERLMS"
NOBODY = ""

Things = dict[str, Any]
Sent = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Screen:
    """Who is let in at an address, asked in one way.

    `name` is the URL's name (`admin:review_article`), or its whole route where it has none. `at`
    names the things of `things.py` that fill the route. `send` gives what is posted: what a view
    looks at before it asks who may, and nothing more.
    """

    name: str
    who: str
    what: str
    at: tuple[str, ...] = ()
    method: str = "GET"
    send: Callable[[Things], Sent] = field(default=lambda _things: {})
    address: str = ""

    def __str__(self) -> str:
        return f"{self.name}-{self.method}"


def stock(
    model: str,
    what: str,
    *,
    see: str,
    add: str = "S",
    change: str | None = "S",
    delete: str = "S",
    at: str = "",
    listed: bool = True,
) -> Iterator[Screen]:
    """Give the rows of the screens that the admin makes for every model.

    `change` is None where its page only tells, whatever is posted to it.
    """
    name, thing = f"admin:{model}", at or model.rsplit("_", maxsplit=1)[-1]
    if listed:
        yield Screen(f"{name}_changelist", see, f"list of {what}")
    yield Screen(f"{name}_add", add, f"add to {what}")
    yield Screen(f"{name}_change", see, f"one of {what}", at=(thing,))
    if change is not None:
        yield Screen(f"{name}_change", change, f"change one of {what}", at=(thing,), method="POST")
    yield Screen(f"{name}_history", see, f"field history of one of {what}", at=(thing,))
    yield Screen(f"{name}_delete", delete, f"delete one of {what}", at=(thing,))
