"""Saving what was chosen on the queue page, and forgetting it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.refusal import Refused
from review.actions.filters import LONGEST_NAME, remove_filter, save_filter


class SaveForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_NAME)
    is_shared = forms.BooleanField(label=gettext_lazy("for everybody"), required=False)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Save what the address says under the name that the form says."""
    form = SaveForm(request.POST)
    chosen = request.GET.dict()
    back = HttpResponseRedirect(_queue(urlencode(chosen)))
    if not form.is_valid():
        messages.error(request, _("Give it a name of at most 80 characters."))
        return back
    said = form.cleaned_data
    try:
        saved = save_filter(person(request), said["name"], chosen, is_shared=said["is_shared"])
        messages.success(request, _("Saved as “%(name)s”.") % {"name": saved.name})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return back


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    try:
        remove_filter(person(request), number)
        messages.success(request, _("Removed."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(_queue(request.GET.urlencode()))


def _queue(rest: str) -> str:
    address = reverse("admin:review_extractedtask_changelist")
    return f"{address}?{rest}" if rest else address
