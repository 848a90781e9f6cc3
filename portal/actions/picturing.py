"""The picture above a list: kept once, drawn anew, described in words."""

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import on_one_line
from portal.actions.locking import locked_list, mark_changed
from portal.drawing import MOST_BYTES, NARROWEST, Drawn, Fault, UnusableError, drawn
from portal.models import CuratedList
from portal.models.pictures import Picture

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

_WHY: Final[dict[Fault, Promise]] = {
    Fault.NO_PICTURE: gettext_lazy("This is not a picture that can be shown: JPEG, PNG or WebP."),
    Fault.TOO_LARGE: gettext_lazy("This picture is too large: 20 MB, 40 million points at most."),
    Fault.TOO_LONG: gettext_lazy("This picture is too long and narrow to stand above a list."),
    Fault.TOO_SMALL: gettext_lazy("This picture is too small: %(least)d points wide at least."),
}


@dataclass(frozen=True)
class Illustration:
    """What is to stand above a list. Without a new picture, the one that is there stays."""

    alt: str = ""
    credit: str = ""
    new: Drawn | None = None
    taken_out: bool = False


def draw(file: IO[bytes]) -> Drawn:
    """Draw a picture anew, or refuse it. This takes a while: no row should be locked meanwhile."""
    try:
        return drawn(file.read(MOST_BYTES + 1))
    except UnusableError as unusable:
        raise Refused(str(_WHY[unusable.fault]) % {"least": NARROWEST}) from None


@transaction.atomic
def illustrate(
    person: "AbstractUser", curated_list: CuratedList, asked: Illustration, *, expected: int
) -> CuratedList:
    """Give a list its picture, or take it out. A submitted list becomes a draft again."""
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list, expected=expected)
    before = (locked.picture_id, locked.picture_alt, locked.picture_credit)
    _put(person, locked, asked)
    if (locked.picture_id, locked.picture_alt, locked.picture_credit) != before:
        mark_changed(locked)
        with by(person):
            locked.save()
    return locked


def _put(person: "AbstractUser", locked: CuratedList, asked: Illustration) -> None:
    if asked.new:
        locked.picture = _kept(person, asked.new)
    elif asked.taken_out:
        locked.picture = None
    locked.picture_alt = on_one_line(asked.alt) if locked.picture else ""
    locked.picture_credit = on_one_line(asked.credit) if locked.picture else ""
    if locked.picture and not locked.picture_alt:
        raise Refused(_("Describe the picture in words, for those who cannot see it."))
    for words, longest in (
        (locked.picture_alt, CuratedList.LONGEST_ALT),
        (locked.picture_credit, CuratedList.LONGEST_CREDIT),
    ):
        if len(words) > longest:
            raise Refused(_("What is said of the picture is too long."))


def _kept(person: "AbstractUser", new: Drawn) -> Picture:
    """Write its files before its row: a file without a row does no harm."""
    picture = Picture(
        key=new.key,
        width=new.width,
        height=new.height,
        widths=list(new.files),
        added_by_id=person.pk,
    )
    for width, data in new.files.items():
        name = picture.file_of(width)
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(data))
    Picture.objects.bulk_create([picture], ignore_conflicts=True)
    return Picture.objects.get(key=new.key)
