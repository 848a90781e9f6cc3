"""The form that starts an import: files, or a pasted text."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from articles.actions.imports import REFUSED_WITH_ADVICE, SUFFIXES, door_problem
from articles.actions.originals import Upload, upload_of
from articles.models import ImportJob

LONGEST_TEXT = 1_000_000
ERRORS_SHOWN = 20


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Any number of files. What each of them is worth is said by the form, file by file."""

    widget = ManyFilesInput

    def clean(self, data: Any, *_initial: Any) -> "list[UploadedFile[Any]]":
        files = [file for file in data or [] if file]
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"])
        return files


class StartForm(forms.Form):
    chosen_files = ManyFilesField(
        label=_("Files"),
        required=False,
        widget=ManyFilesInput(
            attrs={
                "accept": ",".join(SUFFIXES),
                "aria-describedby": "id_chosen_files_helptext chosen-files",
            }
        ),
    )
    text = forms.CharField(
        label=_("Or a pasted text"),
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        help_text=_(
            "The title on the first line, then the date, the author and the paragraphs as they"
            " stand on the page."
        ),
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        files, text = data.get("chosen_files") or [], (data.get("text") or "").strip()
        if self.errors:
            return data
        if files and text:
            raise forms.ValidationError(
                _("Either files or a pasted text, please: one import takes one of them.")
            )
        if not files and not text:
            raise forms.ValidationError(_("Choose at least one file, or paste a text."))
        self._refuse_useless(files)
        return data

    @property
    def source(self) -> ImportJob.Source:
        return (
            ImportJob.Source.FILES if self.cleaned_data["chosen_files"] else ImportJob.Source.PASTE
        )

    def uploads(self) -> list[Upload]:
        files = self.cleaned_data["chosen_files"]
        return [upload_of(file) for file in files] or [_pasted(self.cleaned_data["text"])]

    def advice(self) -> str:
        """What to do with files of some suffixes, for the page to say before they are sent."""
        words = {suffix: str(problem.label) for suffix, problem in REFUSED_WITH_ADVICE.items()}
        return json.dumps(words, ensure_ascii=False)

    def has_lost_files(self) -> bool:
        """Whether files were sent with a form that comes back: browsers cannot keep them."""
        return bool(self.errors and self.files)

    def _refuse_useless(self, files: "Sequence[UploadedFile[Any]]") -> None:
        """Refuse files of which none can be imported; one that can takes the others along."""
        problems = [(file, door_problem(upload_of(file))) for file in files]
        if not problems or not all(problem for _file, problem in problems):
            return
        for file, problem in problems[:ERRORS_SHOWN]:
            self.add_error("chosen_files", f"{file.name}: {problem.label if problem else ''}")
        if len(problems) > ERRORS_SHOWN:
            self.add_error("chosen_files", "…")


def most_files() -> int:
    return settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0


def _pasted(text: str) -> Upload:
    data = text.encode()
    # A fixed word: the first line of a text that is refused may not be kept.
    return Upload(str(_("Pasted text")), "text/plain; charset=utf-8", len(data), lambda: data)
