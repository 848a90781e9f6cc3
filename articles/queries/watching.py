"""Reads of watched sources."""

from pathlib import Path

from django.conf import settings


def opened_folder(folder: Path) -> Path | None:
    """Where a folder really is, if in one that whoever runs the desk has opened for it."""
    try:
        real = folder.resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    roots = [Path(root).resolve() for root in settings.WATCHED_FOLDERS]
    is_open = folder.is_absolute() and any(real.is_relative_to(root) for root in roots)
    return real if is_open else None
