"""How screens tell a refusal: as an error of the form that asked, with what was typed kept.

Where there is no form, at the head of the next page.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from articles.admin.generic import AnyAdmin
from articles.refusal import NotAllowed, Refused


def told(request: HttpRequest, act: Callable[[], str]) -> bool:
    """Do it, and tell what was done, or why not; give whether it was."""
    try:
        messages.success(request, act())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def status_of(refusal: Refused) -> HTTPStatus:
    """Give the status of a page that tells of the refusal itself."""
    return HTTPStatus.FORBIDDEN if isinstance(refusal, NotAllowed) else HTTPStatus.CONFLICT


class RefusalsAsErrors(AnyAdmin):
    """For admin classes whose forms are saved by actions. A refusal undoes the whole request."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refusal:
            request.refusal = str(refusal)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any
    ) -> type[ModelForm[Any]]:
        form = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return form if refusal is None else _refusing(form, refusal)


def _refusing(form: type[ModelForm[Any]], refusal: str) -> type[ModelForm[Any]]:
    class Refusing(form):  # type: ignore[valid-type,misc]
        def clean(self) -> dict[str, Any]:
            super().clean()
            raise ValidationError(refusal)

    return Refusing
