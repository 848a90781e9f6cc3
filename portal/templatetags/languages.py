"""The same page in the other languages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from articles.vietnamese import normalise

register = template.Library()


@dataclass(frozen=True, slots=True)
class Language:
    code: str
    name: str
    address: str


@register.simple_tag(takes_context=True)
def other_languages(context: dict[str, Any]) -> list[Language]:
    path = context["request"].get_full_path()
    return [
        Language(code, normalise(get_language_info(code)["name_local"]), translate_url(path, code))
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]
