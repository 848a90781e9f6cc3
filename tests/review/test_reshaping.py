"""Tasks split, merged and given other words: new ones stand there, the old are on the record."""

from datetime import date

import pytest
from django.db import connection

from articles.actions.erasing import erase_article
from articles.models import Article, OfficialDocument
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.articles import add_missed, sign_off
from review.actions.finding import make_tasks
from review.actions.holding import ChangedMeanwhile
from review.actions.reshaping import merge_tasks, move_boundary, split_task
from review.models import Decision, ExtractedTask, ReshapedTask, Reshaping
from review.queries import standing_sign_off
from review.queries.reshaping import reshapings_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory
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
from tests.review.voices import APPROVED, OPEN, RETIRED, edits
from tests.review.wrongdoing import refused, sql

pytestmark = pytest.mark.django_db

CUT = "trước ngày 30/6/2022."
FIRST, SECOND = LINES[0].removesuffix(f" {CUT}"), CUT


def split(
    task: ExtractedTask, before: str = CUT, person: User | None = None
) -> list[ExtractedTask]:
    at = text_of(task.article).body.index(before)
    return split_task(person or ReviewerFactory(), task.pk, wording_now(task).pk, at)


def merge(one: ExtractedTask, other: ExtractedTask, person: User | None = None) -> ExtractedTask:
    versions = wording_now(one).pk, wording_now(other).pk
    return merge_tasks(person or ReviewerFactory(), one.pk, versions[0], other.pk, versions[1])


def move(task: ExtractedTask, words: str, person: User | None = None) -> ExtractedTask:
    start = text_of(task.article).body.index(words)
    return move_boundary(
        person or ReviewerFactory(), task.pk, wording_now(task).pk, start, start + len(words)
    )


def tasks_of(article: Article) -> list[str]:
    standing = article.tasks.exclude(state=RETIRED)
    return list(standing.order_by("start").values_list("quote", flat=True))


# -- Splitting -------------------------------------------------------------------------------------


def test_a_split_task_is_two_that_quote_the_text_and_its_decisions_stay_with_the_old_one() -> None:
    task, person = approve(task_in_article()), ReviewerFactory()
    first, second = split(task, person=person)
    connection.check_constraints()
    task.refresh_from_db()
    assert tasks_of(task.article) == [FIRST, SECOND]
    assert task.state == RETIRED
    assert Decision.objects.filter(version__task=task).count() == 2
    for part, words in ((first, FIRST), (second, SECOND)):
        assert part.text.body[part.start : part.end] == words
        assert (part.state, part.heading) == (OPEN, task.heading)
        assert wording_now(part).written_by == person
    approve(first, ReviewerFactory())
    assert first.state == APPROVED


def test_each_part_keeps_what_stands_in_its_words_or_in_none() -> None:
    article = ArticleFactory(body=BODY)
    more = {
        "responsible": ("Ban Tổ chức Huyện ủy Đông Khê", "Văn phòng"),
        "due": "trước ngày 30/6/2022",
        "due_to": date(2022, 6, 29),
    }
    make_tasks(text_of(article), (found(BODY, LINES[0], **more),))
    first, second = map(wording_now, split(article.tasks.get()))
    both = ["Ban Tổ chức Huyện ủy Đông Khê", "Văn phòng"]
    assert [body.printed for body in first.bodies.all()] == both
    assert [body.printed for body in second.bodies.all()] == ["Văn phòng"]
    assert (first.due, first.due_to) == ("", None)
    assert (second.due, second.due_to) == ("trước ngày 30/6/2022", date(2022, 6, 29))


def test_documents_go_with_the_words_that_cite_them() -> None:
    task = task_in_article()
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="ct05")
    start = task.start
    task.text.citations.create(
        document=document, kind="Chỉ thị", number="05", start=start, end=start + 7,
        quote="Một là,", confidence=1,
    )  # fmt: skip
    first, second = map(wording_now, split(task))
    assert list(first.documents.all()) == [document]
    assert not second.documents.exists()


@pytest.mark.parametrize(
    ("at", "why"), [(0, "within the words"), (10_000, "within the words"), (24, "through a word")]
)
def test_a_task_is_not_split_outside_itself_or_through_a_word(at: int, why: str) -> None:
    task = task_in_article()
    with pytest.raises(Refused, match=why):
        split_task(ReviewerFactory(), task.pk, wording_now(task).pk, at)
    assert tasks_of(task.article) == [LINES[0]]


# -- Merging ---------------------------------------------------------------------------------------


def test_neighbours_become_one_task_with_the_words_between_them() -> None:
    article = article_with_tasks(3)
    first, second, third = article.tasks.order_by("start")
    merged = merge(second, first)
    connection.check_constraints()
    assert merged.quote == "\n".join(LINES[:2])
    assert tasks_of(article) == [merged.quote, third.quote]
    assert merged.marker == first.marker


