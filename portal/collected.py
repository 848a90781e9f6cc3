"""Static files as production serves them: under names made of what is in them."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Also the modules that a module imports, or browsers would run yesterday's beside today's."""

    support_js_module_import_aggregation = True


class CollectedFilesConfig(StaticFilesConfig):
    """Leave out extensions of htmx: nothing uses them, and they name types that are not there."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "django_htmx/ext/*"]
