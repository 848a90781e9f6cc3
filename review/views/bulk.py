"""What is done to many tasks of the queue at once, and what came of each."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.admin.refusals import status_of
from articles.asked import number
from articles.refusal import Refused
from review.actions.bulk import Chosen, Result, assign_all, decide_on, let_go_of
from review.forms import DayInput
from review.models import Decision, ExtractedTask
from review.queries.assigning import Assignee, assignee_choices

NOBODY = "nobody"
ACTS = [*Decision.Verdict.values, "assign", "let_go"]


def assignees() -> list[tuple[str, Any]]:
    return [("", "---------"), (NOBODY, _("nobody")), *assignee_choices()]


class AssignForm(forms.Form):
    assignee = forms.ChoiceField(label=gettext_lazy("Assign to"), choices=assignees, required=False)
    due_on = forms.DateField(
        label=gettext_lazy("To be decided by"), required=False, widget=DayInput()
    )

    def meant(self) -> Assignee | None:
        """Give whom it means; None where it is nobody."""
        written = self.cleaned_data["assignee"]
        return None if written == NOBODY else Assignee.read(written)


class BulkForm(AssignForm):
    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=2000)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one task."""

    result: Result
    task: ExtractedTask | None


@require_POST
def do(request: HttpRequest) -> HttpResponse:
    """Do it to each task that was chosen, and show a result for each."""
    form = BulkForm(request.POST)
    refusal, results, status = "", list[Result](), HTTPStatus.OK
    try:
        results = _do(request, form, _chosen(request.POST))
    except Refused as reason:
        refusal, status = str(reason), status_of(reason)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("What came of it"),
        "opts": ExtractedTask._meta,
        "refusal": refusal,
        "outcomes": _outcomes(results),
        "done": sum(result.is_done for result in results),
        "refused": sum(not result.is_done for result in results),
        "rest": request.GET.urlencode(),
    }
    return TemplateResponse(request, "review/bulk.html", context, status=status)


def _do(request: HttpRequest, form: BulkForm, chosen: list[Chosen]) -> list[Result]:
    if not form.is_valid():
        raise Refused(" ".join(str(error) for errors in form.errors.values() for error in errors))
    if not chosen:
        raise Refused(_("Choose at least one task."))
    who, said = person(request), form.cleaned_data
    if said["act"] == "assign":
        return assign_all(who, chosen, form.meant(), said["due_on"])
    if said["act"] == "let_go":
        return let_go_of(who, chosen)
    if said["act"] == Decision.Verdict.REJECT and not said["reason"].strip():
        raise Refused(_("Say why you reject them."))
    return decide_on(who, chosen, said["act"], said["reason"])


def _chosen(data: QueryDict) -> list[Chosen]:
    """Read `12-34`: task 12 in its wording 34."""
    chosen = []
    for value in data.getlist("chosen"):
        task, version = map(number, value.partition("-")[::2])
        if task is None or version is None:
            raise Refused(_("This could not be read: choose again."))
        chosen.append(Chosen(task, version))
    return chosen


def _outcomes(results: list[Result]) -> list[Outcome]:
    numbers = [result.task_id for result in results]
    tasks = ExtractedTask.objects.filter(pk__in=numbers).select_related("version", "article")
    known = tasks.defer("article__search", "version__search").in_bulk()
    return [Outcome(result, known.get(result.task_id)) for result in results]