def test_a_merged_task_says_what_people_made_of_its_parts() -> None:
    article = article_with_tasks(2)
    first, second = article.tasks.order_by("start")
    edits(ReviewerFactory(), second, "Các chi bộ học chuyên đề.")
    second.refresh_from_db()
    assert wording_now(merge(first, second)).wording == f"{LINES[0]}\nCác chi bộ học chuyên đề."


def test_a_merged_task_names_the_bodies_and_the_days_of_both() -> None:
    article = ArticleFactory(body=BODY)
    make_tasks(
        text_of(article),
        (
            found(BODY, LINES[0], responsible=("Ban Tổ chức",)),
            found(BODY, LINES[1], responsible=("Ban Tổ chức", "Các chi bộ"), due="quý IV/2021"),
        ),
    )
    said = wording_now(merge(*article.tasks.order_by("start")))
    assert [body.printed for body in said.bodies.all()] == ["Ban Tổ chức", "Các chi bộ"]
    assert said.due == "quý IV/2021"


def test_only_neighbours_become_one() -> None:
    article, other = article_with_tasks(3), task_in_article()
    first, _second, third = article.tasks.order_by("start")
    for one in (third, first, other):
        with pytest.raises(Refused, match="next to each other"):
            merge(first, one)
    assert not Reshaping.objects.exists()


# -- Other words -----------------------------------------------------------------------------------


def test_a_boundary_moves_and_the_wording_with_it() -> None:
    task = task_in_article()
    moved = move(task, FIRST)
    assert (moved.quote, wording_now(moved).wording) == (FIRST, FIRST)
    assert wording_now(moved).due == ""


def test_a_due_day_that_comes_in_with_the_new_words_is_found() -> None:
    article = ArticleFactory(body=BODY)
    make_tasks(text_of(article), (found(BODY, FIRST),))
    said = wording_now(move(article.tasks.get(), LINES[0]))
    assert (said.due, said.due_to) == ("trước ngày 30/6/2022", date(2022, 6, 29))


def test_a_wording_by_a_person_stays_as_long_as_its_words_do() -> None:
    article = ArticleFactory(body=BODY)
    make_tasks(text_of(article), (found(BODY, FIRST),))
    task = edits(ReviewerFactory(), article.tasks.get(), "Rà soát cán bộ.")
    longer = move(task, LINES[0])
    assert wording_now(longer).wording == "Rà soát cán bộ."
    assert wording_now(move(longer, FIRST)).wording == FIRST


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (LINES[0], "Nothing was changed"),
        (LINES[1], "Some of its words have to stay"),
        (LINES[0][1:], "through a word"),
    ],
)
def test_a_boundary_does_not_move_just_anywhere(words: str, why: str) -> None:
    task = task_in_article()
    with pytest.raises(Refused, match=why):
        move(task, words)


@pytest.mark.parametrize("place", [(-1, 5), (5, 5), (9, 3), (0, 10**6)])
def test_a_place_outside_the_text_is_refused(place: tuple[int, int]) -> None:
    task = task_in_article()
    with pytest.raises(Refused):
        move_boundary(ReviewerFactory(), task.pk, wording_now(task).pk, *place)


def test_words_that_are_another_task_are_refused() -> None:
    article = article_with_tasks(1)
    make_tasks(text_of(article), (found(BODY, FIRST),))
    with pytest.raises(Refused, match="a task already"):
        move(article.tasks.get(quote=LINES[0]), FIRST)


def test_a_text_of_many_words_is_no_task() -> None:
    body = "Nhiệm vụ\nMột là, rà soát.\n" + "từ " * 4000
    article = article_with_tasks(1, body=body)
    with pytest.raises(Refused, match="too many words"):
        move(article.tasks.get(), body.strip())


# -- Who, and when ---------------------------------------------------------------------------------


def test_editors_do_not_reshape_and_nobody_what_changed_meanwhile() -> None:
    task = task_in_article()
    with pytest.raises(NotAllowed):
        split(task, person=EditorFactory())
    old = wording_now(task).pk
    edits(ReviewerFactory(), task, "Khác.")
    with pytest.raises(ChangedMeanwhile):
        split_task(ReviewerFactory(), task.pk, old, text_of(task.article).body.index(CUT))
    task.refresh_from_db()
    split(task)
    with pytest.raises(Refused, match="no longer in the article"):
        split(task)


def test_a_reshaping_voids_the_sign_off_until_what_became_is_decided_and_signed_again() -> None:
    task, person = approve(task_in_article()), ReviewerFactory()
    text = text_of(task.article)
    sign_off(person, text.pk)
    parts = split(task)
    assert standing_sign_off(text.pk) is None
    with pytest.raises(Refused, match="still wait"):
        sign_off(person, text.pk)
    for part in parts:
        approve(part, ReviewerFactory())
    assert standing_sign_off(text.pk) is None
    sign_off(person, text.pk)
    assert standing_sign_off(text.pk) is not None


def test_both_pages_can_tell_what_became_of_what() -> None:
    task, person = task_in_article(), ReviewerFactory()
    parts = split(task, person=person)
    for one in (task, *parts):
        told = reshapings_of(one.pk).get()
        assert (told.reshaped_by, told.how) == (person, Reshaping.How.SPLIT)
        assert [part.task.quote for part in told.were] == [LINES[0]]  # type: ignore[attr-defined]
        assert [part.task.quote for part in told.became] == [FIRST, SECOND]  # type: ignore[attr-defined]


