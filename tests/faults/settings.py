"""The settings of a real desk, but for TLS and for how long one waits before trying again."""

from datetime import timedelta

from portal.settings import *  # noqa: F403
from portal.settings import CELERY_BEAT_SCHEDULE, STORAGES

for entry in CELERY_BEAT_SCHEDULE.values():
    entry["schedule"] = timedelta(seconds=2)

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
