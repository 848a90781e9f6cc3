"""The pages that belong to a body: all its tasks, merging, splitting off, taking spellings out."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin.generic import AnyAdmin, person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import told
from articles.asked import number
from review.actions.organisation_merging import (
    merge_organisations,
    split_organisation,
    take_out_spellings,
)
from review.body_tasks import BodyTasks
from review.models import Organisation
from review.queries.naming import bodies_found, standing_bodies, with_tasks_counted

MOST_FOUND = 20
TASKS_ON_A_PAGE = 50


class OrganisationPages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        pages: dict[str, Callable[..., HttpResponse]] = {
            "tasks": require_safe(self.tasks_view),
            "merge": self.merge_view,
            "split": require_POST(self.split_view),
            "take_out": require_POST(self.take_out_view),
        }
        return [
            *(
                path(
                    f"<int:body_id>/{name.replace('_', '-')}/",
                    self.admin_site.admin_view(view),
                    name=f"review_organisation_{name}",
                )
                for name, view in pages.items()
            ),
            *super().get_urls(),
        ]

    def tasks_view(self, request: HttpRequest, body_id: int) -> HttpResponse:
        """Show every task of the body, by when it is due."""
        body = self._found(request, body_id)
        chosen = BodyTasks(request.GET, body.pk)
        pages = CappedPaginator(chosen.qs, TASKS_ON_A_PAGE)
        page = pages.get_page(request.GET.get("page"))
        rest = request.GET.copy()
        rest.pop("page", None)
        return self._page(
            request,
            "tasks",
            title=_("Tasks of a body"),
            original=body,
            filter=chosen,
            page=page,
            more_than=pages.is_capped,
            rest=rest.urlencode(),
        )

    def merge_view(self, request: HttpRequest, body_id: int) -> HttpResponse:
        body = self._found(request, body_id)
        self._refuse_who_may_not(request)
        if body.merged_into_id is not None:
            return redirect(_address(body.pk))
        words, into = request.GET.get("q", "").strip(), number(request.POST.get("into"))
        if request.method == "POST":
            if into is None:
                messages.error(request, _("Choose a body."))
            elif told(request, lambda: _merged(request, body, into)):
                return redirect(_address(into))
        others = bodies_found(standing_bodies().exclude(pk=body.pk), words or body.name)
        found = list(with_tasks_counted(others)[: MOST_FOUND + 1])
        return self._page(
            request,
            "merge",
            title=_("Merge with another body"),
            original=body,
            words=words,
            found=found[:MOST_FOUND],
            has_more=len(found) > MOST_FOUND,
        )

    def split_view(self, request: HttpRequest, body_id: int) -> HttpResponse:
        body = self._found(request, body_id)
        self._refuse_who_may_not(request)

        def split() -> str:
            split_organisation(person(request), body.pk)
            return _("“%(name)s” stands for itself again.") % {"name": body}

        told(request, split)
        return redirect(_address(body.pk))

    def take_out_view(self, request: HttpRequest, body_id: int) -> HttpResponse:
        body, own = self._found(request, body_id), []
        self._refuse_who_may_not(request)
        chosen = [each for each in map(number, request.POST.getlist("spelling")) if each]

        def take_out() -> str:
            own.append(take_out_spellings(person(request), body.pk, chosen))
            return _("The spellings are a body of their own now: this one.")

        if not chosen:
            messages.error(request, _("Choose at least one spelling."))
        else:
            told(request, take_out)
        return redirect(_address(own[0].pk if own else body.pk))

    def _found(self, request: HttpRequest, body_id: int) -> Organisation:
        if not self.has_view_permission(request):
            raise PermissionDenied
        body = Organisation.objects.filter(pk=body_id).select_related("merged_into").first()
        if body is None:
            raise Http404
        return body

    def _refuse_who_may_not(self, request: HttpRequest) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "media": self.media,
            "can_change": self.has_change_permission(request),
        }
        return TemplateResponse(request, f"admin/review/organisation/{name}.html", context)


def _merged(request: HttpRequest, body: Organisation, into_id: int) -> str:
    into = merge_organisations(person(request), body.pk, into_id)
    words = _("“%(body)s” is now the same as “%(into)s”. This can be undone on its page.")
    return words % {"body": body, "into": into}


def _address(body_id: int) -> str:
    return reverse("admin:review_organisation_change", args=[body_id])