# -- Reading again ---------------------------------------------------------------------------------


def again(article: Article, *lines: str, body: str = BODY) -> None:
    tasks = [found(body, line) for line in lines]
    if body == BODY:
        found_again(article, *tasks)
    else:
        next_text(article, body, *tasks)


@pytest.mark.parametrize("body", [BODY, f"Mở đầu.\n{BODY}"], ids=["found again", "a new text"])
def test_what_was_reshaped_does_not_come_back_where_it_was(body: str) -> None:
    article = article_with_tasks(3)
    first, second, third = article.tasks.order_by("start")
    split(first, "rà soát")
    merged = merge(second, third)
    before = tasks_of(article)
    assert len(before) == 3
    again(article, *LINES, body=body)
    assert tasks_of(article) == before
    assert merged.quote in before


def test_three_small_parts_keep_the_whole_from_coming_back() -> None:
    article = article_with_tasks(1)
    _first, rest = split(article.tasks.get(), "Huyện ủy Đông Khê")
    split(rest, "cán bộ")
    before = tasks_of(article)
    assert max(map(len, before)) < len(LINES[0]) / 2
    again(article, LINES[0])
    assert tasks_of(article) == before


def test_a_task_that_was_moved_away_from_its_beginning_does_not_come_back() -> None:
    article = article_with_tasks(1)
    move(article.tasks.get(), CUT)
    again(article, LINES[0])
    assert tasks_of(article) == [CUT]


def test_what_is_found_anew_elsewhere_is_a_task_as_before() -> None:
    article = article_with_tasks(1)
    split(article.tasks.get())
    again(article, LINES[0], LINES[1])
    assert tasks_of(article) == [FIRST, SECOND, LINES[1]]


def test_where_the_words_have_changed_the_finder_has_its_say_again() -> None:
    article = article_with_tasks(1)
    move(article.tasks.get(), CUT)
    now = "Một là, Ban Tổ chức Huyện ủy xem lại đội ngũ cán bộ, xong trước ngày 30/6/2022."
    again(article, now, body=BODY.replace(LINES[0], now))
    assert tasks_of(article) == [now, CUT]


# -- What PostgreSQL refuses -----------------------------------------------------------------------


def reshaping_of(task: ExtractedTask, person: User) -> Reshaping:
    return Reshaping.objects.create(text=task.text, how="split", reshaped_by=person)


def noted(task: ExtractedTask, reshaping: Reshaping, side: str) -> None:
    ReshapedTask.objects.create(
        reshaping=reshaping, task=task, side=side, start=task.start, end=task.end
    )


def gives_way(task: ExtractedTask, reshaping: Reshaping) -> None:
    noted(task, reshaping, "was")
    ExtractedTask.objects.filter(pk=task.pk).update(state=RETIRED)


def test_nobody_retires_a_task_by_a_reshaping_of_which_nothing_came() -> None:
    task = approve(task_in_article())
    with refused("what became of what"):
        gives_way(task, reshaping_of(task, ReviewerFactory()))
    with refused("what became of what"):
        reshaping_of(task, ReviewerFactory())


def test_nobody_calls_a_task_elsewhere_what_became_of_it() -> None:
    task, person = task_in_article(), ReviewerFactory()
    text = text_of(task.article)
    added = add_missed(person, text.pk, LINES[1])
    with refused("what became of what"):
        reshaping = reshaping_of(task, person)
        gives_way(task, reshaping)
        noted(added, reshaping, "became")


def test_a_part_says_where_its_task_stood() -> None:
    task, person = task_in_article(), ReviewerFactory()
    with refused("no part of this reshaping"):
        ReshapedTask.objects.create(
            reshaping=reshaping_of(task, person), task=task, side="was", start=0, end=task.end
        )


def test_nobody_calls_the_finders_task_or_another_persons_what_became_of_it() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    make_tasks(text_of(article), (found(BODY, FIRST),))
    task, finders = article.tasks.order_by("-end")
    with refused("no part of this reshaping"):
        reshaping = reshaping_of(task, person)
        gives_way(task, reshaping)
        noted(finders, reshaping, "became")


def test_a_task_that_stands_did_not_give_way() -> None:
    task, person = task_in_article(), ReviewerFactory()
    with refused("what became of what"):
        noted(task, reshaping_of(task, person), "was")


def test_what_was_reshaped_stays_on_the_record_until_the_article_is_erased() -> None:
    task = approve(task_in_article())
    split(task)
    for table in ("review_reshaping", "review_reshapedtask"):
        with refused("never changes"):
            sql(f"UPDATE {table} SET id = id")
        with refused("leaves only when its article is erased"):
            sql(f"DELETE FROM {table}")
    erase_article(ManagingEditorFactory(), task.article, "Theo yêu cầu")
    connection.check_constraints()
    assert not Reshaping.objects.exists()
