"""Tasks out of the desk as a file, and from a file back in."""

import hashlib
from collections import Counter
from http import HTTPStatus
from typing import IO, Any, Final

from django import forms
from django.contrib import admin
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.admin.generic import person
from articles.refusal import Refused
from review.actions.bringing_in import PERMISSION, Told, bring_in
from review.choosing import Choice
from review.exchange.exporting import FORMS, export
from review.exchange.reading import rows_of
from review.models import ExtractedTask

LARGEST: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 5_000
TRIED: Final = "review.exchange.tried"


@require_safe
def export_tasks(request: HttpRequest, form: str) -> HttpResponseBase:
    """Hand over the tasks that the queue shows for the same address."""
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    if form not in FORMS:
        raise Http404
    asker = person(request)
    chosen = Choice.of(asker, request.GET).rows
    tasks = ExtractedTask.objects.filter(pk__in=chosen.order_by().values("task"))
    name = f"duyet-{timezone.localdate():%Y-%m-%d}.{form}"
    return StreamingHttpResponse(
        export(tasks, asker, form),
        content_type=FORMS[form][1],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


class FileForm(forms.Form):
    """A file is tried first; then the same one again, and it comes in."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A file that a desk has exported: .jsonl, or .csv and .xlsx with all columns."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".jsonl,.csv,.xlsx"}),
    )
    tried = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("The file is too big. Bring it in by the command import_tasks.")
            )
        return file


def bring_in_file(request: HttpRequest) -> HttpResponse:
    """Tell row by row what would happen; with the same file once more, do it."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if is_sent else FileForm()
    context: dict[str, Any] = {}
    status = HTTPStatus.OK
    if form.is_valid():
        file = form.cleaned_data["file"]
        sha256 = _sha256(file)
        was_tried = "do" in request.POST and _was_tried(request, form.cleaned_data["tried"], sha256)
        if "do" in request.POST and not was_tried:
            form.add_error("file", _("This is another file than the one that was tried: try it."))
        else:
            try:
                told = _brought_in(request, file, dry_run=not was_tried)
            except Refused as refusal:
                form.add_error("file", str(refusal))
            else:
                context = _report(told, done=was_tried)
                tried = signing.dumps([person(request).pk, sha256], salt=TRIED)
                form = FileForm(initial={"tried": "" if was_tried else tried})
                context["name"] = file.name
    if form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context |= admin.site.each_context(request) | {
        "title": _("Bring in tasks from a file"),
        "form": form,
        "opts": ExtractedTask._meta,
    }
    return TemplateResponse(request, "review/bring_in.html", context, status=status)


def _brought_in(request: HttpRequest, file: IO[bytes], *, dry_run: bool) -> list[Told]:
    rows = []
    for row in rows_of(file, file.name):
        rows.append(row)
        if len(rows) > MOST_ROWS:
            raise Refused(
                _("The file has more than %(most)s rows. Bring it in by the command import_tasks.")
                % {"most": MOST_ROWS}
            )
    if not rows:
        raise Refused(_("There is nothing in this file."))
    return bring_in(person(request), rows, dry_run=dry_run)


def _report(told: list[Told], *, done: bool) -> dict[str, Any]:
    return {"told": told, "done": done, "counts": dict(Counter(row.kind for row in told))}


def _sha256(file: Any) -> str:
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return sha256


def _was_tried(request: HttpRequest, tried: str, sha256: str) -> bool:
    try:
        return bool(signing.loads(tried, salt=TRIED) == [person(request).pk, sha256])
    except signing.BadSignature:
        return False
