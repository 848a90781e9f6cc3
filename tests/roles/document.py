"""docs/roles.md, made of the tables that the tests hold the desk to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.roles.acts import Act, acts
from tests.roles.routes import routes
from tests.roles.rows import ROLES, Screen
from tests.roles.screens import SECTIONS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "roles.md"
HEAD = """\
# Who may do what

Made by `python -m tests.roles` of the tables in `tests/roles`, which the tests try on the desk
itself: every address of the site with every role, and every action by the permission that it asks
for. ● is let in, · is not.

Roles are given on the page of a person; somebody may have several. What each may is in
`portal/people/roles.py`. A superuser may do all that the desk offers, and no more than that: what
the database refuses, it refuses to everybody (`docs/design.md`). Being let in is not all: an action
may still say no, for example to approving what one wrote oneself.
"""


def document() -> str:
    return "\n".join([HEAD, *_screens(), *_acts()])


def _screens() -> Iterator[str]:
    where = {route.name: route.route for route in routes()}
    yield "## Screens and the API\n"
    for section, screens in SECTIONS.items():
        yield f"### {section}\n"
        yield from _head("what", "address")
        for screen in screens:
            yield _row([screen.what, f"`{_asked(screen, where[screen.name])}`"], screen.who, ROLES)
        yield ""


def _acts() -> Iterator[str]:
    yield "## Actions\n"
    yield "Screens, jobs and commands write through these functions only. Each asks who may:\n"
    yield from _head("action", "permission", roles=_at_the_desk())
    by_permission: dict[tuple[str, ...], list[Act]] = defaultdict(list)
    for act in acts():
        by_permission[act.permissions].append(act)
    for permissions, same in sorted(by_permission.items()):
        names = ", ".join(f"`{_short(act.name)}`" for act in same)
        asked = ", ".join(f"`{permission}`" for permission in permissions)
        yield _row([names, asked], same[0].who, _at_the_desk())
    yield ""


def _head(*columns: str, roles: Iterable[str] = ROLES) -> Iterator[str]:
    names = [*columns, *(ROLES[role] for role in roles)]
    yield "| " + " | ".join(names) + " |"
    yield "|---" * len(columns) + "|:-:" * (len(names) - len(columns)) + "|"


def _row(cells: list[str], who: str, roles: Iterable[str]) -> str:
    ticks = ["●" if role in who else "·" for role in roles]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in [*cells, *ticks]) + " |"


def _at_the_desk() -> list[str]:
    return [role for role in ROLES if role != "A"]


def _asked(screen: Screen, route: str) -> str:
    return f"{screen.method} /{route.removeprefix('^')}"


def _short(name: str) -> str:
    app, _actions, *rest = name.split(".")
    return ".".join([app, *rest])
