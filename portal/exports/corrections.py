"""What was corrected, in one line each."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from portal.models import EditionCorrection
from portal.queries.corrections import in_words
from portal.templatetags.public import short_date


def lines(corrections: Iterable[EditionCorrection]) -> Iterator[str]:
    for each in corrections:
        said = {
            "day": short_date(each.corrected_at),
            "part": each.get_field_display(),
            "said": in_words(each.field, each.said),
            "says": in_words(each.field, each.says),
            "reason": " ".join(each.reason.split()),
        }
        if each.field:
            yield _("%(day)s, %(part)s: “%(said)s” is to be read “%(says)s”. %(reason)s") % said
        elif each.said or each.says:
            yield _("%(day)s: “%(said)s” is to be read “%(says)s”. %(reason)s") % said
        else:
            yield _("%(day)s: %(reason)s") % said
