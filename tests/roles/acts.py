"""Which permission each action asks for, read from the code itself.

The permissions of the roles stand in `portal.people.roles`; who may do what follows from both.
"""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.people.roles import EDITORS, LEADS, MANAGING_EDITORS, REVIEWERS, ROLES

ROOT = Path(__file__).resolve().parents[2]
LETTERS = {"E": EDITORS, "R": REVIEWERS, "L": LEADS, "M": MANAGING_EDITORS}


@dataclass(frozen=True, slots=True)
class Act:
    """A function of `actions`, and the permissions one of which it asks for."""

    name: str
    permissions: tuple[str, ...]

    @property
    def who(self) -> str:
        """Give the letters of the roles; the superuser has every permission."""
        asked = set(self.permissions)
        return "".join(letter for letter, role in LETTERS.items() if ROLES[role] & asked) + "S"


def acts() -> list[Act]:
    """Give all that ask for a permission, themselves or by a function of their own module."""
    files = sorted(ROOT.glob("*/actions/*.py"))
    return [act for file in files for act in _acts_of(file)]


def unasked() -> list[str]:
    """Give the public functions that are told who acts, and ask for no permission."""
    asking = {act.name for act in acts()}
    return [
        name
        for file in sorted(ROOT.glob("*/actions/*.py"))
        for name, function in _functions(file)
        if name not in asking and _is_told_who(function) and not function.name.startswith("_")
    ]


def _acts_of(file: Path) -> Iterator[Act]:
    functions = dict(_functions(file))
    short = {function.name: function for function in functions.values()}
    for name, function in functions.items():
        if not function.name.startswith("_") and _is_told_who(function):
            permissions = _permissions(file, function, short, set())
            if permissions:
                yield Act(name, tuple(sorted(permissions)))


def _functions(file: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            yield f"{module}.{node.name}", node


def _is_told_who(function: ast.FunctionDef) -> bool:
    return any(argument.arg == "person" for argument in function.args.args)


def _permissions(
    file: Path, function: ast.FunctionDef, short: dict[str, ast.FunctionDef], seen: set[str]
) -> set[str]:
    found: set[str] = set()
    seen.add(function.name)
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        called = node.func.id
        if called == "require":
            found |= set(_said(file, node.args[1]))
        elif called in short and called not in seen:
            found |= _permissions(file, short[called], short, seen)
    return found


def _said(file: Path, node: ast.expr) -> Iterator[str]:
    """Give what an argument can say: a constant, a name of the module, or one of two words."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name):
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            yield getattr(importlib.import_module(module), name)
        case ast.IfExp(body=one, orelse=other):
            yield from _said(file, one)
            yield from _said(file, other)
        case ast.FormattedValue(value=value):
            yield from _said(file, value)
        case ast.JoinedStr(values=[]):
            yield ""
        case ast.JoinedStr(values=[first, *rest]):
            ends = list(_said(file, ast.JoinedStr(values=rest)))
            yield from (begin + end for begin in _said(file, first) for end in ends)
        case _:
            raise AssertionError(
                f"{file}:{node.lineno}: write the permission where it is asked for"
            )
