"""What a person has been told: to read, to mark as read, and whether to get it by mail."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.admin.generic import person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import told as act_and_tell
from articles.asked import number
from review.actions.digests import mail_is_set_up
from review.actions.notices import choose_mail, read
from review.models import ExtractedTask
from review.queries.notices import mail_choice_of, notices_of, told

ON_A_PAGE = 30


@require_safe
def show_notices(request: HttpRequest) -> HttpResponse:
    _require_looking(request)
    who = person(request)
    notices, shows_all = notices_of(who), "all" in request.GET
    if not shows_all:
        notices = notices.filter(read_at=None)
    page = CappedPaginator(notices, ON_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Notices"),
        "notices": told(who, page.object_list),
        "page": page,
        "shows_all": shows_all,
        "rest": "all" if shows_all else "",
        "mail": mail_choice_of(who),
        "languages": settings.LANGUAGES,
        "mail_is_set_up": mail_is_set_up(),
        "opts": ExtractedTask._meta,
    }
    return TemplateResponse(request, "review/notices.html", context)


@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    """Mark one as read, or all that this person was shown: those up to the newest of them."""
    _require_looking(request)
    one, newest = (number(request.POST.get(name)) for name in ("notice", "up_to"))
    if one is not None:
        read(person(request), [one])
    elif newest is not None:
        unread = notices_of(person(request)).filter(pk__lte=newest, read_at=None)
        count = read(person(request), unread.values_list("pk", flat=True))
        said = ngettext("%(count)s marked as read.", "%(count)s marked as read.", count)
        messages.success(request, said % {"count": count})
    return HttpResponseRedirect(reverse("admin:review_notices"))


@require_POST
def choose_mail_of_notices(request: HttpRequest) -> HttpResponse:
    _require_looking(request)
    by_mail, language = request.POST.get("by_mail") == "on", request.POST.get("language", "")

    def choose() -> str:
        choose_mail(person(request), by_mail=by_mail, language=language)
        if by_mail:
            return _("You get your notices by mail, once a day.")
        return _("You get no notices by mail.")

    act_and_tell(request, choose)
    return HttpResponseRedirect(reverse("admin:review_notices"))


def _require_looking(request: HttpRequest) -> None:
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
