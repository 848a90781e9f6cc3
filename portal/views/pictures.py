"""Lead pictures, from our own storage: those of editions, and that of a list in the making."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from portal.models import Picture
from portal.queries.pictures import published_picture
from portal.sharing import shared

A_DAY = 24 * 3600


@require_safe
@cache_control(public=True, max_age=A_DAY)
def picture(_request: HttpRequest, key: str, width: str) -> HttpResponse:
    """Its address says what is in it, so it never changes; but its edition may be withdrawn."""
    return served(published_picture(key), int(width))


@require_safe
@never_cache
def shared_picture(_request: HttpRequest, token: str, width: int) -> HttpResponse:
    found = shared(token)
    return served(found.curated_list.picture if found else None, width)


def served(shown: Picture | None, width: int) -> HttpResponse:
    if shown is None or width not in shown.widths:
        raise Http404
    try:
        with default_storage.open(shown.file_of(width)) as file:
            return HttpResponse(file.read(), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404 from None
