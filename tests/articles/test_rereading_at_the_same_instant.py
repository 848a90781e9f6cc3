"""People edit a text, or stop a re-reading, while it is being read again: nothing is overlooked."""

from collections.abc import Callable

import pytest

from articles.actions import rereadings
from articles.actions.leases import claimed
from articles.actions.rereading import find_again, find_themes_again, reread
from articles.actions.rereadings import cancel_rereading, start_rereading
from articles.actions.texts import take_out_paragraph
from articles.actions.vocabulary import add_spelling
from articles.models import Article, Mention, Rereading, RereadingSlice
from articles.refusal import Refused
from tests.articles.factories import ThemeFactory
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def article() -> Article:
    theme = ThemeFactory(name="nêu gương")
    [item] = imported(upload(page()))
    assert item.article
    add_spelling(EditorFactory(), theme, "bám bản")
    return item.article


def takes_out(article: Article) -> Callable[[], object]:
    person, text = EditorFactory(), article.text_id
    return lambda: take_out_paragraph(person, article, text or 0, 0)


@pytest.mark.parametrize("again", [reread, find_again, find_themes_again])
def test_what_waits_for_an_editor_reads_what_the_editor_left(
    article: Article, again: Callable[[int], object]
) -> None:
    takes = takes_out(article)

    def edits() -> None:
        takes()
        Mention.objects.all().delete()  # as if older rules had found nothing in the new text

    assert one_behind_the_other(edits, lambda: again(article.pk)) == [None, None]

    article.refresh_from_db()
    assert article.text is not None
    assert article.text.number == 2
    assert "bám bản" in Mention.objects.filter(text=article.text).values_list("quote", flat=True)


def test_an_editor_who_waits_for_another_is_told_to_look_again(article: Article) -> None:
    edited, refused = one_behind_the_other(takes_out(article), takes_out(article))

    assert edited is None
    assert isinstance(refused, Refused)
    assert "has changed meanwhile" in str(refused)


def test_whoever_cancels_as_a_slice_is_saved_does_not_stand_in_its_way(article: Article) -> None:
    ThemeFactory(name="cán bộ")
    rereading = start_rereading(None, Rereading.Scope.THEMES, dry_run=False)
    part, person = claimed(RereadingSlice.objects.all(), rereading.slices.get().pk), EditorFactory()
    assert part

    results = one_behind_the_other(
        lambda: rereadings._do(part, article.pk), lambda: cancel_rereading(person, rereading)
    )

    assert results == [None, None]
    assert rereading.changes.exists()
