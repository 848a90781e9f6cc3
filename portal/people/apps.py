from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "portal.people"
    label = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        from portal.people.roles import fill_groups

        post_migrate.connect(fill_groups, dispatch_uid="people.fill_groups")
