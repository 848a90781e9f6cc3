"""Reads of watched sources."""

from pathlib import Path

from django.conf import settings


def may_be_watched(folder: Path) -> bool:
    """Whether a folder stands in one that whoever runs the desk has opened for it."""
    try:
        real = folder.resolve()
    except (OSError, RuntimeError, ValueError):
        return False
    roots = [Path(root).resolve() for root in settings.WATCHED_FOLDERS]
    return folder.is_absolute() and any(real.is_relative_to(root) for root in roots)
