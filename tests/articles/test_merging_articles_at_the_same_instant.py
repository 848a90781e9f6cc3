"""Merges, and what others do at the same instant."""

from collections.abc import Callable

import pytest

from articles.actions.comparing import compare
from articles.actions.likeness import keep_apart, merge_articles, split_article
from articles.actions.saving import save_article
from articles.finding import find
from articles.models import Article, Likeness
from articles.queries.likeness import offers
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import read
from articles.refusal import Refused
from tests.articles.alike import REPORTED, REPOSTED, article_saying, offered
from tests.articles.factories import OriginalFactory
from tests.articles.texts import page
from tests.at_once import at_once, one_behind_the_other
from tests.factories import EditorFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db(transaction=True)]

THIRD = REPOSTED.replace("48 mô hình", "49 mô hình").replace("12 tập thể", "13 tập thể")


@pytest.fixture
def three() -> list[Article]:
    articles = [article_saying(body) for body in (REPORTED, REPOSTED, THIRD)]
    for article in articles:
        compare(article.pk)
    return articles


def merging(aside: Article, into: Article) -> Callable[[], object]:
    editor, pair = EditorFactory(), offered(aside, into).pk
    return lambda: merge_articles(editor, pair, into.pk)


def merged_into(article: Article) -> Article | None:
    return Article.objects.get(pk=article.pk).merged_into


def test_of_two_who_merge_crosswise_one_is_refused(three: list[Article]) -> None:
    first, second, _third = three
    done, refused = one_behind_the_other(merging(first, second), merging(second, first))
    assert done is None
    assert isinstance(refused, Refused)
    assert (merged_into(first), merged_into(second)) == (second, None)


def test_one_who_keeps_apart_what_is_being_merged_is_refused(three: list[Article]) -> None:
    first, second, _third = three
    editor, pair = EditorFactory(), offered(first, second).pk
    done, refused = one_behind_the_other(merging(second, first), lambda: keep_apart(editor, pair))
    assert done is None
    assert isinstance(refused, Refused)


def test_what_has_just_taken_in_another_leads_it_on(three: list[Article]) -> None:
    first, second, third = three
    assert one_behind_the_other(merging(third, second), merging(second, first)) == [None, None]
    assert [merged_into(each) for each in three] == [None, first, first]


def test_what_has_just_stepped_aside_takes_in_no_other(three: list[Article]) -> None:
    first, second, third = three
    done, refused = one_behind_the_other(merging(second, first), merging(third, second))
    assert done is None
    assert isinstance(refused, Refused)
    assert [merged_into(each) for each in three] == [None, first, None]


def test_round_in_a_ring_nobody_waits_for_ever_and_somebody_stays(three: list[Article]) -> None:
    first, second, third = three
    ring = [merging(first, second), merging(second, third), merging(third, first)]
    results = at_once(*[lambda barrier, work=work: (barrier.wait(), work()) for work in ring])
    assert all(result is None or isinstance(result, Refused) for result in results)
    standing = [article for article in three if merged_into(article) is None]
    assert standing
    assert {merged_into(article) for article in three} - {None} <= set(standing)


def test_a_merge_is_undone_once(three: list[Article]) -> None:
    first, second, _third = three
    merging(second, first)()
    editors = EditorFactory(), EditorFactory()
    done, refused = one_behind_the_other(
        lambda: split_article(editors[0], second), lambda: split_article(editors[1], second)
    )
    assert done is None
    assert isinstance(refused, Refused)


def test_what_is_compared_while_the_other_steps_aside_is_offered_of_the_one_that_stays() -> None:
    first, second = article_saying(REPORTED), article_saying(REPOSTED)
    compare(second.pk)
    step_aside = merging(second, first)
    third = article_saying(THIRD)
    Likeness.objects.filter(second=third).delete()

    assert one_behind_the_other(step_aside, lambda: compare(third.pk)) == [None, None]

    assert [{each.first, each.second} for each in offers()] == [{first, third}]


def test_two_that_are_imported_at_the_same_instant_are_offered() -> None:
    desk = desk_vocabulary()

    def importing(body: str) -> Callable[[], object]:
        draft = read(page(body=body).encode(), name="bai.txt")
        original, findings = OriginalFactory(), find(draft.body, desk.vocabulary)
        return lambda: save_article(original, draft, findings, desk.themes, created_by_id=None)

    works = [importing(body) for body in (REPORTED, REPOSTED)]
    assert at_once(*[lambda barrier, work=work: (barrier.wait(), work()) for work in works]) == [
        None,
        None,
    ]
    for article in Article.objects.all():
        compare(article.pk)  # as the one that commits last does, or whoever comes after
    assert Likeness.objects.count() == 1
