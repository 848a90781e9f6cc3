"""The pages on which editors are asked whether two articles are one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.actions.likeness import keep_apart, merge_articles
from articles.admin import likeness_pages
from articles.models import Article, Likeness
from tests.articles.alike import EXCERPT, REPORTED, article_saying, offered, pair_alike
from tests.articles.desk import signed_in, text_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

ARTICLES = "/en/admin/articles/article/"
ALIKE = f"{ARTICLES}alike/"


@pytest.fixture
def desk() -> Client:
    return signed_in(EditorFactory())


def page_of(article: Article) -> str:
    return f"{ARTICLES}{article.pk}/change/"


def comparing(likeness: Likeness) -> str:
    return f"{ALIKE}{likeness.pk}/"


def offer_many(count: int) -> None:
    """Pairs with articles of their own, as comparing leaves them."""
    for _each in range(count):
        one, other = ArticleFactory(), ArticleFactory()
        Likeness.objects.create(first=one, second=other, way="repost", jaccard=0.9, contained=1)


class TestTheListOfAll:
    def test_it_shows_each_pair_with_what_is_known_of_both(self, desk: Client) -> None:
        reported, reposted, _likeness = pair_alike()
        told = text_of(desk.get(ALIKE))
        for article in (reported, reposted):
            assert article.title in told
            assert str(article.publisher) in told
        assert "78% alike" in told

    def test_an_excerpt_is_told_as_one(self, desk: Client) -> None:
        article_saying(REPORTED)
        article_saying(EXCERPT)
        assert "100% of the shorter one stands in the longer" in text_of(desk.get(ALIKE))

    def test_merging_there_comes_back_to_the_list(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        page = desk.post(ALIKE, {"pair": likeness.pk, "act": "merge"}, follow=True)
        assert page.redirect_chain == [(ALIKE, 302)]
        assert "was merged into" in text_of(page)
        assert "No two articles say the same." in text_of(page)
        reposted.refresh_from_db()
        assert reposted.merged_into == reported

    def test_keeping_apart_too(self, desk: Client) -> None:
        _reported, _reposted, likeness = pair_alike()
        page = desk.post(ALIKE, {"pair": likeness.pk, "act": "keep_apart"}, follow=True)
        assert "You will not be asked again." in text_of(page)
        likeness.refresh_from_db()
        assert likeness.state == "kept_apart"

    def test_it_goes_on_where_the_page_before_ended(
        self, desk: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(likeness_pages, "ON_A_PAGE", 2)
        offer_many(3)
        first = desk.get(ALIKE)
        second = desk.get(ALIKE, {"before": first.context["older"]})
        numbers = [each.pk for page in (first, second) for each in page.context["pairs"]]
        assert numbers == sorted(numbers, reverse=True)
        assert len(set(numbers)) == 3
        assert second.context["older"] is None

    @pytest.mark.parametrize("data", [{}, {"pair": "x", "act": "merge"}, {"pair": "9" * 30}])
    def test_nonsense_changes_nothing(self, desk: Client, data: dict[str, str]) -> None:
        pair_alike()
        assert desk.post(ALIKE, data).status_code == 302
        assert desk.get(ALIKE, {"before": "nonsense"}).status_code == 200
        assert Likeness.objects.get().state == "offered"

    def test_it_costs_the_same_queries_for_any_number_of_pairs(self, desk: Client) -> None:
        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                desk.get(ALIKE)
            return len(captured)

        offer_many(3)
        few = queries()
        offer_many(9)
        assert queries() == few


class TestWhoMay:
    def test_reviewers_see_and_do_nothing(self) -> None:
        _reported, reposted, likeness = pair_alike()
        desk = signed_in(ReviewerFactory())
        for address in (ALIKE, comparing(likeness), page_of(reposted)):
            page = desk.get(address)
            assert page.status_code == 200
            assert ">Merge" not in page.content.decode()
            assert "Keep apart" not in text_of(page)
        assert desk.post(ALIKE, {"pair": likeness.pk, "act": "merge"}).status_code == 403
        assert desk.post(comparing(likeness), {"act": "keep_apart"}).status_code == 403
        merge_articles(EditorFactory(), likeness.pk)
        assert desk.post(f"{ARTICLES}{reposted.pk}/split/").status_code == 403

    def test_who_may_not_see_articles_sees_none_of_it(self) -> None:
        _reported, _reposted, likeness = pair_alike()
        desk = signed_in(PersonFactory())
        assert desk.get(ALIKE).status_code == 403
        assert desk.get(comparing(likeness)).status_code == 403


class TestThePageOfAnArticle:
    def test_it_offers_the_other_and_merges_at_once(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        assert "The same article as …" in text_of(desk.get(page_of(reposted)))
        page = desk.post(comparing(likeness), {"act": "merge", "back": reposted.pk}, follow=True)
        assert page.redirect_chain == [(page_of(reported), 302)]

    def test_keeping_apart_comes_back_to_it(self, desk: Client) -> None:
        _reported, reposted, likeness = pair_alike()
        page = desk.post(
            comparing(likeness), {"act": "keep_apart", "back": reposted.pk}, follow=True
        )
        assert page.redirect_chain == [(page_of(reposted), 302)]
        assert "Not the same as" in text_of(page)
        page = desk.post(
            comparing(likeness), {"act": "offer_again", "back": reposted.pk}, follow=True
        )
        assert "The same article as …" in text_of(page)

    def test_the_one_that_stays_tells_where_else_it_was_published(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        Article.objects.filter(pk=reposted.pk).update(source_url="https://bao.example/bai-2")
        merge_articles(EditorFactory(), likeness.pk)
        told = text_of(desk.get(page_of(reported)))
        assert f"Also published by {reposted.publisher}" in told
        assert "https://bao.example/bai-2" in told

    def test_the_one_that_stepped_aside_tells_where_it_went(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        page = desk.get(page_of(reposted))
        assert "This article was merged into another." in text_of(page)
        assert page_of(reported) in page.content.decode()
        page = desk.post(f"{ARTICLES}{reposted.pk}/split/", follow=True)
        assert "is at the desk again" in text_of(page)
        assert "The same article as …" in text_of(page)

    def test_undoing_what_is_not_merged_says_so(self, desk: Client) -> None:
        reported, _reposted, _likeness = pair_alike()
        page = desk.post(f"{ARTICLES}{reported.pk}/split/", follow=True)
        assert "not merged with another" in text_of(page)
        assert desk.get(f"{ARTICLES}{reported.pk}/split/").status_code == 405
        assert desk.post(f"{ARTICLES}4711/split/").status_code == 404

    def test_it_costs_the_same_queries_for_any_number_of_offers(self, desk: Client) -> None:
        article = ArticleFactory()
        editor = EditorFactory()

        def add(count: int) -> None:
            for number in range(3 * count):
                made = Likeness.objects.create(
                    first=article, second=ArticleFactory(), way="repost", jaccard=0.9, contained=1
                )
                if number % 3 == 1:
                    keep_apart(editor, made.pk)
                if number % 3 == 2:
                    merge_articles(editor, made.pk)

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                desk.get(page_of(article))
            return len(captured)

        add(1)
        few = queries()
        add(3)
        assert queries() == few


class TestSideBySide:
    def test_the_words_that_differ_are_marked(self, desk: Client) -> None:
        _reported, _reposted, likeness = pair_alike()
        html = desk.get(comparing(likeness)).content.decode()
        assert "<del>125</del>" in html
        assert "<ins>130</ins>" in html

    def test_either_may_stay(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        page = desk.post(comparing(likeness), {"act": "merge", "stays": reposted.pk}, follow=True)
        assert page.redirect_chain == [(page_of(reposted), 302)]
        reported.refresh_from_db()
        assert reported.merged_into == reposted

    def test_what_was_decided_is_told_and_offers_no_button(self, desk: Client) -> None:
        _reported, _reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        page = desk.get(comparing(likeness))
        assert "merged them" in text_of(page)
        assert 'name="stays"' not in page.content.decode()
        refused = desk.post(comparing(likeness), {"act": "merge"}, follow=True)
        assert "decided on these two" in text_of(refused)

    def test_one_that_is_gone_leads_back_to_the_list(self, desk: Client) -> None:
        page = desk.get(f"{ALIKE}4711/", follow=True)
        assert "not offered as one any more" in text_of(page)


class TestTheListOfArticles:
    def test_those_that_stepped_aside_are_shown_to_who_asks(self, desk: Client) -> None:
        reported, reposted, likeness = pair_alike()
        merge_articles(EditorFactory(), likeness.pk)
        assert list(desk.get(ARTICLES).context["cl"].result_list) == [reported]
        asked = desk.get(ARTICLES, {"state__exact": "merged"})
        assert list(asked.context["cl"].result_list) == [reposted]

    def test_it_leads_to_the_pairs(self, desk: Client) -> None:
        assert "The same article twice?" not in text_of(desk.get(ARTICLES))
        pair_alike()
        assert "The same article twice? (1)" in text_of(desk.get(ARTICLES))


def test_the_desk_tells_of_pairs_that_wait(desk: Client) -> None:
    assert "may be one" not in text_of(desk.get("/en/admin/"))
    article_saying(REPORTED)
    offered(Article.objects.get(), article_saying(EXCERPT))
    assert "1 pair of articles that may be one" in text_of(desk.get("/en/admin/"))
    assert "may be one" not in text_of(signed_in(ReviewerFactory()).get("/en/admin/"))
