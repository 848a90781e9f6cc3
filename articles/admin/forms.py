"""What is asked before something is done to articles."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), widget=AdminTextareaWidget({"rows": 3}), max_length=2000
    )


class EraseForm(ReasonForm):
    typed = forms.IntegerField(label=gettext_lazy("Number of the article"))

    def __init__(self, *args: Any, number: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.number = number
        self.fields["typed"].help_text = _(
            "To be sure, type the number of this article: %(number)s."
        ) % {"number": number}

    def clean_typed(self) -> int:
        typed: int = self.cleaned_data["typed"]
        if typed != self.number:
            raise forms.ValidationError(_("This is not the number of the article."))
        return typed
