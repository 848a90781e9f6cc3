"""The talk about a task, as every screen that has one shows it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from review.models import Comment, ExtractedTask
from review.models.comments import LONGEST_COMMENT
from review.queries.blindness import seen_by
from review.queries.comments import comments_on

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


KEPT = {"hx-preserve": "true"}
"""What is typed stays when htmx shows the card anew."""


class CommentForm(forms.Form):
    words = forms.CharField(
        label=_("Comment"),
        required=False,
        strip=False,
        help_text=_("@ and a user name tells somebody of it."),
        widget=forms.Textarea(
            attrs={
                "rows": 3,
                "maxlength": LONGEST_COMMENT,
                "data-people": "",
                "required": True,
                **KEPT,
            }
        ),
    )
    about = forms.CharField(
        label=_("About these words of the article (may stay empty)"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-about": "", **KEPT}),
    )


class Screen(StrEnum):
    """Where somebody comments, and so goes back to."""

    CARD = "card"
    DISPUTE = "dispute"
    RECORD = "record"


@dataclass(slots=True)
class Talk:
    """What was said of a task, and the form to say something."""

    task: ExtractedTask
    comments: list[Comment]
    is_blind: bool
    may_comment: bool
    screen: Screen
    form: CommentForm = field(init=False)
    refusal: str = ""

    def __post_init__(self) -> None:
        self.form = CommentForm(auto_id=f"comment-{self.task.pk}-%s")
        self.form.fields["words"].widget.attrs["data-people"] = reverse("admin:review_people")


def talks_on(
    person: "AbstractUser", tasks: Collection[ExtractedTask], screen: Screen
) -> dict[int, Talk]:
    """Give the talk on each task, by its number; the same few queries for any number of tasks."""
    numbers = [task.pk for task in tasks]
    of_these = ExtractedTask.objects.order_by().filter(pk__in=numbers)
    seen = set(seen_by(person, of_these).values_list("pk", flat=True))
    said = comments_on(person, numbers, seen)
    may_comment = person.has_perm("review.add_comment")
    return {
        task.pk: Talk(task, said.get(task.pk, []), task.pk not in seen, may_comment, screen)
        for task in tasks
    }
