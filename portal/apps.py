from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from portal import notices, receivers  # noqa: F401  (connects them)
