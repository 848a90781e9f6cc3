"""The form that starts an import: files, web addresses, or a pasted text."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles.actions.fetching import address_problem, one_for_each_page
from articles.actions.imports import REFUSED_WITH_ADVICE, SUFFIXES, door_problem
from articles.actions.originals import Upload, upload_of
from articles.models import ImportItem, ImportJob

LONGEST_TEXT = 1_000_000
MOST_ADDRESSES = 1_000
ERRORS_SHOWN = 20
LONGEST_LINE_SHOWN = 80


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
    addresses = forms.CharField(
        label=_("Or web addresses"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_(
            "One a line, as many as %(most)s, each beginning with http:// or https://. The desk"
            " asks each site slowly, and keeps to what its robots.txt allows."
        )
        % {"most": MOST_ADDRESSES},
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "class": "vLargeTextField addresses",
                "spellcheck": "false",
                "autocapitalize": "none",
                "placeholder": "https://",
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
        given = [each for each in (files, data.get("addresses"), text) if each]
        if len(given) > 1:
            raise forms.ValidationError(
                _(
                    "Either files, web addresses or a pasted text, please:"
                    " one import takes one of them."
                )
            )
        if not given:
            raise forms.ValidationError(
                _("Choose at least one file, give a web address, or paste a text.")
            )
        self._refuse_useless(files)
        return data

    def clean_addresses(self) -> list[str]:
        """Name every line that is no address, by its number."""
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines()]
        given = [(number, line) for number, line in enumerate(lines, 1) if line]
        if len(given) > MOST_ADDRESSES:
            raise forms.ValidationError(
                _("These are more than %(most)s addresses: please import them in parts."),
                params={"most": MOST_ADDRESSES},
            )
        found = ((number, line, address_problem(line)) for number, line in given)
        wrong = [(number, line, problem) for number, line, problem in found if problem]
        if wrong:
            raise forms.ValidationError(
                [_wrong_line(*each) for each in wrong[:ERRORS_SHOWN]] + _more(wrong)
            )
        return one_for_each_page(line for _number, line in given)

    @property
    def source(self) -> ImportJob.Source:
        if self.cleaned_data["addresses"]:
            return ImportJob.Source.ADDRESSES
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


def _wrong_line(number: int, line: str, problem: ImportItem.Problem) -> forms.ValidationError:
    shown = line if len(line) <= LONGEST_LINE_SHOWN else f"{line[:LONGEST_LINE_SHOWN]}…"
    says_what = line.lower().startswith(("http://", "https://"))
    return forms.ValidationError(
        _("Line %(number)s, “%(line)s”: %(problem)s"),
        params={
            "number": number,
            "line": shown,
            "problem": problem.label if says_what else _("An address begins with https://."),
        },
    )


def _more(wrong: Sequence[Any]) -> list[forms.ValidationError]:
    left = len(wrong) - ERRORS_SHOWN
    if left <= 0:
        return []
    more = ngettext_lazy("And %(left)s more line.", "And %(left)s more lines.", "left")
    return [forms.ValidationError(more, params={"left": left})]


def most_files() -> int:
    return settings.DATA_UPLOAD_MAX_NUMBER_FILES or 0


def _pasted(text: str) -> Upload:
    data = text.encode()
    # A fixed word: the first line of a text that is refused may not be kept.
    return Upload(str(_("Pasted text")), "text/plain; charset=utf-8", len(data), lambda: data)
