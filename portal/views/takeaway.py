"""An edition to take away, as a table or as a document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from portal import exports
from portal.exports.taken import Taken
from portal.queries import editions as published
from portal.views.serving import public
from portal.views.withdrawn import withdrawn


@public
def export(request: HttpRequest, slug: str, number: str, form: str) -> HttpResponse:
    found = get_object_or_404(published.editions_of(slug), number=int(number))
    if hasattr(found, "withdrawal"):
        return withdrawn(request, found)
    address = request.build_absolute_uri(reverse("edition", args=[slug, found.number]))
    taken = Taken(found, published.printed_entries(found), address)
    _name, media_type, write = exports.FORMS[form]
    name = f'attachment; filename="{slug}-{found.number}.{form}"'
    return HttpResponse(
        b"".join(write(taken)), content_type=media_type, headers={"Content-Disposition": name}
    )
