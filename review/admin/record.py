"""The record of a task: one page with everything that happened to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.generic import person
from articles.admin.more import WithMore
from articles.asked import number
from review.models import ExtractedTask
from review.queries.story import story_of
from review.talk import Screen, talks_on


class RecordPage(WithMore):
    def more(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        return {"title": _("Record of a task"), **self._told(request, object_id)}

    def history_view(
        self,
        _request: HttpRequest,
        object_id: str,
        _extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead to the record, which tells more, and hides what others said where it must."""
        address = reverse("admin:review_extractedtask_change", args=[object_id])
        return HttpResponseRedirect(address)

    def _told(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        task = ExtractedTask.objects.filter(pk=number(object_id) or 0).first()
        if task is None or not self.has_view_permission(request, task):
            return {}
        return {
            "story": story_of(person(request), task),
            "talk": talks_on(person(request), [task], Screen.RECORD)[task.pk],
        }
