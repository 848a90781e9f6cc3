"""What the public pages say in their own way: dates, Markdown, the language of what is quoted."""

import datetime as dt
import unicodedata
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal import markdown
from portal.terms import terms

register = template.Library()

_TONES = "\u0300\u0301\u0303\u0309\u0323"
LONG_DATE = {"vi": r"\n\g\à\y j \t\h\á\n\g n \n\ă\m Y", "en": "j F Y"}
SHORT_DATE = {"vi": "j/n/Y", "en": "j M Y"}

register.filter("markdown", markdown.rendered)
register.filter("words", markdown.words)


@register.filter
def long_date(day: dt.date) -> str:
    return _date(day, LONG_DATE)


@register.filter
def short_date(day: dt.date) -> str:
    return _date(day, SHORT_DATE)


def _date(day: dt.date, forms: dict[str, str]) -> str:
    here = timezone.localtime(day) if isinstance(day, dt.datetime) else day
    return date_format(here, forms[get_language() or "vi"])


@register.simple_tag
def in_vietnamese() -> SafeString:
    """Mark what is Vietnamese on a page in another language, for voices and hyphenation."""
    return SafeString("" if get_language() == "vi" else ' lang="vi"')


@register.filter
def initial(name: str) -> str:
    """Give the letter of the Vietnamese alphabet that it begins with: marks of tone are none."""
    first = unicodedata.normalize("NFD", name[:1].upper())
    return unicodedata.normalize("NFC", "".join(sign for sign in first if sign not in _TONES))


@register.filter
def entry_of(entries: dict[int, Any], number: int) -> Any:
    return entries.get(number, [])


@register.simple_tag(takes_context=True)
def here(context: dict[str, Any]) -> str:
    """The address of this page, without anything that came with it."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(request.path)


@register.simple_tag(takes_context=True)
def absolute(context: dict[str, Any], path: str) -> str:
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path)


register.simple_tag(terms)


@register.simple_tag
def corrections_email() -> str:
    return str(settings.CORRECTIONS_EMAIL)
