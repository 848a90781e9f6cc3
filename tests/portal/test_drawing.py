"""What is made of the files that people bring as pictures."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from portal.drawing import Fault, UnusableError, drawn
from tests.portal.pictures import LEFT, RIGHT, picture_file


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_a_picture_is_kept_in_a_few_widths_and_never_made_larger() -> None:
    made = drawn(picture_file(1200, 800))

    assert list(made.files) == [480, 960, 1200]
    assert (made.width, made.height) == (1200, 800)
    assert [opened(file).size for file in made.files.values()] == [
        (480, 320),
        (960, 640),
        (1200, 800),
    ]
    assert list(drawn(picture_file(4000, 3000)).files) == [480, 960, 1600]
    assert list(drawn(picture_file(480, 300)).files) == [480]


def test_nothing_that_a_camera_wrote_into_it_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Máy ảnh của Lan"
    exif[0x8825] = {1: "N", 2: (21.0, 1.0, 42.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = picture_file(exif=exif, comment=b"nguon bi mat", icc_profile=profile)
    assert b"nguon bi mat" in data

    for file in drawn(data).files.values():
        image = opened(file)
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}  # fmt: skip  # noqa: E501
        assert b"nguon bi mat" not in file


def test_a_picture_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter to the right
    made = drawn(picture_file(1200, 800, exif=exif))
    image = opened(made.files[480])

    assert (made.width, made.height) == (800, 1200)
    assert near(image.getpixel((240, 30)), LEFT)
    assert near(image.getpixel((240, 700)), RIGHT)


def test_what_is_see_through_becomes_white() -> None:
    clear = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    written = BytesIO()
    clear.save(written, "PNG")

    assert opened(drawn(written.getvalue()).files[480]).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "P"), ("PNG", "L"), ("PNG", "1"), ("JPEG", "CMYK"), ("WEBP", "RGB"), ("JPEG", "L")],
)
def test_other_kinds_of_pictures_are_taken(kind: str, mode: str) -> None:
    image = opened(drawn(picture_file(kind=kind, mode=mode)).files[480])
    assert (image.format, image.mode) == ("JPEG", "RGB")


def test_the_same_picture_has_the_same_key() -> None:
    assert drawn(picture_file()).key == drawn(picture_file()).key
    assert drawn(picture_file()).key != drawn(picture_file(1000)).key


def bomb() -> bytes:
    """A small file that says that it is a hundred million points wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 100_000_000, 100_000_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"", Fault.NO_PICTURE, id="nothing"),
        pytest.param(b"<svg onload=alert(1)>", Fault.NO_PICTURE, id="svg"),
        pytest.param(b"%PDF-1.7", Fault.NO_PICTURE, id="pdf"),
        pytest.param(picture_file(kind="GIF"), Fault.NO_PICTURE, id="gif"),
        pytest.param(picture_file()[:900], Fault.NO_PICTURE, id="cut off"),
        pytest.param(bomb(), Fault.TOO_LARGE, id="bomb"),
        pytest.param(b"\xff" * (20 * 1024 * 1024 + 1), Fault.TOO_LARGE, id="heavy"),
        pytest.param(picture_file(400, 300), Fault.TOO_SMALL, id="small"),
        pytest.param(picture_file(2500, 500), Fault.TOO_LONG, id="ribbon"),
    ],
)
def test_what_cannot_be_shown_is_refused(data: bytes, fault: Fault) -> None:
    with pytest.raises(UnusableError) as refused:
        drawn(data)
    assert refused.value.fault == fault
