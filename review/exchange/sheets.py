"""A task as one row of a sheet, for people."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from articles.sheets import Cell
from review.models import Decision, ExtractedTask

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """`needed` where a sheet cannot be brought in without it."""

    key: str
    label: Promise
    needed: bool = False


COLUMNS: Final = (
    Column("title", _("Article")),
    Column("publisher", _("Publisher")),
    Column("published_on", _("Date")),
    Column("address", _("Address")),
    Column("heading", _("Heading")),
    Column("quote", _("Words of the article"), needed=True),
    Column("wording", _("Wording"), needed=True),
    Column("responsible", _("Responsible"), needed=True),
    Column("taking_part", _("Taking part"), needed=True),
    Column("due", _("Due"), needed=True),
    Column("due_from", _("Due from"), needed=True),
    Column("due_to", _("Due by"), needed=True),
    Column("documents", _("Documents cited")),
    Column("state", _("State")),
    Column("written_by", _("Wording by")),
    Column("approving", _("In favour")),
    Column("rejecting", _("Against")),
    Column("unsure", _("Unsure")),
    Column("reasons", _("Reasons")),
    Column("themes", _("Themes of the article")),
    Column("rule", _("Found by rule")),
    Column("confidence", _("Certainty")),
    Column("article_sha256", _("Hash of the article"), needed=True),
    Column("text_sha256", _("Hash of the text"), needed=True),
    Column("start", pgettext_lazy("a place in a text", "Start"), needed=True),
    Column("end", pgettext_lazy("a place in a text", "End"), needed=True),
)


@cache
def keys_by_label() -> dict[str, str]:
    """Tell each column by its heading in any language of the desk, and by its key."""
    keys = {column.key: column.key for column in COLUMNS}
    for language, _name in settings.LANGUAGES:
        with override(language):
            keys |= {str(column.label).casefold(): column.key for column in COLUMNS}
    return keys


def headings() -> list[str]:
    return [str(column.label) for column in COLUMNS]


def cells_of(line: Line) -> list[Cell]:
    """Give the cells of a task, in the order of the columns, with its last wording."""
    article, place, wording = line["article"], line["place"], line["wordings"][-1]
    said = [each for each in wording["decisions"] if not each["withdrawn_at"]]
    people = {verdict: _people(said, verdict) for verdict in Decision.Verdict.values}
    cells: dict[str, Cell] = {
        **{key: article[key] for key in ("title", "publisher", "address")},
        "published_on": _day(article["published_on"]),
        "heading": line["heading"],
        "quote": place["quote"],
        **{key: wording[key] for key in ("wording", "due", "written_by")},
        "responsible": "; ".join(wording["responsible"]),
        "taking_part": "; ".join(wording["taking_part"]),
        "due_from": _day(wording["due_from"]),
        "due_to": _day(wording["due_to"]),
        "documents": "; ".join(document["name"] for document in wording["documents"]),
        "state": str(ExtractedTask.State(line["state"]).label),
        "approving": people["approve"],
        "rejecting": people["reject"],
        "unsure": people["unsure"],
        "reasons": "; ".join(
            f"{each['person']}: {each['reason']}" for each in said if each["reason"]
        ),
        "themes": "; ".join(theme["name"] for theme in article["themes"]),
        "rule": line["rule"],
        "confidence": line["confidence"],
        "article_sha256": article["sha256"],
        "text_sha256": line["text"]["sha256"],
        "start": place["start"],
        "end": place["end"],
    }
    return [cells[column.key] for column in COLUMNS]


def _people(said: list[dict[str, Any]], verdict: str) -> str:
    return "; ".join(each["person"] for each in said if each["verdict"] == verdict)


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
