"""Tasks survive a new text of their article, and a new finding in the text it has."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from articles.actions.rereading import find_again
from articles.actions.texts import put_back_paragraph, take_out_paragraph
from articles.changes import Change, How, What
from articles.models import Article, OfficialDocument
from portal.people.models import User
from review.actions.articles import add_missed
from review.actions.decisions import withdraw
from review.models import Decision, ExtractedTask
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    article_with_tasks,
    found,
    found_again,
    next_text,
    task_in_article,
    text_of,
    wording_now,
)
from tests.review.voices import (
    APPROVE,
    APPROVED,
    OPEN,
    REJECT,
    REJECTED,
    RETIRED,
    UNSURE,
    decision_of,
    edits,
    says,
)

pytestmark = pytest.mark.django_db

LONGER = f"Mở đầu của tòa soạn.\n{BODY}"
WITHOUT_THE_FIRST = BODY.replace(LINES[0] + "\n", "")


def told(how: How, words: str, was: str = "") -> Change:
    return Change(What.TASK, how, words, was)


def stands(task: ExtractedTask, article: Article, body: str, words: str) -> bool:
    """Tell whether the task has its place at these words of the article's text of now."""
    task.refresh_from_db()
    start = body.index(words)
    return (task.text_id, task.start, task.end, task.quote) == (
        text_of(article).pk,
        start,
        start + len(words),
        words,
    )


def is_unplaced(task: ExtractedTask) -> bool:
    task.refresh_from_db()
    return task.state != RETIRED and task.text_id != task.article.text_id


# -- What nobody touched is the finder's -----------------------------------------------------------


def test_a_task_that_is_found_again_moves_to_the_new_text() -> None:
    task = task_in_article()
    again = found(LONGER, LINES[0], due="trước ngày 30/6/2022", due_to=date(2022, 6, 29))
    assert next_text(task.article, LONGER, again) == []
    assert stands(task, task.article, LONGER, LINES[0])
    assert ExtractedTask.objects.count() == 1


def test_what_the_finder_says_of_the_place_is_said_anew() -> None:
    task = task_in_article()
    due = {"due": "trước ngày 30/6/2022", "due_to": date(2022, 6, 29)}
    more = {"rule": "order", "confidence": 0.5, "heading": "Thời gian tới", "marker": "Một là"}
    assert next_text(task.article, LONGER, found(LONGER, LINES[0], **due, **more)) == []
    task.refresh_from_db()
    said = (task.rule, task.confidence, task.heading, task.marker)
    assert said == ("order", 0.5, "Thời gian tới", "Một là")


def test_a_task_that_is_not_found_any_more_is_retired() -> None:
    article = article_with_tasks(2)
    kept = [found(LONGER, LINES[1])]
    assert next_text(article, LONGER, *kept) == [told(How.LOST, LINES[0])]
    states = article.tasks.order_by("start").values_list("quote", "state")
    assert dict(states) == {LINES[0]: RETIRED, LINES[1]: OPEN}


def test_a_task_that_was_not_there_is_made() -> None:
    article = article_with_tasks(1)
    kept, new = found(LONGER, LINES[0]), found(LONGER, LINES[2])
    assert next_text(article, LONGER, kept, new) == [told(How.GAINED, LINES[2])]
    assert wording_now(article.tasks.get(quote=LINES[2])).wording == LINES[2]


def test_a_task_whose_bounds_have_changed_is_retired_and_made_anew() -> None:
    article = article_with_tasks(1)
    shorter = LINES[0].removeprefix("Một là, ")
    assert next_text(article, LONGER, found(LONGER, shorter)) == [
        told(How.CHANGED, shorter, LINES[0])
    ]
    assert dict(article.tasks.values_list("quote", "state")) == {LINES[0]: RETIRED, shorter: OPEN}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"responsible": ("Ban Tổ chức Huyện ủy",)}, f"{LINES[0]} · Ban Tổ chức Huyện ủy"),
        ({"participating": ("Ban Dân vận",)}, f"{LINES[0]} · Ban Dân vận"),
        ({"due": "trước ngày 30/6/2022"}, f"{LINES[0]} · trước ngày 30/6/2022"),
    ],
)
def test_a_task_of_which_more_is_said_now_is_retired_and_made_anew(
    more: dict[str, Any], words: str
) -> None:
    article = article_with_tasks(1)
    assert next_text(article, LONGER, found(LONGER, LINES[0], **more)) == [
        told(How.CHANGED, words, LINES[0])
    ]
    assert sorted(article.tasks.values_list("state", flat=True)) == [OPEN, RETIRED]


