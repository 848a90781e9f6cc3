"""Tasks whose words are gone from the text: somebody places them, or says that they are gone."""

from collections.abc import Callable

import pytest
from django.db import connection

from articles.models import Article, ArticleText
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.articles import add_missed, sign_off
from review.actions.decisions import withdraw
from review.actions.holding import ChangedMeanwhile
from review.actions.placing import place_task, retire_task
from review.actions.pointing import SeveralPlaces
from review.models import Decision, ExtractedTask, Placing, Retirement
from review.queries import standing_sign_off
from tests.factories import EditorFactory, LeadFactory, PersonFactory, ReviewerFactory
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
from tests.review.screens import counted
from tests.review.voices import (
    APPROVE,
    APPROVED,
    OPEN,
    REJECT,
    RETIRED,
    UNSURE,
    decision_of,
    says,
    settles,
)

pytestmark = pytest.mark.django_db

NEW_WORDS = "Một là, Ban Tổ chức Huyện ủy xem lại đội ngũ cán bộ trước ngày 30/6/2022."
NEW = BODY.replace(LINES[0], NEW_WORDS)


def lost(task: ExtractedTask | None = None, *now: object) -> ExtractedTask:
    """A task, approved unless it is given, whose words were replaced by others."""
    task = task or approve(task_in_article())
    next_text(task.article, NEW, *now)  # type: ignore[arg-type]
    task.refresh_from_db()
    return task


def place(person: User, task: ExtractedTask, words: str = NEW_WORDS) -> ExtractedTask:
    return place_task(person, task.pk, text_of(task.article).pk, words)


def retire(person: User, task: ExtractedTask, reason: str = "Bài đã sửa") -> ExtractedTask:
    return retire_task(person, task.pk, text_of(task.article).pk, reason)


# -- Placing ---------------------------------------------------------------------------------------


def test_a_placed_task_quotes_the_new_text_and_keeps_its_wording_and_its_decisions() -> None:
    task, person = lost(), ReviewerFactory()
    said = Decision.objects.count()
    place(person, task)
    task.refresh_from_db()
    assert (task.text, task.quote, task.state) == (text_of(task.article), NEW_WORDS, APPROVED)
    assert task.text.body[task.start : task.end] == NEW_WORDS
    assert wording_now(task).wording == LINES[0]
    assert Decision.objects.count() == said
    placing = Placing.objects.get()
    assert (placing.task, placing.text, placing.placed_by) == (task, task.text, person)
    connection.check_constraints()


def test_what_the_finder_made_of_the_same_place_becomes_the_placed_task() -> None:
    task = lost(None, found(NEW, NEW_WORDS, marker="Một là", heading="Việc mới"))
    place(ReviewerFactory(), task)
    task.refresh_from_db()
    assert (task.marker, task.heading) == ("Một là", "Việc mới")
    others = task.article.tasks.exclude(pk=task.pk)
    assert list(others.values_list("quote", "state")) == [(NEW_WORDS, RETIRED)]


def test_what_the_finder_made_of_half_of_the_place_goes_too() -> None:
    task = lost(None, found(NEW, NEW_WORDS.removeprefix("Một là, "), marker="Một là"))
    placed = place(ReviewerFactory(), task)
    assert placed.marker == "Một là"
    assert task.article.tasks.exclude(pk=task.pk).get().state == RETIRED


@pytest.mark.parametrize(
    ("above", "heading"), [("Nhiệm vụ trọng tâm", "Nhiệm vụ trọng tâm"), ("Việc khác", "")]
)
def test_a_placed_task_has_its_heading_as_long_as_that_stands_above_it(
    above: str, heading: str
) -> None:
    task = approve(task_in_article())
    next_text(task.article, NEW.replace("Nhiệm vụ trọng tâm", above))
    assert place(ReviewerFactory(), task).heading == heading


def test_a_placed_task_has_the_heading_that_reading_knows_above_it() -> None:
    task = lost()
    text = ArticleText.objects.create(
        article=task.article, number=3, body=NEW + "\nHết", headings=[[0, 8]]
    )
    Article.objects.filter(pk=task.article_id).update(text=text)
    task.article.refresh_from_db()
    assert place(ReviewerFactory(), task).heading == "Nhiệm vụ"


def test_what_the_finder_made_of_less_of_it_stays() -> None:
    task = lost(None, found(NEW, "trước ngày 30/6/2022."))
    place(ReviewerFactory(), task)
    assert task.article.tasks.exclude(pk=task.pk).get().state == OPEN


