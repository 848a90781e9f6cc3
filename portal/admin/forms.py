"""The forms of the list's page. They carry what was seen; actions decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portal.actions import Pick
from portal.admin.picking import ArticleField, TaskField
from portal.models import CuratedList, Entry

if TYPE_CHECKING:
    ListModelForm = forms.ModelForm[CuratedList]
    EntryModelForm = forms.ModelForm[Entry]
    EntryFormSet = forms.BaseInlineFormSet[Entry, CuratedList, "EntryForm"]
else:
    ListModelForm = EntryModelForm = forms.ModelForm
    EntryFormSet = forms.BaseInlineFormSet


class ListForm(ListModelForm):
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    """The revision that the person looks at."""

    picture_file = forms.FileField(  # an ImageField would try every kind of picture there is
        label=_("New lead picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_(
            "JPEG, PNG or WebP, 480 points wide at least. What cameras write into it is left out."
        ),
    )
    picture_taken_out = forms.BooleanField(label=_("Take the picture out"), required=False)

    class Meta:
        model = CuratedList
        fields = [
            "title",
            "slug",
            "introduction",
            "picture_alt",
            "picture_credit",
            "wants_notes",
        ]
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "slug": forms.TextInput(attrs={"class": "vTextField"}),
            "introduction": forms.Textarea(attrs={"rows": 8, "class": "vLargeTextField"}),
            "picture_alt": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "picture_credit": forms.TextInput(attrs={"class": "vLargeTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.revision
        slug = self.fields.get("slug")  # not there for who may only look
        if slug:
            slug.required = False
            slug.disabled = bool(self.instance.pk) and self.instance.editions.exists()
            slug.help_text = (
                _("It lasts, since the list has been published.")
                if slug.disabled
                else _("Made from the title if left empty.")
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        shows = said.get("picture_file") or (
            self.instance.picture_id and not said.get("picture_taken_out")
        )
        if shows and not said.get("picture_alt"):
            words = _("Describe the picture in words, for those who cannot see it.")
            self.add_error("picture_alt", words)
        if self.instance.pk and said.get("seen") != self.instance.revision:
            raise ValidationError(
                _(
                    "Somebody else has changed this list since you opened it. What you wrote is "
                    "still below, but not saved: open the list in another tab and carry it over."
                )
            )
        return said


class EntryForm(EntryModelForm):
    """A new row picks what it stands on; a row that stands keeps it."""

    article = ArticleField()
    task = TaskField()
    position = forms.IntegerField(
        label=capfirst(_("position")), min_value=1, max_value=100_000, required=False
    )

    class Meta:
        model = Entry
        fields = ["position", "article", "task", "heading", "note"]
        widgets = {
            "heading": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "note": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("article", "task"):
            self.fields[name].disabled = bool(self.instance.pk)

    def has_changed(self) -> bool:
        """A number alone makes no new entry."""
        ignored = set() if self.instance.pk else {"position"}
        return bool(set(self.changed_data) - ignored)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        picked = [name for name in ("article", "task", "heading") if said.get(name)]
        if self.has_changed() and len(picked) != 1 and not said.get("DELETE"):
            raise ValidationError(_("Choose either an article or a task, or write a heading."))
        return said

    def _post_clean(self) -> None:
        """Leave the row itself alone: the action makes it, and the list's rules stand there."""


class BaseEntryFormSet(EntryFormSet):
    def validate_unique(self) -> None:
        """Leave it to the action, which names what stands twice."""

    def picks(self) -> list[Pick]:
        """What the list is to hold, in the order of the numbers given."""
        rows = [form for form in self.forms if self._stands(form)]
        rows.sort(key=lambda form: form.cleaned_data.get("position") or float("inf"))
        return [
            Pick(
                article=form.cleaned_data.get("article"),
                task=form.cleaned_data.get("task"),
                heading=form.cleaned_data.get("heading", ""),
                note=form.cleaned_data.get("note", ""),
            )
            for form in rows
        ]

    def _stands(self, form: forms.BaseForm) -> bool:
        said = form.cleaned_data
        picked = any(said.get(name) for name in ("article", "task", "heading"))
        return picked and not said.get("DELETE")