def test_a_document_that_is_known_now_is_said_of_a_task() -> None:
    article = article_with_tasks(1)
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="ct05")
    start = BODY.index(LINES[0])
    text_of(article).citations.create(
        document=document, kind="k", number="n", start=start, end=start + 3, quote="q", confidence=1
    )
    assert found_again(article, found(BODY, LINES[0])) == [
        told(How.CHANGED, f"{LINES[0]} · Chỉ thị 05-CT/TW", LINES[0])
    ]
    assert list(wording_now(article.tasks.get(state=OPEN)).documents.all()) == [document]


def test_bodies_that_are_said_twice_or_with_other_blanks_are_no_change() -> None:
    bodies = {"responsible": ("Ban Tổ chức ", "BAN TỔ CHỨC"), "participating": ("", "Ban Dân vận")}
    task = task_in_article(**bodies)
    due = {"due": "trước ngày 30/6/2022", "due_to": date(2022, 6, 29)}
    assert next_text(task.article, LONGER, found(LONGER, LINES[0], **due, **bodies)) == []


def test_the_same_findings_in_the_same_text_change_nothing() -> None:
    article = article_with_tasks(3)
    before = list(article.tasks.order_by("pk").values())
    assert found_again(article, *(found(BODY, line) for line in LINES)) == []
    assert list(article.tasks.order_by("pk").values()) == before


def test_words_that_are_found_again_after_they_were_lost_are_made_anew() -> None:
    article = article_with_tasks(1)
    found_again(article)
    assert found_again(article, found(BODY, LINES[0])) == [told(How.GAINED, LINES[0])]
    assert sorted(article.tasks.values_list("state", flat=True)) == [OPEN, RETIRED]


# -- What a person touched is theirs ---------------------------------------------------------------


def approves(person: User, task: ExtractedTask) -> object:
    return says(person, task, APPROVE)


def rejects(person: User, task: ExtractedTask) -> object:
    return says(person, task, REJECT, "Trùng việc")


def takes_back(person: User, task: ExtractedTask) -> object:
    says(person, task, UNSURE)
    return withdraw(person, decision_of(person, task).pk)


def rewords(person: User, task: ExtractedTask) -> object:
    return edits(person, task, "Rà soát đội ngũ cán bộ.")


@pytest.mark.parametrize("touches", [approves, rejects, takes_back, rewords])
def test_a_task_that_somebody_touched_stays_though_it_is_not_found(
    touches: Callable[[User, ExtractedTask], object],
) -> None:
    task = task_in_article()
    touches(ReviewerFactory(), task)
    task.refresh_from_db()
    before = (task.state, task.version_id, Decision.objects.count())
    assert next_text(task.article, LONGER) == []
    assert stands(task, task.article, LONGER, LINES[0])
    assert (task.state, task.version_id, Decision.objects.count()) == before


def test_a_task_that_a_person_added_stays_and_stays_theirs_when_it_is_found() -> None:
    article = article_with_tasks(0)
    task = add_missed(ReviewerFactory(), text_of(article).pk, LINES[1])
    again = found(LONGER, LINES[1], marker="Hai là", rule="list item", confidence=0.7)
    assert next_text(article, LONGER) == []
    assert stands(task, article, LONGER, LINES[1])
    assert found_again(article, again) == []
    task.refresh_from_db()
    assert (task.rule, task.confidence, task.marker) == ("person", 1, "Hai là")


