"""What people say to each other of a task."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.erasing import erase_article
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.comments import comment
from review.models import Comment, Notice
from review.queries.people import people_like
from review.talk import Screen, talks_on
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import task_in_article, wording_now
from tests.review.screens import body, signed_in
from tests.review.voices import APPROVE, edits, says
from tests.review.wrongdoing import refused, sql

pytestmark = pytest.mark.django_db


def words_seen(person: User, task: Any) -> list[str]:
    task.refresh_from_db()
    return [said.words for said in talks_on(person, [task], Screen.CARD)[task.pk].comments]


class TestSaying:
    def test_it_is_kept_with_the_wording_of_then(self) -> None:
        task, person = task_in_article(), ReviewerFactory()
        first = wording_now(task)

        said = comment(person, task.pk, "  Ai chủ trì?  ")
        edits(ReviewerFactory(), task, "Rà soát đội ngũ cán bộ.")

        assert (said.words, said.version, said.person) == ("Ai chủ trì?", first, person)

    def test_those_whom_it_names_are_told(self) -> None:
        task, person = task_in_article(), ReviewerFactory()
        an, binh = ReviewerFactory(username="An"), EditorFactory(username="binh.le")

        said = comment(person, task.pk, f"@an xem với @binh.le. @{person.username} cũng xem.")

        assert set(said.mentioned.all()) == {an, binh, person}
        assert set(Notice.objects.values_list("person", "kind", "comment")) == {
            (an.pk, "mentioned", said.pk),
            (binh.pk, "mentioned", said.pk),
        }

    def test_who_may_not_see_the_task_is_not_named(self) -> None:
        task = task_in_article()
        PersonFactory(username="khach")
        ReviewerFactory(username="nghi", is_active=False)

        said = comment(ReviewerFactory(), task.pk, "@khach @nghi xem giúp")

        assert not said.mentioned.exists()
        assert not Notice.objects.exists()

    def test_it_may_be_about_words_of_the_article(self) -> None:
        task = task_in_article()

        said = comment(ReviewerFactory(), task.pk, "Có đúng không?", "các chi bộ\n tổ chức")

        assert said.about == "các chi bộ tổ chức"

    @pytest.mark.parametrize(
        ("words", "about", "why"),
        [
            ("  \n", "", "Write something"),
            ("a" * 5001, "", "longer than 5000"),
            ("Xem lại", "không có trong bài", "does not have the words"),
        ],
    )
    def test_what_says_nothing_or_too_much_is_refused(
        self, words: str, about: str, why: str
    ) -> None:
        task = task_in_article()

        with pytest.raises(Refused, match=why):
            comment(ReviewerFactory(), task.pk, words, about)

        assert not Comment.objects.exists()

    def test_strangers_say_nothing(self) -> None:
        with pytest.raises(NotAllowed):
            comment(PersonFactory(), task_in_article().pk, "Chào.")


class TestSeeing:
    def test_comments_are_hidden_until_one_has_decided(self) -> None:
        task, early, late = task_in_article(), ReviewerFactory(), ReviewerFactory()
        comment(early, task.pk, "Theo tôi là đúng.")
        comment(late, task.pk, "Tôi chưa rõ.")

        assert words_seen(late, task) == ["Tôi chưa rõ."]
        says(late, task, APPROVE)
        assert words_seen(late, task) == ["Theo tôi là đúng.", "Tôi chưa rõ."]
        assert words_seen(LeadFactory(), task) == ["Theo tôi là đúng.", "Tôi chưa rõ."]

    def test_many_tasks_cost_the_same(self) -> None:
        lead = LeadFactory()
        tasks = [task_in_article() for _number in range(4)]
        for task in tasks:
            comment(ReviewerFactory(), task.pk, "@an xem")

        def cost(some: list[Any]) -> int:
            reader = User.objects.get(pk=lead.pk)
            with CaptureQueriesContext(connection) as asked:
                for talk in talks_on(reader, some, Screen.CARD).values():
                    assert [str(each.person) for each in talk.comments]
            return len(asked)

        assert cost(tasks[:1]) == cost(tasks)


class TestRows:
    def test_raw_sql_changes_nothing_that_was_said(self) -> None:
        person = ReviewerFactory(username="an")
        comment(ReviewerFactory(), task_in_article().pk, "@an xem")
        connection.check_constraints()

        for statement, why in (
            ("UPDATE review_comment SET words = 'khác'", "never changes"),
            ("DELETE FROM review_comment", "leaves only when its article is erased"),
            ("TRUNCATE review_comment CASCADE", "never emptied"),
            (f"UPDATE review_commentmention SET person_id = {person.pk}", "never changes"),
            ("DELETE FROM review_commentmention", "leaves only when its article is erased"),
            ("TRUNCATE review_commentmention", "never emptied"),
        ):
            with refused(why):
                sql(statement)

    def test_nobody_tells_the_triggers_to_look_away(self) -> None:
        comment(ReviewerFactory(), task_in_article().pk, "Đúng.")

        with refused("never changes"):
            sql("SELECT set_config('pgtrigger.ignore', '{review_comment:never_changes}', true)")
            sql("UPDATE review_comment SET words = 'khác'")

    def test_a_comment_is_of_a_wording_of_its_task(self) -> None:
        task, other, person = task_in_article(), task_in_article(), ReviewerFactory()

        with refused("is not of task"):
            Comment.objects.create(
                task=task, version=wording_now(other), person=person, words="Nhầm."
            )

    def test_an_empty_comment_is_refused(self) -> None:
        task, person = task_in_article(), ReviewerFactory()

        with refused("comment_says_something"):
            Comment.objects.create(task=task, version=wording_now(task), person=person, words=" ")

    def test_they_leave_with_their_article_when_it_is_erased(self) -> None:
        task = task_in_article()
        ReviewerFactory(username="an")
        comment(ReviewerFactory(), task.pk, "@an xem")

        erase_article(ManagingEditorFactory(), task.article, reason="Yêu cầu của tòa án.")

        assert not Comment.objects.exists()
        assert not Notice.objects.exists()


class TestPages:
    def send(self, person: User, task: Any, **typed: str) -> Any:
        return signed_in(person).post(reverse("admin:review_comment", args=[task.pk]), typed)

    def test_a_comment_shows_on_the_record_and_leads_to_its_words(self) -> None:
        task, person = task_in_article(), ReviewerFactory(username="lan")
        an = ReviewerFactory(username="an", last_name="Lê", first_name="An")

        answer = self.send(person, task, words="@an <b>xem</b>", about="rà soát đội ngũ")
        said = Comment.objects.get()
        page = body(signed_in(person).get(answer["Location"]))

        assert answer["Location"].endswith(f"/change/#comment-{said.pk}")
        assert f'id="comment-{said.pk}"' in page
        assert f'title="{an}">@an</strong> &lt;b&gt;xem&lt;/b&gt;' in page
        assert f"?task={task.pk}#words-{task.pk}:~:text=r%C3%A0%20so%C3%A1t" in page

    def test_names_of_nobody_are_said(self) -> None:
        answer = self.send(ReviewerFactory(), task_in_article(), words="@khong.co xem")

        person = Comment.objects.get().person
        assert answer.status_code == 302
        page = body(signed_in(person).get(reverse("admin:review_notices")))
        assert "khong.co" not in page
        messages = [str(each) for each in answer.wsgi_request._messages]
        assert messages == ["Nobody at the desk is called @khong.co: nobody was told."]

    @pytest.mark.parametrize(
        ("screen", "back"),
        [
            ("card", "/articles/"),
            ("dispute", "/disputes/?task="),
            ("record", "/change/#"),
            ("//example.org", "/change/#"),
        ],
    )
    def test_one_goes_back_to_where_one_was(self, screen: str, back: str) -> None:
        answer = self.send(LeadFactory(), task_in_article(), words="Rõ.", screen=screen)

        assert back in answer["Location"]
        assert answer["Location"].endswith(f"#comment-{Comment.objects.get().pk}")

    def test_what_was_typed_stays_when_it_is_refused(self) -> None:
        task = task_in_article()

        answer = self.send(ReviewerFactory(), task, words="Có <thật> không?", about="không có")

        assert answer.status_code == 409
        assert "Có &lt;thật&gt; không?</textarea>" in body(answer)
        assert 'value="không có"' in body(answer)
        assert "does not have the words" in body(answer)

    def test_strangers_are_turned_away(self) -> None:
        task = task_in_article()
        stranger = PersonFactory()

        assert self.send(stranger, task, words="Chào").status_code == 403
        assert signed_in(stranger).get(reverse("admin:review_people")).status_code == 403
        address = reverse("admin:review_comment", args=[task.pk + 1])
        assert signed_in().post(address, {"words": "x"}).status_code == 404
        assert signed_in().get(address).status_code == 405

    def test_names_are_offered_by_parts_of_them_without_tones(self) -> None:
        ReviewerFactory(username="an.le", last_name="Lê", first_name="Thị Ân")
        ReviewerFactory(username="nghi", last_name="Lê", is_active=False)
        PersonFactory(username="le.khach")
        client = signed_in(EditorFactory(username="sua"))

        found = client.get(reverse("admin:review_people"), {"words": "le thi a"}).json()

        assert found == {"people": [{"username": "an.le", "name": "Lê Thị Ân"}]}
        assert len(people_like("")) <= 8
        assert client.get(reverse("admin:review_people"), {"words": "%" * 500}).json() == {
            "people": []
        }
