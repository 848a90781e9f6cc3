"""Write docs/roles.md."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from tests.roles.document import DOCUMENT, document  # noqa: E402  (Django first)

DOCUMENT.write_text(document())
