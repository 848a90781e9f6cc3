"""Names that people give to things of the desk."""

from django.utils.translation import gettext as _

from articles.refusal import Refused
from articles.vietnamese import on_one_line, same_word_key


def named(name: str) -> str:
    """Give a name as it is kept, or refuse one that says nothing."""
    name = on_one_line(name)
    if not same_word_key(name):
        raise Refused(_("A name needs at least one letter or digit."))
    return name
