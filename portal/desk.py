"""The desk: Django's own admin under our name."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    site_header = _("Duyệt")
    site_title = _("Duyệt")
    index_title = _("The desk")
    enable_nav_sidebar = False


class DeskAdminConfig(AdminConfig):
    default_site = "portal.desk.DeskSite"
