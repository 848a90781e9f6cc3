from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.history import tracked


@tracked(exclude=["password", "last_login"])
class User(AbstractUser):
    """Somebody at the desk. Vietnamese names are written family name first."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")  # type: ignore[assignment]
        verbose_name_plural = _("people")  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    def get_full_name(self) -> str:
        return f"{self.last_name} {self.first_name}".strip()


@tracked()
class RoleOfPerson(User.groups.through):  # type: ignore[name-defined,misc]
    """That somebody has a role: Django's own table, whose rows grant rights and so leave events."""

    class Meta:
        proxy = True
        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self) -> str:
        return gettext(self.group.name)
