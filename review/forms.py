"""What people type on the review page."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from articles.models import OfficialDocument, Publisher, Theme
from articles.vietnamese import normalise, on_one_line
from review.actions.organisations import LONGEST_NAME
from review.actions.versions import Wording, wording_of
from review.models import Decision, TaskVersion

BLANK_LINES = 2
LONGEST_WORDING = 10_000


class NamesInput(forms.Widget):
    """A line for each name, and two more; the browser offers the names that the desk knows."""

    template_name = "review/widgets/names.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, None, attrs)
        context["names"] = [*(value or []), *[""] * BLANK_LINES]
        return context

    def value_from_datadict(
        self, data: Mapping[str, Any], _files: MultiValueDict[str, Any], name: str
    ) -> list[str]:
        return data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])

    def id_for_label(self, _id: str) -> str:
        return ""


class NamesField(forms.Field):
    """Names, one a line; a semicolon stands between two, as in a sheet."""

    widget = NamesInput

    def widget_attrs(self, _widget: forms.Widget) -> dict[str, Any]:
        return {"label": self.label}

    def to_python(self, value: list[str] | None) -> tuple[str, ...]:
        lines = (on_one_line(name) for line in value or [] for name in line.split(";"))
        return tuple(line for line in lines if line)

    def validate(self, value: tuple[str, ...]) -> None:
        super().validate(value)
        if any(len(line) > LONGEST_NAME for line in value):
            raise forms.ValidationError(_("This name is too long."))


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DecisionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=Decision.Verdict.choices)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000)
    usual = forms.CharField(required=False, max_length=2000)
    unplaced = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        return {**said, "reason": said.get("usual") or said.get("reason", "")}


class WordingForm(forms.Form):
    """All that people may change about a task; made for one version of it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    unplaced = forms.BooleanField(required=False)
    wording = forms.CharField(
        label=_("Wording"), max_length=LONGEST_WORDING, widget=forms.Textarea(attrs={"rows": 5})
    )
    responsible = NamesField(label=_("Responsible"), required=False)
    participating = NamesField(label=_("Taking part"), required=False)
    due = forms.CharField(label=_("Due, as the text says it"), required=False, max_length=200)
    due_from = forms.DateField(label=_("First day"), required=False, widget=DayInput())
    due_to = forms.DateField(label=_("Last day"), required=False, widget=DayInput())
    documents = forms.ModelMultipleChoiceField(
        OfficialDocument.objects.none(),
        label=_("Documents cited"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["documents"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101  (for the types)
        field.queryset = documents

    @classmethod
    def of(cls, version: TaskVersion, documents: Any) -> "WordingForm":
        """Give a form filled with what the version says."""
        now = wording_of(version)
        return cls(
            initial={
                "version": version.pk,
                "wording": now.wording,
                "responsible": now.responsible,
                "participating": now.participating,
                "due": now.due,
                "due_from": now.due_from,
                "due_to": now.due_to,
                "documents": now.documents,
            },
            documents=documents,
            prefix=None,
            auto_id=f"task-{version.task_id}-%s",
        )

    def clean_wording(self) -> str:
        return normalise(self.cleaned_data["wording"]).strip()

    def clean_due(self) -> str:
        return on_one_line(self.cleaned_data["due"])

    def as_wording(self) -> Wording:
        said = self.cleaned_data
        return Wording(
            wording=said["wording"],
            responsible=said["responsible"],
            participating=said["participating"],
            due=said["due"],
            due_from=said["due_from"],
            due_to=said["due_to"],
            documents=frozenset(document.pk for document in said["documents"]),
        )


class ArticlesForm(forms.Form):
    """Which articles to list."""

    stage = forms.ChoiceField(
        label=_("Stage"),
        required=False,
        choices=[
            ("", _("all")),
            ("open", _("with tasks that wait")),
            ("unplaced", _("with tasks that lost their place")),
            ("ready", _("ready to sign off")),
            ("signed", _("signed off")),
        ],
    )
    words = forms.CharField(label=_("Words of the title"), required=False, max_length=200)
    theme = forms.ModelChoiceField(
        Theme.objects.standing(), label=_("Theme"), required=False, empty_label=_("all")
    )
    publisher = forms.ModelChoiceField(
        Publisher.objects.all(), label=_("Publisher"), required=False, empty_label=_("all")
    )


class MissedTaskForm(forms.Form):
    words = forms.CharField(
        label=_("The words of the task, exactly as they stand in the text"),
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    start = forms.IntegerField(required=False)


class PlaceForm(forms.Form):
    """Where a task stands in the text that its article has now: chosen, or copied from it."""

    IN_WORDS = "words"

    text = forms.IntegerField(widget=forms.HiddenInput)
    place = forms.RegexField(r"^(\d{1,9}-\d{1,9}|words)$", required=False)
    words = forms.CharField(
        label=_("The words of the task, exactly as they stand in the text"),
        required=False,
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    start = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("words", "").strip() and said.get("place") not in ("", self.IN_WORDS):
            self.add_error("words", _("Choose a place or paste its words, not both."))
        return said

    def meant(self, body: str) -> tuple[str, int | None]:
        """Give the words that are meant, and where they begin if that was said."""
        said = self.cleaned_data
        if said["place"] in ("", self.IN_WORDS):
            return said["words"], said["start"]
        start, end = map(int, said["place"].split("-"))
        return body[start:end], start


class RetireForm(forms.Form):
    text = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000)


class SplitForm(forms.Form):
    version = forms.IntegerField()
    at = forms.IntegerField()


class MergeForm(forms.Form):
    version = forms.IntegerField()
    other = forms.IntegerField()
    other_version = forms.IntegerField()


class MoveForm(forms.Form):
    version = forms.IntegerField()
    start = forms.IntegerField()
    end = forms.IntegerField()
