"""Tasks out of the desk, as bytes that stream."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from django.db.models import QuerySet

from articles.refusal import require
from articles.sheets import BLOCK, CSV, XLSX, in_csv, in_xlsx
from review.exchange.lines import line_of
from review.exchange.seals import in_json
from review.exchange.sheets import Line, cells_of, headings
from review.models import ExtractedTask
from review.queries.exporting import exported

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Form = Callable[[Iterable[Line]], Iterator[bytes]]


def in_jsonl(lines: Iterable[Line]) -> Iterator[bytes]:
    block = bytearray()
    for line in lines:
        block += in_json(line).encode() + b"\n"
        if len(block) > BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


FORMS: Final[dict[str, tuple[Form, str]]] = {
    "csv": (lambda lines: in_csv(headings(), map(cells_of, lines)), CSV),
    "xlsx": (lambda lines: in_xlsx(headings(), map(cells_of, lines)), XLSX),
    "jsonl": (in_jsonl, "application/x-ndjson; charset=utf-8"),
}


def export(tasks: QuerySet[ExtractedTask], person: "AbstractUser", form: str) -> Iterator[bytes]:
    """Write these tasks in one of `FORMS`, as this person sees them, whatever their number."""
    require(person, "review.view_extractedtask")
    write, _media_type = FORMS[form]
    return write(line_of(each, person.pk) for each in exported(tasks, person))
