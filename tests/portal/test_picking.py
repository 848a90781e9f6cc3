"""Filling a list from a search: what is found, where it is put, and what cannot be added."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from articles.refusal import NotAllowed, Refused
from portal.actions import Pick
from portal.actions.picking import MOST_AT_ONCE, Kind, Ticked, add_entries
from portal.models import CuratedList
from review.actions.decisions import withdraw
from review.models import Decision, ExtractedTask
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, found_task, submitted_list, take_down

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def article(title: str, **said: object) -> Article:
    made: Article = ArticleFactory(title=title, **said)
    return made


def box(thing: Article | ExtractedTask) -> Ticked:
    return Ticked(Kind.TASK if isinstance(thing, ExtractedTask) else Kind.ARTICLE, thing.pk)


def order(curated_list: CuratedList) -> list[str]:
    return [str(entry) for entry in curated_list.entries.all()]


# -- Adding ----------------------------------------------------------------------------------------


@pytest.fixture
def sorted_list() -> CuratedList:
    """Two headings, with two entries and one under them."""
    one, two, three = (Pick(article=article(title), note="Nên đọc.") for title in "123")
    return draft_list(Pick(heading="Xã"), one, two, Pick(heading="Huyện"), three)


def test_many_are_added_at_the_end_in_the_order_in_which_they_stood(
    sorted_list: CuratedList,
) -> None:
    new, task = article("Mới"), approved_task(wording="Rà soát quy chế")
    added = add_entries(ManagingEditorFactory(), sorted_list, [box(task), box(new)])

    assert order(sorted_list)[:5] == ["Xã", "1", "2", "Huyện", "3"]
    assert [entry.position for entry in added.entries] == [6, 7]
    assert [entry.task or entry.article for entry in added.entries] == [task, new]
    assert sorted_list.entries.get(position=2).note == "Nên đọc."


@pytest.mark.parametrize(
    ("below", "becomes"),
    [
        (1, ["Xã", "1", "2", "Mới", "Huyện", "3"]),
        (2, ["Xã", "1", "Mới", "2", "Huyện", "3"]),
        (4, ["Xã", "1", "2", "Huyện", "3", "Mới"]),
        (5, ["Xã", "1", "2", "Huyện", "3", "Mới"]),
    ],
)
def test_what_is_added_stands_after_an_entry_or_last_under_a_heading(
    sorted_list: CuratedList, below: int, becomes: list[str]
) -> None:
    after = sorted_list.entries.get(position=below).pk
    add_entries(ManagingEditorFactory(), sorted_list, [box(article("Mới"))], below=after)

    assert order(sorted_list) == becomes


def test_what_cannot_be_added_is_told_one_by_one_and_the_rest_is_added() -> None:
    here, gone, good = article("Đã có"), article("Bị gỡ"), article("Còn đây")
    voided, undecided = approved_task(wording="Rà soát quy chế"), found_task()
    made = draft_list(Pick(article=here))
    take_down(gone)
    taken_back = Decision.objects.filter(version__task=voided)[0]
    withdraw(taken_back.person, taken_back.pk)
    things: list[Article | ExtractedTask] = [here, gone, good, good, voided, undecided]
    ticked = [box(thing) for thing in things]
    ticked += [Ticked(Kind.ARTICLE, 999_999), Ticked(Kind.TASK, 999_998)]

    added = add_entries(ManagingEditorFactory(), made, ticked)

    assert order(made) == ["Đã có", "Còn đây"]
    expected = [
        "“Đã có” stands in the list already.",
        "“Bị gỡ” has been taken down.",
        f"The task “{voided}” is not approved.",
        f"The task “{undecided}” is not approved.",
        "There is no article 999999 at the desk any more.",
        "There is no task 999998 at the desk any more.",
    ]
    assert added.refused == expected


def test_where_nothing_can_be_added_the_list_stays_as_it_is() -> None:
    here = article("Đã có")
    made = draft_list(Pick(article=here))
    added = add_entries(ManagingEditorFactory(), made, [box(here)])

    assert not added.entries
    assert made.revision == CuratedList.objects.get().revision


def test_a_submitted_list_takes_nothing_and_stays_submitted() -> None:
    made = submitted_list()
    with pytest.raises(Refused, match="has been submitted"):
        add_entries(ManagingEditorFactory(), made, [box(article("Mới"))])

    made.refresh_from_db()
    assert made.state == CuratedList.State.SUBMITTED


def test_what_cannot_be_meant_is_refused() -> None:
    person, made, other = ManagingEditorFactory(), draft_list(), draft_list(Pick(heading="Xã"))
    new = box(article("Mới"))
    with pytest.raises(Refused, match="Tick"):
        add_entries(person, made, [])
    with pytest.raises(Refused, match="at once at most"):
        add_entries(person, made, [Ticked(Kind.TASK, n) for n in range(MOST_AT_ONCE + 1)])
    with pytest.raises(Refused, match="not in the list any more"):
        add_entries(person, made, [new], below=other.entries.get().pk)
    with pytest.raises(NotAllowed):
        add_entries(EditorFactory(), made, [new])
    made.delete()
    with pytest.raises(Refused, match="deleted"):
        add_entries(person, CuratedList(pk=made.pk or 999_999), [new])

    assert order(other) == ["Xã"]


# -- The page --------------------------------------------------------------------------------------


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(ManagingEditorFactory())
    return client


def page_of(curated_list: CuratedList) -> str:
    return reverse("admin:portal_curatedlist_pick", args=[curated_list.pk])


def found(desk: Client, curated_list: CuratedList, **asked: str) -> set[str]:
    """Say what is offered, by the boxes."""
    answer = desk.get(page_of(curated_list), asked)
    return {row.value for section in answer.context["sections"] for row in section.rows}


def test_articles_and_tasks_are_found_with_or_without_marks_by_phrases_and_without_words(
    desk: Client,
) -> None:
    made = draft_list()
    oath, other = article("Giữ lời thề"), article("Lời ấy ta giữ")
    task = approved_task(article("Bài kia"), wording="Giữ lời hứa với dân")
    found_task(article("Bài nọ"), wording="Giữ lời với bà con")
    take_down(article("Giữ lời khai"))

    every = {str(box(oath)), str(box(other)), str(box(task))}
    assert found(desk, made, q="giu loi") >= every
    assert found(desk, made, q='"Giữ lời"', wants="articles") == {str(box(oath))}
    assert found(desk, made, q='"giu loi" -dan', wants="tasks") == set()
    assert found(desk, made, q="giữ lời", wants="tasks") == {str(box(task))}


def test_theme_publisher_and_days_narrow_articles_and_tasks_alike(desk: Client) -> None:
    made, theme, publisher = draft_list(), ThemeFactory(), PublisherFactory()
    fits = article("Một", publisher=publisher, published_on=date(2021, 9, 10))
    fits.themes.add(theme)
    task = approved_task(fits, wording="Rà soát quy chế")
    approved_task(article("Hai", publisher=None, published_on=date(2021, 9, 12)))
    both = {str(box(fits)), str(box(task))}

    assert found(desk, made, theme=theme.name) == both
    assert found(desk, made, publisher=publisher.name) == both
    assert found(desk, made, published_from="2021-09-10", published_to="2021-09-11") == both


def test_a_row_says_all_that_helps_to_choose_and_what_stands_in_the_list_says_so(
    desk: Client,
) -> None:
    here = article("Đã có")
    here.themes.add(ThemeFactory(name="Nêu gương"))
    task = approved_task(
        article("Bài", publisher=PublisherFactory(name="Báo Sông Lam")),
        wording="Rà soát quy chế",
        responsible=("Huyện ủy",),
        due="quý IV/2021",
    )
    made = draft_list(Pick(heading="Xã"), Pick(article=here))
    page = desk.get(page_of(made)).content.decode()

    for said in ("Rà soát quy chế", "Huyện ủy", "quý IV/2021", "Báo Sông Lam", "Nêu gương"):
        assert said in page
    assert "In the list, place 2" in page
    assert f'value="{box(task)}"' in page
    assert f'value="{box(here)}"' not in page


def test_what_is_ticked_is_added_and_the_search_and_the_place_stay(desk: Client) -> None:
    made = draft_list(Pick(article=article("Một")), Pick(article=article("Hai")))
    new = article("Giữ lời thề")
    after = made.entries.get(position=1).pk
    answer = desk.post(
        f"{page_of(made)}?q=giu+loi", {"pick": str(box(new)), "below": after}, follow=True
    )

    assert order(made) == ["Một", "Giữ lời thề", "Hai"]
    assert "1 added, at place 2." in answer.content.decode()
    address, _status = answer.redirect_chain[0]
    assert address == f"{page_of(made)}?q=giu+loi&below={made.entries.get(position=2).pk}"


def test_htmx_gets_the_panel_alone_with_what_became_of_each(desk: Client) -> None:
    made, new = draft_list(), article("Giữ lời thề")
    asked = {"pick": [str(box(new)), "task-999999"], "below": ""}
    answer = desk.post(page_of(made), asked, headers={"HX-Request": "true"})
    page = answer.content.decode()

    assert "<html" not in page
    assert "1 added, at place 1." in page
    assert "There is no task 999999 at the desk any more." in page
    assert "In the list, place 1" in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Tick what you mean first."),
        ({"pick": ["x", "task-", "article-x", "heading-1", ""]}, "Tick what you mean first."),
        ({"pick": "task-999999"}, "There is no task 999999"),
        ({"pick": f"article-{10**30}"}, "Tick what you mean first."),
        ({"pick": "article-1", "below": "x"}, "not in the list any more"),
        ({"pick": "article-1", "below": "999999"}, "not in the list any more"),
    ],
)
def test_nonsense_is_told_and_adds_nothing(
    desk: Client, sent: dict[str, str | list[str]], told: str
) -> None:
    made = draft_list()
    answer = desk.post(page_of(made), sent)

    assert told in answer.content.decode()
    assert not made.entries.exists()


def test_what_was_ticked_stays_ticked_where_nothing_was_added(desk: Client) -> None:
    made, new = draft_list(), article("Giữ lời thề")
    page = desk.post(page_of(made), {"pick": str(box(new)), "below": "999999"}).content.decode()

    assert f'aria-describedby="about-{box(new)}" checked' in page


def test_a_list_submitted_meanwhile_is_told_and_offers_no_boxes(desk: Client) -> None:
    made, new = submitted_list(), article("Giữ lời thề")
    page = desk.post(page_of(made), {"pick": str(box(new))}).content.decode()

    assert "This list has been submitted. Send it back before adding to it." in page
    assert 'name="pick"' not in page
    assert made.entries.count() == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"wants": "x"}, "Select a valid choice"),
        ({"theme": "Không có"}, "Nothing of this name"),
        ({"publisher": "Không có"}, "Nothing of this name"),
        ({"published_from": "hôm qua"}, "Enter a valid date"),
        ({"q": "x" * 501}, "at most 500 characters"),
        ({"q": "-dân"}, "There is no word in this to look for."),
        ({"q": "khôngcóđâu"}, "Nothing fits."),
    ],
)
def test_what_cannot_be_searched_is_told(desk: Client, asked: dict[str, str], told: str) -> None:
    ArticleFactory()
    answer = desk.get(page_of(draft_list()), asked)

    assert told in answer.content.decode()
    assert 'name="pick"' not in answer.content.decode()


def test_pages_of_one_kind_lead_on_and_back(desk: Client) -> None:
    made = draft_list()
    rows = [article("Giữ lời") for _number in range(23)]
    first = desk.get(page_of(made), {"q": "giu loi"}).context["sections"][0]
    second = desk.get(first.more).context["sections"][0]

    assert first.found.number == second.found.number == len(rows)
    values = [row.value for row in (*first.rows, *second.rows)]
    assert values == [str(box(one)) for one in reversed(rows)]
    assert not second.more
    assert desk.get(second.first).context["sections"][0].rows[0].value == values[0]
    assert desk.get(page_of(made), {"before": "x"}).status_code == 404


def test_the_page_costs_the_same_with_three_rows_and_with_twelve(desk: Client) -> None:
    made = draft_list(*(Pick(article=article("Có sẵn")) for _number in range(2)))
    theme = ThemeFactory()

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(page_of(made), {"q": "giữ", "theme": theme.name}).status_code == 200
        return len(queries)

    def more(number: int) -> None:
        for _number in range(number):
            one = article("Giữ lời", publisher=PublisherFactory())
            one.themes.add(theme)
            approved_task(one, wording="Giữ lời hứa", responsible=("Xã", "Huyện"))

    more(3)
    cost()
    few = cost()
    more(9)
    add_entries(ManagingEditorFactory(), made, [box(article("Giữ ý")) for _number in range(9)])
    assert cost() == few
