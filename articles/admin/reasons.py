"""Why something on the page was left out of the text, in words for people."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleText
from articles.reading.draft import Reason

LABELS: dict[str, Promise] = {
    Reason.TITLE: _("the title"),
    Reason.DATE: _("the date"),
    Reason.AUTHOR: _("the author"),
    Reason.DATELINE: _("the place and paper at the head"),
    Reason.SOURCE: _("the source"),
    Reason.MENU: _("a menu"),
    Reason.CAPTION: _("a caption"),
    Reason.COUNTER: _("a counter"),
    Reason.SHARE: _("share buttons"),
    Reason.RELATED: _("links to other articles"),
    Reason.TAGS: _("the page's own tags"),
    Reason.COMMENT: _("comments of readers"),
    Reason.FOOTER: _("the foot of the page"),
    Reason.WIDGET: _("something of the website"),
    Reason.REPEATED: _("said twice"),
    Reason.PAGE: _("the head, foot or number of a page"),
    Reason.NOTE: _("a footnote"),
    Reason.CONTENTS: _("the table of contents"),
    Reason.LETTERHEAD: _("the letterhead or the signatures"),
    Reason.EDITOR: _("taken out by a person"),
}


@dataclass(frozen=True, slots=True)
class Left:
    text: str
    why: str


def why_dropped(text: ArticleText) -> list[Left]:
    return [
        Left(dropped["text"], str(LABELS.get(dropped["reason"], dropped["reason"])))
        for dropped in text.dropped
    ]