def test_what_the_finder_says_now_of_a_touched_task_changes_nothing_about_it() -> None:
    task = approve(task_in_article())
    version = task.version_id
    more = found(LONGER, LINES[0], responsible=("Ban Dân vận",), rule="order")
    assert next_text(task.article, LONGER, more) == []
    assert stands(task, task.article, LONGER, LINES[0])
    assert (task.state, task.version_id, task.rule) == (APPROVED, version, "order")
    assert ExtractedTask.objects.count() == 1


def test_a_touched_task_swallows_what_is_found_at_half_of_it_or_more() -> None:
    task = approve(task_in_article())
    shorter = LINES[0].removeprefix("Một là, ")
    assert next_text(task.article, LONGER, found(LONGER, shorter)) == []
    assert stands(task, task.article, LONGER, LINES[0])
    assert ExtractedTask.objects.count() == 1


def test_a_touched_task_stands_beside_what_is_found_at_less_than_half_of_it() -> None:
    task = approve(task_in_article())
    words = "trước ngày 30/6/2022."
    assert next_text(task.article, LONGER, found(LONGER, words)) == [told(How.GAINED, words)]
    assert task.article.tasks.count() == 2


def test_a_rejected_task_does_not_come_back() -> None:
    task = task_in_article()
    rejects(ReviewerFactory(), task)
    assert next_text(task.article, LONGER, found(LONGER, LINES[0])) == []
    task.refresh_from_db()
    assert task.state == REJECTED
    assert ExtractedTask.objects.count() == 1


def test_words_that_only_look_otherwise_now_take_the_task_along() -> None:
    task = approve(task_in_article())
    now = LINES[0].replace("Đông Khê rà soát", "Đông Khê\nrà soát").replace("cán bộ", "CÁN BỘ")
    body = BODY.replace(LINES[0], now)
    assert next_text(task.article, body) == []
    assert stands(task, task.article, body, now)
    assert wording_now(task).wording == LINES[0]


# -- What has no place in the new text -------------------------------------------------------------


def test_a_touched_task_whose_words_are_gone_waits_for_a_person() -> None:
    task = approve(task_in_article())
    old = text_of(task.article)
    assert next_text(task.article, WITHOUT_THE_FIRST) == [told(How.UNPLACED, LINES[0])]
    task.refresh_from_db()
    assert (task.text, task.quote, task.state) == (old, LINES[0], APPROVED)


def test_it_is_told_once_and_not_by_every_reading_after() -> None:
    task = approve(task_in_article())
    next_text(task.article, WITHOUT_THE_FIRST)
    assert found_again(task.article) == []
    assert next_text(task.article, WITHOUT_THE_FIRST + "\nHết.") == []
    assert is_unplaced(task)


def test_it_gets_its_place_again_when_its_words_come_back() -> None:
    task = approve(task_in_article())
    next_text(task.article, WITHOUT_THE_FIRST)
    again = next_text(task.article, LONGER, found(LONGER, LINES[0]))
    assert again == [told(How.PLACED, LINES[0])]
    assert stands(task, task.article, LONGER, LINES[0])
    assert ExtractedTask.objects.count() == 1


def test_that_it_has_its_place_again_is_told_once() -> None:
    task = approve(task_in_article())
    next_text(task.article, WITHOUT_THE_FIRST)
    next_text(task.article, LONGER)
    assert found_again(task.article) == []
    assert next_text(task.article, BODY) == []


WORDS = "Các chi bộ tổ chức sinh hoạt chuyên đề về nêu gương."
ONCE, TWICE, AGAIN = f"Ở a: {WORDS} x", f"Ở b: {WORDS} y\nỞ c: {WORDS} z", f"Ở b: {WORDS} y"


def unplaced_for_it_could_be_either() -> ExtractedTask:
    """A task whose words stand twice in the text that its article has now."""
    article = article_with_tasks(0, body=ONCE)
    task = add_missed(ReviewerFactory(), text_of(article).pk, WORDS)
    assert next_text(article, TWICE) == [told(How.UNPLACED, WORDS)]
    return task


