import os

from django.core.wsgi import get_wsgi_application

from portal.bodies import WholeBodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = WholeBodies(get_wsgi_application())