def test_where_a_task_stands_that_somebody_touched_no_other_is_placed() -> None:
    task = lost(None, found(NEW, NEW_WORDS))
    says(ReviewerFactory(), task.article.tasks.get(quote=NEW_WORDS), APPROVE)
    with pytest.raises(Refused, match="a task already"):
        place(ReviewerFactory(), task)
    assert not Placing.objects.exists()


def test_words_that_stand_there_more_than_once_need_a_place() -> None:
    task = lost()
    with pytest.raises(SeveralPlaces) as refusal:
        place(ReviewerFactory(), task, "Huyện ủy")
    second = refusal.value.places[1].start
    place_task(ReviewerFactory(), task.pk, text_of(task.article).pk, "Huyện ủy", second)
    task.refresh_from_db()
    assert (task.start, task.quote) == (second, "Huyện ủy")


@pytest.mark.parametrize(("words", "message"), [(" ", "Paste"), (LINES[0], "do not stand")])
def test_a_task_is_placed_at_words_of_the_text(words: str, message: str) -> None:
    task = lost()
    with pytest.raises(Refused, match=message):
        place(ReviewerFactory(), task, words)


def test_a_task_that_has_its_place_is_not_placed_again() -> None:
    task = lost()
    place(ReviewerFactory(), task)
    with pytest.raises(Refused, match="somebody has placed it"):
        place(ReviewerFactory(), task)
    with pytest.raises(Refused, match="somebody has placed it"):
        retire(ReviewerFactory(), task)


def test_a_placed_task_is_the_persons_and_moves_on_with_its_new_words() -> None:
    task = lost()
    place(ReviewerFactory(), task)
    next_text(task.article, f"Mở đầu.\n{NEW}")
    task.refresh_from_db()
    assert (task.text, task.quote) == (text_of(task.article), NEW_WORDS)


# -- Retiring --------------------------------------------------------------------------------------


def test_a_retired_task_stays_on_the_record_with_the_reason() -> None:
    task, person = lost(), ReviewerFactory()
    retire(person, task, " Bài đã sửa ")
    task.refresh_from_db()
    assert (task.state, task.quote) == (RETIRED, LINES[0])
    retirement = Retirement.objects.get()
    assert (retirement.task, retirement.retired_by) == (task, person)
    assert retirement.reason == "Bài đã sửa"
    assert Decision.objects.count() == 2


def test_a_retirement_says_why() -> None:
    task = lost()
    with pytest.raises(Refused, match="Say why"):
        retire(ReviewerFactory(), task, "  ")


def test_words_of_a_retired_task_that_come_back_are_a_new_task() -> None:
    task = lost()
    retire(ReviewerFactory(), task)
    changes = next_text(task.article, BODY, found(BODY, LINES[0]))
    assert [change.how for change in changes] == ["gained"]
    assert task.article.tasks.get(state=OPEN).quote == LINES[0]
    task.refresh_from_db()
    assert task.state == RETIRED


Act = Callable[[User, ExtractedTask], object]


@pytest.mark.parametrize(
    "act",
    [
        lambda who, task: says(who, task, APPROVE),
        lambda who, task: settles(who, task, APPROVE),
        lambda who, task: withdraw(who, decision_of(who, task).pk),
        place,
        retire,
    ],
    ids=["decide", "settle", "undo", "place", "retire"],
)
def test_nothing_is_done_about_a_task_that_was_retired(act: Act) -> None:
    lead = LeadFactory()
    task = task_in_article()
    says(lead, task, UNSURE)
    task = lost(task)
    retire(ReviewerFactory(), task)
    with pytest.raises(Refused, match="no longer in the article"):
        act(lead, task)


# -- Who, and upon which text ----------------------------------------------------------------------


@pytest.mark.parametrize("act", [place, retire])
@pytest.mark.parametrize("role", [PersonFactory, EditorFactory])
def test_only_who_decides_on_tasks_places_and_retires_them(
    act: Act, role: type[PersonFactory]
) -> None:
    task = lost()
    with pytest.raises(NotAllowed):
        act(role(), task)