def test_in_a_place_that_two_of_peoples_would_have_stands_the_one_of_the_later_text() -> None:
    first = unplaced_for_it_could_be_either()
    place = TWICE.index(WORDS)
    second = add_missed(ReviewerFactory(), first.article.texts.latest("number").pk, WORDS, place)
    assert next_text(first.article, AGAIN) == []
    assert stands(second, first.article, AGAIN, WORDS)
    assert is_unplaced(first)


def test_in_a_place_that_two_would_have_the_finders_gives_way() -> None:
    first = unplaced_for_it_could_be_either()
    found_again(first.article, found(TWICE, WORDS))
    again = next_text(first.article, AGAIN, found(AGAIN, WORDS))
    assert again == [told(How.PLACED, WORDS)]  # and no task is lost: it is the same one
    assert stands(first, first.article, AGAIN, WORDS)
    assert sorted(first.article.tasks.values_list("state", flat=True)) == [OPEN, RETIRED]


def test_a_task_that_has_its_place_again_swallows_what_the_finder_made_of_half_of_it() -> None:
    first = unplaced_for_it_could_be_either()
    shorter = WORDS.removeprefix("Các chi bộ ")
    found_again(first.article, found(TWICE, shorter))
    again = next_text(first.article, AGAIN, found(AGAIN, shorter))
    assert again == [told(How.PLACED, WORDS)]
    assert sorted(first.article.tasks.values_list("state", flat=True)) == [OPEN, RETIRED]


# -- All of it at once -----------------------------------------------------------------------------


def test_a_mistake_of_the_finder_undoes_the_whole_text() -> None:
    task = approve(task_in_article())
    wrong = found(LONGER + " Bốn là, thừa.", "Bốn là, thừa.")
    with pytest.raises(IntegrityError), transaction.atomic():
        next_text(task.article, LONGER, wrong)
    task.article.refresh_from_db()
    assert stands(task, task.article, BODY, LINES[0])


def test_many_tasks_cost_no_more_statements_than_few(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Of each kind: moved, retired, changed, made, unplaced."""
    counts = []
    for many in (2, 12):
        lines = [f"Việc {n}, Ban {n} rà soát đội ngũ cán bộ." for n in range(many * 4)]
        body = "\n".join(["Nhiệm vụ", *lines])
        article = article_with_tasks(many * 3, body=body)
        for task in article.tasks.order_by("start")[:many]:
            says(ReviewerFactory(), task, APPROVE)
        left = lines[many // 2 :]
        now = "\n".join(["Nhiệm vụ mới", *left])
        tasks = [found(now, line, due="sớm") for line in left if line not in lines[many : 2 * many]]
        with django_assert_num_queries(21) as captured:
            changes = next_text(article, now, *tasks)
        counts.append(len(captured))
        hows = {how: sum(change.how == how for change in changes) for how in How}
        assert hows == {
            How.UNPLACED: many // 2,
            How.LOST: many,
            How.CHANGED: many,
            How.GAINED: many,
            How.FAILED: 0,
            How.PLACED: 0,
        }
    assert counts[0] == counts[1]


# -- As editors cause it ---------------------------------------------------------------------------


def test_a_task_whose_paragraph_an_editor_takes_out_loses_its_place_and_gets_it_again() -> None:
    task, editor = approve(task_in_article()), EditorFactory()
    article = task.article
    taken_out = take_out_paragraph(editor, article, task.text_id, task.start)
    assert told(How.UNPLACED, LINES[0]) in taken_out
    assert is_unplaced(task)
    article.refresh_from_db()
    text = text_of(article)
    put_back = put_back_paragraph(editor, article, text.pk, len(text.dropped) - 1)
    assert told(How.PLACED, LINES[0]) in put_back
    article.refresh_from_db()
    assert not is_unplaced(task)
    assert stands(task, article, text_of(article).body, LINES[0])


def test_a_reading_that_is_only_tried_moves_nothing() -> None:
    task = approve(task_in_article())
    before = list(ExtractedTask.objects.values())
    find_again(task.article_id, dry_run=True)
    assert list(ExtractedTask.objects.values()) == before
