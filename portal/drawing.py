"""A lead picture as it is kept: drawn anew, so that nothing else of the file is handed on.

Cameras and programs write into a file where, when and by whom it was taken, and whatever else; of
that nothing is kept. Colours are turned into those that every screen knows.
"""

import hashlib
from contextlib import suppress
from enum import StrEnum
from io import BytesIO
from typing import Final, NamedTuple

from PIL import Image, ImageCms, ImageOps

WIDTHS: Final = (480, 960, 1600)
NARROWEST: Final = WIDTHS[0]
MOST_BYTES: Final = 20 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDES: Final = 4
"""So many times longer than the other may a side be: a page has no room for ribbons."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_QUALITY: Final = 82


class Fault(StrEnum):
    NO_PICTURE = "no_picture"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    TOO_LONG = "too_long"


class UnusableError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Drawn(NamedTuple):
    key: str
    """Made of the bytes of the widest one."""
    width: int
    height: int
    files: dict[int, bytes]
    """JPEGs by their width, narrowest first."""


def drawn(data: bytes) -> Drawn:
    if len(data) > MOST_BYTES:
        raise UnusableError(Fault.TOO_LARGE)
    try:
        whole = _plain(_opened(data))
    except UnusableError:
        raise
    except Image.DecompressionBombError:
        raise UnusableError(Fault.TOO_LARGE) from None
    except Exception as error:  # decoders of hostile files raise anything
        raise UnusableError(Fault.NO_PICTURE) from error
    files = {width: _jpeg(whole, width) for width in _widths(whole.width)}
    widest = max(files)
    height = _height(whole, widest)
    return Drawn(hashlib.sha256(files[widest]).hexdigest(), widest, height, files)


def _opened(data: bytes) -> Image.Image:
    """Look at its size before anything of it is unpacked."""
    image = Image.open(BytesIO(data), formats=_FORMATS)
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise UnusableError(Fault.TOO_LARGE)
    if min(width, height) * LONGEST_SIDES < max(width, height):
        raise UnusableError(Fault.TOO_LONG)
    return image


def _plain(image: Image.Image) -> Image.Image:
    """Upright, opaque, in the colours of the web, and with nothing written into it."""
    upright = ImageOps.exif_transpose(image)
    if upright.width < NARROWEST:
        raise UnusableError(Fault.TOO_SMALL)
    profile = upright.info.get("icc_profile")
    if upright.has_transparency_data:
        seen = upright.convert("RGBA")
        opaque = Image.new("RGBA", seen.size, "white")
        opaque.alpha_composite(seen)
        upright = opaque.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # a broken profile is none
            web, own = ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile))
            upright = ImageCms.profileToProfile(upright, own, web, outputMode="RGB") or upright
    plain = upright.convert("RGB")
    plain.info.clear()
    return plain


def _widths(width: int) -> list[int]:
    widest = min(width, WIDTHS[-1])
    return [*(each for each in WIDTHS if each < widest), widest]


def _height(whole: Image.Image, width: int) -> int:
    return max(1, round(whole.height * width / whole.width))


def _jpeg(whole: Image.Image, width: int) -> bytes:
    smaller = whole.resize((width, _height(whole, width)), Image.Resampling.LANCZOS)
    written = BytesIO()
    smaller.save(written, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return written.getvalue()
