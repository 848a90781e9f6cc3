"""What speaks against publishing an entry as it stands, in words for who makes the list."""

from collections.abc import Iterator

from django.template.defaultfilters import truncatechars
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.models import Article
from portal.models import Entry
from portal.models.source_checks import SourceCheck
from review.models import ExtractedTask

LONGEST_NAME = 120


def problems_of(number: int, entry: Entry, article: Article) -> Iterator[str]:
    """Say why it cannot be published."""
    named = {"number": number, "entry": truncatechars(str(entry), LONGEST_NAME)}
    about = named | {"entry": str(article)}
    if article.state == Article.State.TAKEN_DOWN:
        yield _("Entry %(number)d: the article “%(entry)s” has been taken down.") % about
    if article.state == Article.State.MERGED:
        yield _("Entry %(number)d: the article “%(entry)s” was merged into another.") % about
    if entry.task and entry.task.state != ExtractedTask.State.APPROVED:
        yield _("Entry %(number)d: the task “%(entry)s” is not approved any more.") % named


def warnings_of(number: int, entry: Entry, article: Article, *, wants_note: bool) -> Iterator[str]:
    """Say what an editor may have overlooked."""
    named = {"number": number, "entry": truncatechars(str(entry), LONGEST_NAME)}
    if entry.task and entry.task.text_id != article.text_id:
        words = _(
            "Entry %(number)d: the words of the task “%(entry)s” are no longer in the text of"
            " its article. A reviewer has to find its place, or to say that it is gone."
        )
        yield words % named
    if wants_note and not entry.note:
        yield _("Entry %(number)d (“%(entry)s”) has no note.") % named
    check = check_of(article)
    if check and check.checked_at and check.is_dead:
        words = {
            SourceCheck.Outcome.GONE: _(
                "Entry %(number)d (“%(entry)s”): its source is gone, as of %(day)s: %(address)s"
            ),
            SourceCheck.Outcome.SILENT: _(
                "Entry %(number)d (“%(entry)s”): its source did not answer on %(day)s: %(address)s"
            ),
        }[SourceCheck.Outcome(check.outcome)]
        day = date_format(localdate(check.checked_at), "SHORT_DATE_FORMAT")
        yield words % (named | {"day": day, "address": check.address})


def check_of(article: Article) -> SourceCheck | None:
    """Give what is known of its source, if that is of the address it has now."""
    check: SourceCheck | None = getattr(article, "source_check", None)
    return check if check and check.address == article.source_url else None
