"""The Celery application. Its broker is a doorbell: the database holds the truth."""

import os
import sys

from celery import Celery
from celery.signals import task_postrun, task_prerun
from django.db import close_old_connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("duyet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")

# Celery would connect to the database anew for every task. It is to be as for every request: what
# is too old (CONN_MAX_AGE) or does not answer (CONN_HEALTH_CHECKS) is replaced.
app.conf.CELERY_DB_REUSE_MAX = sys.maxsize
task_prerun.connect(close_old_connections)
task_postrun.connect(close_old_connections)
