"""The people of the demo, with passwords that are made once per clone."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from portal.people.models import User
from portal.people.roles import EDITORS, LEADS, MANAGING_EDITORS, REVIEWERS


@dataclass(frozen=True, slots=True)
class Account:
    username: str
    family_name: str
    given_name: str
    role: str

    @property
    def name(self) -> str:
        return f"{self.family_name} {self.given_name}"


EDITOR = Account("bientap", "Phạm", "Thu Hà", EDITORS)
REVIEWER = Account("duyet1", "Nguyễn", "Minh Đức", REVIEWERS)
SECOND_REVIEWER = Account("duyet2", "Lê", "Thị Vân", REVIEWERS)
LEAD = Account("truongnhom", "Hoàng", "Quốc Bảo", LEADS)
MANAGING_EDITOR = Account("thuky1", "Đỗ", "Lan Anh", MANAGING_EDITORS)
SECOND_MANAGING_EDITOR = Account("thuky2", "Vũ", "Hải Nam", MANAGING_EDITORS)
ACCOUNTS = (
    EDITOR,
    REVIEWER,
    SECOND_REVIEWER,
    LEAD,
    MANAGING_EDITOR,
    SECOND_MANAGING_EDITOR,
)


def make_people() -> dict[str, str]:
    """Make whoever is missing. Return the passwords by user name."""
    passwords = _passwords()
    for account in ACCOUNTS:
        person, is_new = User.objects.get_or_create(
            username=account.username,
            defaults={
                "last_name": account.family_name,
                "first_name": account.given_name,
                "is_staff": True,
            },
        )
        if is_new:
            person.set_password(passwords[account.username])
            person.save(update_fields=["password"])
            person.groups.set(Group.objects.filter(name=account.role))
    return passwords


def person(account: Account) -> User:
    return User.objects.get(username=account.username)


def table(passwords: dict[str, str]) -> str:
    """Lay out who may sign in, for a terminal."""
    rows = [
        (account.username, passwords[account.username], f"{account.name}, {_(account.role)}")
        for account in ACCOUNTS
    ]
    return "\n".join(f"  {name:<12}{password:<14}{who}" for name, password, who in rows)


def _passwords() -> dict[str, str]:
    path: Path = settings.VAR_DIR / "demo-passwords.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(json.dumps({a.username: secrets.token_urlsafe(7) for a in ACCOUNTS}))
    passwords: dict[str, str] = json.loads(path.read_text())
    return passwords
