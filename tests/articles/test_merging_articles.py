"""Two articles that are one: what merging does, and that undoing it leaves nothing of it."""

from typing import Any

import pytest

from articles.actions.articles import put_back_article, take_down_articles
from articles.actions.comparing import compare, compare_waiting
from articles.actions.erasing import erase_article
from articles.actions.likeness import keep_apart, merge_articles, offer_again, split_article
from articles.models import Article, Erasure, Likeness, SignatureKey
from articles.queries.likeness import offers
from articles.refusal import NotAllowed, Refused
from tests.articles.alike import (
    EXCERPT,
    REPORTED,
    REPOSTED,
    article_saying,
    likeness_of,
    offered,
    pair_alike,
)
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

State = Article.State
THIRD = REPOSTED.replace("48 mô hình", "49 mô hình").replace("12 tập thể", "13 tập thể")


def now(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def kept() -> list[Any]:
    """All that a merge writes, without the numbers and times of rows that are made anew."""
    articles = Article.objects.order_by("pk").values_list("pk", "state", "merged_into")
    likenesses = Likeness.objects.order_by("first", "second").values_list(
        "first", "second", "way", "jaccard", "contained", "state", "aside", "decided_by", "via"
    )
    return [*articles, *likenesses]


def asked() -> list[set[int]]:
    return sorted({each.first_id, each.second_id} for each in offers())


class TestMerging:
    def test_the_later_steps_aside_and_leads_to_the_earlier(self) -> None:
        reported, reposted, likeness = pair_alike()
        editor = EditorFactory()

        assert merge_articles(editor, likeness.pk) == (reposted, reported)

        assert (now(reposted).state, now(reposted).standing) == (State.MERGED, reported)
        assert (now(reported).state, now(reported).standing) == (State.ACTIVE, reported)
        likeness.refresh_from_db()
        assert (likeness.state, likeness.aside, likeness.decided_by) == ("merged", reposted, editor)
        assert likeness.decided_at is not None

    def test_the_editor_may_say_which_one_stays(self) -> None:
        reported, reposted, likeness = pair_alike()
        assert merge_articles(EditorFactory(), likeness.pk, reposted.pk) == (reported, reposted)

    def test_an_excerpt_steps_aside_for_the_whole(self) -> None:
        excerpt, whole = article_saying(EXCERPT), article_saying(REPORTED)
        likeness = offered(excerpt, whole)
        assert merge_articles(EditorFactory(), likeness.pk) == (excerpt, whole)

    def test_both_keep_what_they_have(self) -> None:
        reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        for article in (reported, reposted):
            after = now(article)
            assert (after.publisher, after.text, after.original) == (
                article.publisher,
                article.text,
                article.original,
            )

    def test_reviewers_do_not_merge(self) -> None:
        _reported, _reposted, likeness = pair_alike()
        for act in (merge_articles, keep_apart, offer_again):
            with pytest.raises(NotAllowed):
                act(ReviewerFactory(), likeness.pk)

    def test_a_third_article_is_not_what_stays(self) -> None:
        _reported, _reposted, likeness = pair_alike()
        other = article_saying("Bài khác.")
        with pytest.raises(Refused, match="one of the two"):
            merge_articles(EditorFactory(), likeness.pk, other.pk)

    def test_what_was_decided_is_not_decided_again(self) -> None:
        _reported, _reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        for act in (merge_articles, keep_apart, offer_again):
            with pytest.raises(Refused, match="decided"):
                act(EditorFactory(), likeness.pk)

    def test_an_offer_that_is_gone_is_refused(self) -> None:
        for act in (merge_articles, keep_apart, offer_again):
            with pytest.raises(Refused, match="not offered"):
                act(EditorFactory(), 4711)

    def test_what_was_taken_down_is_neither_offered_nor_merged(self) -> None:
        _reported, reposted, likeness = pair_alike()
        take_down_articles(EditorFactory(), [reposted], "Sai.")
        assert asked() == []
        with pytest.raises(Refused, match="not at the desk"):
            merge_articles(EditorFactory(), likeness.pk)

    def test_what_was_merged_is_not_put_back_as_if_it_was_taken_down(self) -> None:
        _reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        with pytest.raises(Refused, match="not taken down"):
            put_back_article(EditorFactory(), reposted)


class TestUndoing:
    def test_it_leaves_nothing_of_the_merge(self) -> None:
        _reported, reposted, likeness = pair_alike()
        before = kept()
        merge_articles(EditorFactory(), likeness.pk)

        split_article(EditorFactory(), reposted)

        assert kept() == before

    def test_an_article_that_is_not_merged_is_refused(self) -> None:
        reported, _reposted, _likeness = pair_alike()
        with pytest.raises(Refused, match="not merged"):
            split_article(EditorFactory(), reported)

    def test_reviewers_do_not_undo(self) -> None:
        _reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        with pytest.raises(NotAllowed):
            split_article(ReviewerFactory(), reposted)

    def test_keeping_apart_is_taken_back_too(self) -> None:
        _reported, _reposted, likeness = pair_alike()
        before = kept()
        keep_apart(EditorFactory(), likeness.pk)
        assert asked() == []
        offer_again(EditorFactory(), likeness.pk)
        assert kept() == before


class TestThreeOfThem:
    @pytest.fixture
    def three(self) -> list[Article]:
        return [article_saying(body) for body in (REPORTED, REPOSTED, THIRD)]

    def test_each_pair_is_asked_about_and_then_what_is_left(self, three: list[Article]) -> None:
        first, second, third = three
        assert len(asked()) == 3
        merge_articles(EditorFactory(), offered(first, second).pk)
        assert asked() == [{first.pk, third.pk}]

    def test_nobody_has_to_follow_more_than_one_step(self, three: list[Article]) -> None:
        first, second, third = three
        editor = EditorFactory()
        merge_articles(editor, offered(second, third).pk)
        merge_articles(editor, offered(first, second).pk)
        assert [now(each).merged_into for each in three] == [None, first, first]
        assert asked() == []

    @pytest.mark.parametrize("order", [[1, 2], [2, 1]])
    def test_undone_in_any_order_they_are_as_before(
        self, three: list[Article], order: list[int]
    ) -> None:
        first, second, third = three
        before, editor = kept(), EditorFactory()
        merge_articles(editor, offered(second, third).pk)
        merge_articles(editor, offered(first, second).pk)
        for each in order:
            split_article(editor, three[each])
        assert kept() == before

    def test_who_comes_back_brings_along_what_it_had_taken_in(self, three: list[Article]) -> None:
        first, second, third = three
        editor = EditorFactory()
        merge_articles(editor, offered(second, third).pk)
        merge_articles(editor, offered(first, second).pk)

        split_article(editor, second)

        assert [now(each).merged_into for each in three] == [None, None, second]
        assert asked() == [{first.pk, second.pk}]

    def test_what_is_like_one_that_stepped_aside_is_offered_of_the_one_that_stays(
        self, three: list[Article]
    ) -> None:
        first, second, third = three
        Likeness.objects.filter(first=first, second=third).delete()  # as if not alike enough
        before, editor = kept(), EditorFactory()

        merge_articles(editor, offered(first, second).pk)

        handed_on = offered(first, third)
        assert handed_on.via == offered(second, third)
        assert asked() == [{first.pk, third.pk}]
        merge_articles(editor, handed_on.pk)
        split_article(editor, third)
        split_article(editor, second)
        assert kept() == before

    def test_what_was_said_of_the_one_that_stays_holds(self, three: list[Article]) -> None:
        first, second, third = three
        Likeness.objects.filter(first=first, second=third).delete()
        editor = EditorFactory()
        merge_articles(editor, offered(first, second).pk)
        keep_apart(editor, offered(first, third).pk)
        assert asked() == []
        compare(third.pk)
        assert asked() == []

    def test_a_newcomer_is_offered_once_of_those_that_are_one(self, three: list[Article]) -> None:
        first, second, third = three
        editor = EditorFactory()
        merge_articles(editor, offered(first, second).pk)
        merge_articles(editor, offered(first, third).pk)
        newcomer = article_saying(THIRD.replace("37 cá nhân", "38 cá nhân"))
        assert asked() == [{first.pk, newcomer.pk}]


class TestImportingAgain:
    def test_what_was_merged_comes_in_as_a_duplicate_of_the_one_that_stayed(
        self, rung: list[int]
    ) -> None:
        one = upload(page("Hội nghị sơ kết", body=REPORTED))
        other = upload(page("Nhìn lại ba năm", body=REPOSTED))
        first, second = (item.article for item in imported(one, other))
        compare_waiting()
        assert first
        assert second
        merge_articles(EditorFactory(), offered(first, second).pk)

        same_bytes, same_text = imported(
            other, upload(page("Nhìn lại ba năm", body=REPOSTED) + "\n\n")
        )
        for item in (same_bytes, same_text):
            assert (item.state, item.article) == ("duplicate", first)


class TestErasing:
    def test_what_others_were_merged_into_is_not_erased(self) -> None:
        reported, _reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        with pytest.raises(Refused, match="Split them off"):
            erase_article(ManagingEditorFactory(), reported, "Nhầm.")
        assert not Erasure.objects.exists()

    def test_what_stepped_aside_is_erased_with_what_was_said_of_it(self) -> None:
        reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        erase_article(ManagingEditorFactory(), reposted, "Nhầm.")
        assert not Likeness.objects.exists()
        assert now(reported).state == State.ACTIVE

    def test_its_keys_go_along(self) -> None:
        reported, reposted, _likeness = pair_alike()
        erase_article(ManagingEditorFactory(), reposted, "Nhầm.")
        assert likeness_of(reported, reposted) is None
        assert set(SignatureKey.objects.values_list("article_number", flat=True)) == {reported.pk}

    def test_what_was_handed_on_from_it_is_offered_no_longer(self) -> None:
        first, second = article_saying(REPORTED), article_saying(REPOSTED)
        third = article_saying(THIRD)
        Likeness.objects.filter(first=first, second=third).delete()
        merge_articles(EditorFactory(), offered(first, second).pk)
        assert offered(first, third).via is not None
        erase_article(ManagingEditorFactory(), second, "Nhầm.")
        assert asked() == []
