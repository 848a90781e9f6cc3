"""Settings of workers that some articles do harm to."""

from portal.settings import *  # noqa: F403
from portal.settings import INSTALLED_APPS, env

INSTALLED_APPS = [*INSTALLED_APPS, "tests.articles.harmful.apps.HarmfulConfig"]
CELERY_TASK_SOFT_TIME_LIMIT = env.int("SOFT_TIME_LIMIT", default=40)
CELERY_TASK_TIME_LIMIT = CELERY_TASK_SOFT_TIME_LIMIT + 20
