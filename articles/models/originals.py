"""The bytes that came in."""

from typing import Final

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER: Final = "originals"
PREFIXES: Final = [f"{number:02x}" for number in range(256)]
"""Of the hashes: files stand in folders of these names."""


def path_of(sha256: str) -> str:
    """Address files by their content: the same bytes are kept once, under a name nobody chose."""
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


def files_under(prefix: str) -> list[str]:
    """Give the paths of the files whose names begin so; of strangers too, if there are any."""
    folder = f"{FOLDER}/{prefix}"
    try:
        _folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    return [f"{folder}/{name}" for name in names]


def original_path(original: "Original", _name: str) -> str:
    return path_of(original.sha256)


class Original(models.Model):
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    file = models.FileField(_("file"), upload_to=original_path, max_length=200)
    name = models.CharField(_("file name"), max_length=255, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    media_type = models.CharField(_("media type"), max_length=100)
    encoding = models.CharField(_("encoding"), max_length=40, blank=True)
    address = models.URLField(_("address"), max_length=2000, blank=True)
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="original_sha256_is_hex"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.sha256[:12]
