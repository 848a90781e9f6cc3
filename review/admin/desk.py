"""The one row of desk settings."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.generic import person
from articles.admin.refusals import RefusalsAsErrors
from review.actions.desk import change_desk
from review.models import DeskSettings
from review.queries.usual import MOST


class DeskSettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    approvals_needed = forms.TypedChoiceField(
        label=_("People in favour for approval"), choices=[(n, n) for n in (1, 2, 3)], coerce=int
    )

    seeded_errors = forms.IntegerField(
        label=_("Seeded errors in a hundred tasks"),
        min_value=0,
        max_value=10,
        help_text=_("From 0, which is none, to 10."),
    )

    class Meta:
        model = DeskSettings
        fields = ["approvals_needed", "usual_reasons", "seeded_errors"]
        widgets = {"usual_reasons": forms.Textarea(attrs={"rows": MOST})}

    def clean_usual_reasons(self) -> str:
        reasons: str = self.cleaned_data["usual_reasons"]
        if len([line for line in reasons.splitlines() if line.strip()]) > MOST:
            raise forms.ValidationError(_("Nine at most: there is a digit for each."))
        return reasons


@admin.register(DeskSettings)
class DeskSettingsAdmin(RefusalsAsErrors):
    form = DeskSettingsForm
    fieldsets = [
        (
            None,
            {
                "fields": ["approvals_needed"],
                "description": _(
                    "So many different people have to be in favour of a wording before it is"
                    " approved. A wording written by a person always needs at least two."
                    " What you choose here holds for wordings that are written from now on;"
                    " those that are there already keep their number."
                ),
            },
        ),
        (None, {"fields": ["usual_reasons"]}),
        (
            None,
            {
                "fields": ["seeded_errors"],
                "description": _(
                    "Known-wrong tasks show whether people read before they approve. They look like"
                    " any other until they have been judged; then they go, and whoever judged them"
                    " is told. They are never approved, exported or published. Tell your team that"
                    " there are some."
                ),
            },
        ),
    ]

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def changelist_view(
        self, _request: HttpRequest, _extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:review_desksettings_change", args=[1]))

    def get_object(self, *_args: Any) -> DeskSettings:
        """Give the one row, or what holds while nobody has chosen anything."""
        return DeskSettings.objects.filter(pk=1).first() or DeskSettings(pk=1)

    def save_model(
        self, request: HttpRequest, obj: DeskSettings, _form: Any, _change: bool
    ) -> None:
        change_desk(
            person(request),
            approvals_needed=obj.approvals_needed,
            usual_reasons=obj.usual_reasons,
            seeded_errors=obj.seeded_errors,
        )
