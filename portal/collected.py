"""Static files as production serves them: under names made of what is in them."""

from collections.abc import Iterator
from typing import Any, Final

from whitenoise.storage import CompressedManifestStaticFilesStorage

UNUSED: Final = "django_htmx/ext/"
"""Extensions of htmx, which name types that are not there as if they were modules."""


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Also the modules that a module imports, or browsers would run yesterday's beside today's."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Iterator[Any]:
        used = {name: file for name, file in paths.items() if not name.startswith(UNUSED)}
        yield from super().post_process(used, *args, **options)  # type: ignore[no-untyped-call]
