"""The first page of the desk: what waits for whom."""

import pytest
from django.test import Client

from portal.queries.today import waiting_for
from tests.articles.citing import article_saying
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import article_with_tasks

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

DOUBTS = "/en/admin/articles/officialdocument/doubtful/"
NEXT = "/en/admin/review/extractedtask/next/"


def doubtful_citation() -> None:
    article_saying("Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Hòa Sơn.")
    article_saying("Xã làm theo Nghị quyết số 09-NQ/TU.")


def doubtful_document() -> None:
    article_saying("Chỉ thị số 05-CT/TW đã rõ.")
    article_saying("Chỉ thị số 05-CT/TW ngày 15/5/2016 đã rõ.")


def test_editors_are_told_of_doubtful_joins_and_come_to_them(client: Client) -> None:
    editor = EditorFactory()
    assert waiting_for(editor) == []
    doubtful_citation()
    doubtful_document()

    (told,) = waiting_for(editor)

    assert (told.count, told.address) == ("2", DOUBTS)
    client.force_login(editor)
    assert told.words in client.get("/en/admin/").content.decode()
    assert client.get(told.address).status_code == 200


def test_where_only_documents_are_doubtful_it_leads_to_those() -> None:
    doubtful_document()
    (told,) = waiting_for(EditorFactory())
    assert told.address == f"{DOUBTS}?of=documents"


def test_whoever_may_not_join_is_not_told() -> None:
    doubtful_citation()
    words = {thing.words for thing in waiting_for(ReviewerFactory())}
    assert not [each for each in words if "document" in each]


def test_whoever_decides_begins_at_the_next_article(client: Client) -> None:
    article = article_with_tasks(1)
    client.force_login(ReviewerFactory())

    page = client.get("/en/admin/").content.decode()
    answer = client.post(NEXT)

    assert f'<form method="post" action="{NEXT}">' in page
    assert answer.headers["Location"].endswith(f"/articles/{article.pk}/")


def test_who_decides_nothing_has_no_next_article(client: Client) -> None:
    client.force_login(EditorFactory())

    assert NEXT not in client.get("/en/admin/").content.decode()
