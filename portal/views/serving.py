"""How every public page is given."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

A_MINUTE = 60

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Safe methods only; a validator, and a minute in caches."""
    return wraps(view)(
        require_safe(conditional_page(cache_control(public=True, max_age=A_MINUTE)(view)))
    )
