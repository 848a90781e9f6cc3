"""The project: settings, people, and the public face of the desk."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
