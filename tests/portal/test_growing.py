"""Growing lists: what is offered, what is taken in, and what is refused for good."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.theme_merging import merge_themes
from articles.models import Article, OfficialDocument
from articles.refusal import NotAllowed, Refused
from portal.actions import Pick
from portal.actions.growing import (
    Filter,
    Offered,
    look_out,
    offer_again,
    refuse,
    stop_looking_out,
    take_in,
)
from portal.models import CuratedList
from portal.models.growing import Growth, RefusedProposal
from portal.queries.growing import proposed_articles, proposed_tasks
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, found_task, submitted_list

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def growing_list(*picks: Pick, **asked: Any) -> Growth:
    return look_out(ManagingEditorFactory(), draft_list(*picks), Filter(**asked))


def offered(growth: Growth) -> list[str]:
    growth.refresh_from_db()
    rows: list[Any] = [*proposed_articles(growth), *proposed_tasks(growth)]
    return [getattr(row, "title", None) or row.version.wording for row in rows]


# -- What fits -------------------------------------------------------------------------------------


def test_articles_and_tasks_are_offered_by_their_words_typed_with_or_without_marks() -> None:
    ArticleFactory(title="Giữ lời thề")
    ArticleFactory(title="Chuyện khác")
    approved_task(ArticleFactory(title="Bài kia"), wording="Giữ lời hứa với dân")
    found_task(ArticleFactory(title="Bài nọ"), wording="Giữ lời với bà con")

    assert offered(growing_list(words="giu loi")) == ["Giữ lời thề", "Giữ lời hứa với dân"]


def test_either_kind_alone_is_offered_where_only_that_is_wanted() -> None:
    article = ArticleFactory(title="Giữ lời thề", publisher=PublisherFactory())
    approved_task(article, wording="Giữ lời hứa")
    asked = {"publisher": article.publisher}

    assert offered(growing_list(wants=Growth.Wants.ARTICLES, **asked)) == ["Giữ lời thề"]
    assert offered(growing_list(wants=Growth.Wants.TASKS, **asked)) == ["Giữ lời hứa"]


def test_one_of_the_themes_is_enough_and_a_merged_theme_means_the_one_that_it_became() -> None:
    first, second, third = ThemeFactory(), ThemeFactory(), ThemeFactory()
    for title, theme in (("Một", first), ("Hai", second), ("Ba", third)):
        ArticleFactory(title=title).themes.add(theme)
    growth = growing_list(themes=[first, second])
    assert sorted(offered(growth)) == ["Hai", "Một"]

    merge_themes(EditorFactory(), first, third)
    assert sorted(offered(growth)) == ["Ba", "Hai", "Một"]


def test_days_are_counted_with_the_first_and_the_last() -> None:
    for day in (9, 10, 20, 21):
        ArticleFactory(title=f"Ngày {day}", published_on=date(2021, 9, day))
    asked = {"published_from": date(2021, 9, 10), "published_until": date(2021, 9, 20)}

    assert sorted(offered(growing_list(**asked))) == ["Ngày 10", "Ngày 20"]


def test_a_document_is_cited_by_an_article_or_carried_out_by_a_task() -> None:
    citing = ArticleFactory(title="Có dẫn", body="Theo Nghị quyết số 09-NQ/TU ngày 19/8/2009.")
    document = OfficialDocument.objects.create(kind="Nghị quyết", number="09-NQ/TU", key="nq 9 tu")
    citing.text.citations.create(
        document=document,
        kind="Nghị quyết",
        number="09",
        start=0,
        end=4,
        quote="Theo",
        confidence=1,
    )
    approved_task(ArticleFactory(title="Bài"), wording="Thực hiện", documents=[document])
    ArticleFactory(title="Không dẫn")

    assert offered(growing_list(document=document)) == ["Có dẫn", "Thực hiện"]


def test_nothing_that_may_not_be_published_is_offered() -> None:
    ArticleFactory(title="Giữ lời", state=Article.State.TAKEN_DOWN, taken_down_reason="Lỗi.")
    gone = ArticleFactory(title="Bài gỡ")
    approved_task(gone, wording="Giữ lời hứa")
    Article.objects.filter(pk=gone.pk).update(state="taken_down", taken_down_reason="Lỗi.")

    assert offered(growing_list(words="giữ lời")) == []


def test_what_stands_in_the_list_is_not_offered_to_it_but_to_others() -> None:
    article = ArticleFactory(title="Giữ lời")

    assert offered(growing_list(Pick(article=article), words="giữ lời")) == []
    assert offered(growing_list(words="giữ lời")) == ["Giữ lời"]


# -- The filter ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "Name a theme"),
        ({"words": "  "}, "Name a theme"),
        ({"words": "x" * 201}, "too many words"),
        (
            {"published_from": date(2021, 9, 2), "published_until": date(2021, 9, 1)},
            "first day comes after",
        ),
    ],
)
def test_a_filter_names_something_that_can_be(asked: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        growing_list(**asked)


def test_a_filter_is_changed_and_given_up_and_refusals_outlast_it() -> None:
    person, article = ManagingEditorFactory(), ArticleFactory(title="Giữ lời")
    growth = growing_list(words="giữ")
    refuse(person, growth.curated_list, Offered(articles=[article]))
    look_out(person, growth.curated_list, Filter(words="lời"))
    assert Growth.objects.get().words == "lời"

    stop_looking_out(person, growth.curated_list)
    assert not Growth.objects.exists()
    assert offered(look_out(person, growth.curated_list, Filter(words="lời"))) == []


def test_looking_out_leaves_a_submitted_list_submitted() -> None:
    submitted = submitted_list()
    look_out(ManagingEditorFactory(), submitted, Filter(words="giữ"))
    submitted.refresh_from_db()
    assert submitted.state == CuratedList.State.SUBMITTED


# -- Taking in and refusing ------------------------------------------------------------------------


def test_what_is_taken_in_stands_at_the_end_and_makes_a_draft() -> None:
    first = Pick(article=ArticleFactory(title="Một"), note="Nên đọc.")
    made = submitted_list(Pick(heading="Ở cơ sở"), first)
    task = approved_task(wording="Hai")
    new = Offered(articles=[ArticleFactory(title="Ba")], tasks=[task])
    grown = take_in(ManagingEditorFactory(), made, new, expected=made.revision)

    assert [str(entry) for entry in grown.entries.all()] == ["Ở cơ sở", "Một", "Ba", "Hai"]
    assert grown.entries.get(article=first.article).note == "Nên đọc."
    assert grown.state == CuratedList.State.DRAFT


def test_of_two_who_take_in_the_second_is_told() -> None:
    made = draft_list()
    new = Offered(articles=[ArticleFactory()])
    take_in(ManagingEditorFactory(), made, new, expected=made.revision)

    with pytest.raises(Refused, match="Somebody else"):
        take_in(ManagingEditorFactory(), made, new, expected=made.revision)


def test_what_is_refused_is_not_offered_again_until_that_is_taken_back() -> None:
    person = ManagingEditorFactory()
    article, task = (
        ArticleFactory(title="Giữ lời"),
        approved_task(ArticleFactory(title="Bài kia"), wording="Giữ lời hứa"),
    )
    growth = growing_list(words="giữ lời")
    made = growth.curated_list
    both = Offered(articles=[article], tasks=[task])

    assert refuse(person, made, both) == 2
    refuse(ManagingEditorFactory(), made, both)
    assert offered(growth) == []
    assert [row.refused_by for row in made.refused_proposals.all()] == [person, person]

    offer_again(person, made, made.refused_proposals.get(task=task).pk)
    assert offered(growth) == ["Giữ lời hứa"]
    with pytest.raises(Refused, match="already"):
        offer_again(person, made, 0)


def test_nothing_ticked_is_told() -> None:
    made = draft_list()
    with pytest.raises(Refused, match="Tick"):
        refuse(ManagingEditorFactory(), made, Offered())
    with pytest.raises(Refused, match="Tick"):
        take_in(ManagingEditorFactory(), made, Offered(), expected=made.revision)


def test_who_makes_no_lists_lets_none_grow() -> None:
    editor, made, some = EditorFactory(), draft_list(), Offered(articles=[ArticleFactory()])
    for act in (
        lambda: look_out(editor, made, Filter(words="giữ")),
        lambda: stop_looking_out(editor, made),
        lambda: take_in(editor, made, some, expected=made.revision),
        lambda: refuse(editor, made, some),
        lambda: offer_again(editor, made, 1),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_database_refuses_a_refusal_of_nothing_of_two_things_and_twice() -> None:
    made, article = draft_list(), ArticleFactory()
    told: dict[str, Any] = {"curated_list": made, "refused_by": ManagingEditorFactory()}
    RefusedProposal.objects.create(article=article, **told)

    for wrong in ({}, {"article": article}, {"article": article, "task": approved_task()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            RefusedProposal.objects.create(**wrong, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Growth.objects.create(
            curated_list=made, published_from=date(2021, 9, 2), published_until=date(2021, 9, 1)
        )


# -- The page --------------------------------------------------------------------------------------


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(ManagingEditorFactory())
    return client


def page_of(curated_list: CuratedList) -> str:
    return reverse("admin:portal_curatedlist_growing", args=[curated_list.pk])


def test_a_filter_is_saved_and_what_fits_taken_in_or_refused_on_its_page(desk: Client) -> None:
    made = draft_list()
    wanted, other = ArticleFactory(title="Giữ lời thề"), ArticleFactory(title="Giữ lời hứa")
    saved = desk.post(
        page_of(made), {"save": "1", "wants": "both", "words": "giữ lời"}, follow=True
    )
    assert "Giữ lời thề" in saved.content.decode()
    seen = {"seen": made.revision}
    desk.post(page_of(made), seen | {"take_in": "1", "article": [wanted.pk, "x", ""]})
    refused = desk.post(page_of(made), seen | {"refuse": "1", "article": other.pk}, follow=True)

    assert [str(entry) for entry in made.entries.all()] == ["Giữ lời thề"]
    assert "1 refused." in refused.content.decode()
    assert "Nothing new fits" in refused.content.decode()
    desk.post(page_of(made), {"again": made.refused_proposals.get().pk})
    assert not made.refused_proposals.exists()
    desk.post(page_of(made), {"stop": "1"})
    assert not Growth.objects.exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"words": ""}, "Name a theme"),
        ({"words": "giữ", "themes": "x"}, "not a valid value"),
        ({"words": "giữ", "publisher": "999999"}, "Select a valid choice"),
        ({"words": "giữ", "published_from": "hôm qua"}, "Enter a valid date"),
        ({"words": "giữ", "wants": "x"}, "Select a valid choice"),
    ],
)
def test_nonsense_is_told_and_what_was_typed_stays(
    desk: Client, typed: dict[str, str], told: str
) -> None:
    made = draft_list()
    page = desk.post(page_of(made), {"save": "1", "wants": "both"} | typed).content.decode()

    assert told in page
    assert not typed["words"] or 'value="giữ"' in page
    assert not Growth.objects.exists()


def test_who_may_only_look_sees_what_is_offered_and_no_buttons(client: Client) -> None:
    growth = growing_list(words="giữ")
    ArticleFactory(title="Giữ lời")
    client.force_login(EditorFactory())
    page = client.get(page_of(growth.curated_list)).content.decode()
    client.post(page_of(growth.curated_list), {"stop": "1"})

    assert "Giữ lời" in page
    assert 'name="take_in"' not in page
    assert Growth.objects.exists()


def test_the_page_costs_the_same_with_more_that_fits(desk: Client) -> None:
    growth = growing_list(words="giữ", themes=[ThemeFactory()])
    growth.themes.clear()

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(page_of(growth.curated_list)).status_code == 200
        return len(queries)

    def more(number: int) -> None:
        for _number in range(number):
            approved_task(ArticleFactory(title="Giữ lời"), wording="Giữ lời hứa")
            gone = [ArticleFactory(title="Giữ ý")]
            refuse(ManagingEditorFactory(), growth.curated_list, Offered(articles=gone))

    more(2)
    cost()
    few = cost()
    more(4)
    assert cost() == few
