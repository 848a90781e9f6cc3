"""What type checkers want to be told of Django's admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.core.paginator import Paginator
from django.forms import BaseInlineFormSet, ModelForm, ModelMultipleChoiceField

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.http import HttpRequest

    AnyAdmin = admin.ModelAdmin[Any]
    AnyInline = admin.TabularInline[Any, Any]
    AnyInlineFormSet = BaseInlineFormSet[Any, Any, Any]
    AnyPaginator = Paginator[Any]
    AnyChoices = ModelMultipleChoiceField[Any]
    AnyModelForm = ModelForm[Any]
else:
    AnyAdmin = admin.ModelAdmin
    AnyInline = admin.TabularInline
    AnyInlineFormSet = BaseInlineFormSet
    AnyPaginator = Paginator
    AnyChoices = ModelMultipleChoiceField
    AnyModelForm = ModelForm


def person(request: HttpRequest) -> AbstractUser:
    """Give who asks: the admin lets nobody in who has not signed in."""
    return cast("AbstractUser", request.user)
