"""Two people at once file themes under each other: neither may make a circle."""

from collections.abc import Callable

import pytest

from articles.actions.vocabulary import describe_theme
from articles.models import Theme
from articles.refusal import Refused
from tests.articles.factories import ThemeFactory
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db(transaction=True)]


def filing(theme: Theme, parent: Theme) -> Callable[[], Theme]:
    person = EditorFactory()
    return lambda: describe_theme(person, theme, parent=parent, note="", excludes=[])


def refused(result: Exception | None) -> bool:
    return isinstance(result, Refused) and str(result) == "A theme cannot be broader than itself."


def test_two_themes_made_each_others_broader_one() -> None:
    one, other = ThemeFactory.create_batch(2)

    filed, told = one_behind_the_other(filing(other, one), filing(one, other))

    assert filed is None
    assert refused(told)
    assert Theme.objects.get(pk=one.pk).parent is None


def test_a_circle_that_goes_through_themes_which_neither_names() -> None:
    one, two, three, four = ThemeFactory.create_batch(4)
    Theme.objects.filter(pk=two.pk).update(parent=three)
    Theme.objects.filter(pk=four.pk).update(parent=one)

    filed, told = one_behind_the_other(filing(one, two), filing(three, four))

    assert filed is None
    assert refused(told)
