"""Pictures for tests, as cameras and drawing programs make them."""

from io import BytesIO

from PIL import Image

from portal.actions import Illustration, draw, illustrate
from portal.models import CuratedList
from tests.factories import ManagingEditorFactory

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
ALT = "Bà con bản Nậm Rốn mở đường"


def picture_file(
    width: int = 1200, height: int = 800, kind: str = "JPEG", mode: str = "RGB", **said: object
) -> bytes:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), LEFT)
    image.paste(RIGHT, (width // 2, 0, width, height))
    written = BytesIO()
    image.convert(mode).save(written, kind, **said)
    return written.getvalue()


def illustrated(curated_list: CuratedList, *, alt: str = ALT, credit: str = "") -> CuratedList:
    asked = Illustration(alt=alt, credit=credit, new=draw(BytesIO(picture_file())))
    return illustrate(ManagingEditorFactory(), curated_list, asked, expected=curated_list.revision)