@pytest.mark.parametrize("act", [place, retire])
def test_what_was_said_of_a_text_that_has_changed_since_is_refused(act: Act) -> None:
    task = lost()
    seen = Article.objects.select_related("text").get(pk=task.article_id)
    next_text(Article.objects.get(pk=seen.pk), f"{NEW}\nHết.")
    task.article = seen
    with pytest.raises(Refused, match="text of this article has changed"):
        act(ReviewerFactory(), task)


@pytest.mark.parametrize("act", [place, retire])
def test_nothing_is_placed_in_an_article_that_was_taken_down(act: Act) -> None:
    task = lost()
    Article.objects.update(state="taken_down", taken_down_reason="Sai nguồn")
    with pytest.raises(Refused, match="taken down"):
        act(ReviewerFactory(), task)


def test_a_task_is_placed_in_its_own_article() -> None:
    task, other = lost(), article_with_tasks(1)
    with pytest.raises(Refused, match="has its place"):
        place_task(ReviewerFactory(), task.pk, text_of(other).pk, LINES[0])


# -- Deciding on what has lost its place -----------------------------------------------------------


def test_nobody_decides_on_it_without_knowing_that_it_has_lost_its_place() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    task = lost(task)
    with pytest.raises(Refused, match="text of this article has changed"):
        says(ReviewerFactory(), task, APPROVE)
    assert says(ReviewerFactory(), task, APPROVE, unplaced=True).state == APPROVED


def test_ones_own_decision_on_it_can_be_taken_back() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, REJECT, "Trùng việc")
    task = lost(task)
    assert withdraw(person, decision_of(person, task).pk).state == OPEN


def test_who_decides_while_it_gets_its_place_decides_on_the_same_wording() -> None:
    task = lost(approve(task_in_article(), ReviewerFactory()))
    place(ReviewerFactory(), task)
    assert says(ReviewerFactory(), task, APPROVE, unplaced=True).state == APPROVED


def test_a_decision_on_a_task_that_was_found_anew_meanwhile_is_refused() -> None:
    article = article_with_tasks(1)
    task = article.tasks.get()
    found_again(article, found(BODY, LINES[0], due="sớm"))
    with pytest.raises(Refused, match="no longer in the article"):
        says(ReviewerFactory(), task, APPROVE)
    anew = article.tasks.get(state=OPEN)
    anew.version = wording_now(task)
    with pytest.raises(ChangedMeanwhile):
        says(ReviewerFactory(), anew, APPROVE)


# -- Signing off and counting ----------------------------------------------------------------------


def test_a_new_text_needs_a_new_sign_off() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    approve(article.tasks.get())
    sign_off(person, text_of(article).pk)
    next_text(article, f"{BODY}\nHết.")
    assert standing_sign_off(text_of(article).pk) is None
    sign_off(person, text_of(article).pk)
    assert standing_sign_off(text_of(article).pk) is not None


def test_an_article_is_not_signed_off_while_a_task_has_lost_its_place() -> None:
    task, person = lost(), ReviewerFactory()
    text = text_of(task.article)
    with pytest.raises(Refused, match="lost their place"):
        sign_off(person, text.pk)
    place(person, task)
    assert sign_off(person, text.pk).signed_by == person


def test_an_article_can_be_signed_off_when_what_was_lost_is_retired() -> None:
    task, person = lost(), ReviewerFactory()
    retire(person, task)
    assert sign_off(person, text_of(task.article).pk).signed_by == person


def test_one_task_gained_and_one_lost_void_a_sign_off_all_the_same() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    text = text_of(article)
    approve(article.tasks.get())
    sign_off(person, text.pk)
    first = found(BODY, LINES[0])
    found_again(article, first, found(BODY, LINES[1]))
    assert standing_sign_off(text.pk) is None
    found_again(article, first)
    assert standing_sign_off(text.pk) is None
    assert sign_off(person, text.pk).signed_by == person


def test_the_desk_counts_what_lost_its_place_and_nothing_that_was_retired() -> None:
    person = ReviewerFactory()
    task = lost(approve(task_in_article(), ReviewerFactory()))
    assert counted(person) == {"mine": 0, "waiting": 0, "lead": 0, "unplaced": 1, "ready": 0}
    retire(person, task)
    assert counted(person) == {"mine": 0, "waiting": 0, "lead": 0, "unplaced": 0, "ready": 1}


def test_words_of_a_retired_task_can_be_added_by_a_person() -> None:
    article = article_with_tasks(1)
    found_again(article)
    added = add_missed(ReviewerFactory(), text_of(article).pk, LINES[0])
    assert added.quote == LINES[0]
