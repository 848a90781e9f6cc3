import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import translation

from articles.actions.erasing import erase_article
from articles.models import Article
from articles.refusal import NotAllowed, Refused
from portal.actions import Pick, publish_list, withdraw_edition
from portal.models import CuratedList, Edition, EditionWithdrawal
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    draft_list,
    next_edition,
    publish,
    published_edition,
    submitted_list,
    take_down,
)
from tests.review.factories import lose_approval

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


# -- What an edition is --------------------------------------------------------------------------


def test_an_edition_freezes_what_readers_see() -> None:
    article = ArticleFactory(
        title="Giữ lời thề", publisher=PublisherFactory(name="Báo Đông Khê"), author="Thu Thảo"
    )
    article.themes.add(ThemeFactory(name="nêu gương", slug="neu-guong"))
    task = approved_task(article, wording="Rà soát quy chế", taking_part=["Mặt trận huyện"])
    edition = published_edition(
        Pick(article=article, note="Nên đọc."), Pick(task=task), title="Nêu gương"
    )
    Article.objects.filter(pk=article.pk).update(title="Tên khác")

    first, second = edition.entries.all()

    assert (edition.number, edition.title, edition.slug) == (1, "Nêu gương", "neu-guong")
    assert (first.kind, first.title, first.note) == ("article", "Giữ lời thề", "Nên đọc.")
    assert (first.publisher, first.author) == ("Báo Đông Khê", "Thu Thảo")
    assert [theme.name for theme in first.themes.all()] == ["nêu gương"]
    assert (second.kind, second.wording, second.due) == ("task", "Rà soát quy chế", "quý IV/2021")
    assert (second.responsible, second.taking_part) == (
        ["Ban Thường vụ Huyện ủy"],
        ["Mặt trận huyện"],
    )
    assert (second.task_number, second.version_number) == (task.pk, task.version_id)


def test_after_publishing_the_list_is_a_draft_of_the_next_edition() -> None:
    first = published_edition()
    curated_list = CuratedList.objects.get(pk=first.curated_list_id)
    assert (curated_list.state, curated_list.submitted_by) == (CuratedList.State.DRAFT, None)

    assert next_edition(curated_list).number == 2
    assert curated_list.entries.count() == 1


# -- What publishing refuses ---------------------------------------------------------------------


def test_nobody_publishes_what_they_submitted() -> None:
    person = ManagingEditorFactory()
    submitted = submitted_list(by=person)

    with pytest.raises(Refused, match="somebody else"):
        publish(submitted, by=person)
    assert not Edition.objects.exists()


def test_publishing_takes_the_right_to() -> None:
    with pytest.raises(NotAllowed):
        publish(submitted_list(), by=EditorFactory())


def test_a_draft_is_not_published() -> None:
    with pytest.raises(Refused, match="not submitted"):
        publish(draft_list(Pick(article=ArticleFactory())))


def test_a_task_that_lost_its_approval_is_named() -> None:
    task = approved_task(wording="Mở lớp bồi dưỡng")
    submitted = submitted_list(Pick(task=task))
    lose_approval(task)

    with pytest.raises(Refused, match="Entry 1: the task “Mở lớp bồi dưỡng”"):
        publish(submitted)


def test_an_article_that_was_taken_down_is_named_also_under_its_task() -> None:
    article = ArticleFactory(title="Đã gỡ")
    for pick in (Pick(article=article), Pick(task=approved_task(article))):
        submitted = submitted_list(pick)
        take_down(article)

        with pytest.raises(Refused, match="“Đã gỡ” has been taken down"):
            publish(submitted)
        Article.objects.update(state="active")


def test_what_changed_since_the_proof_was_seen_is_not_published() -> None:
    article = ArticleFactory()
    submitted = submitted_list(Pick(article=article))
    seen = proof_of(submitted).fingerprint
    Article.objects.filter(pk=article.pk).update(title="Tên sửa vào phút chót")

    with pytest.raises(Refused, match="look again"):
        publish_list(ManagingEditorFactory(), submitted, expected=seen)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_one_is_refused() -> None:
    submitted = submitted_list(Pick(article=ArticleFactory()), Pick(task=approved_task()))
    seen = proof_of(submitted).fingerprint
    people = [ManagingEditorFactory(), ManagingEditorFactory()]
    outcomes: list[str] = []
    together = threading.Barrier(2)

    def attempt(number: int) -> Callable[[], None]:
        def run() -> None:
            translation.activate("en")  # a new thread speaks the desk's own language
            together.wait()
            try:
                publish_list(people[number], submitted, expected=seen)
                outcomes.append("published")
            except Refused as refusal:
                outcomes.append(str(refusal))
            finally:
                connection.close()

        return run

    threads = [threading.Thread(target=attempt(number)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(outcomes) == [
        "This list is not submitted, or somebody has just published it.",
        "published",
    ]
    assert Edition.objects.count() == 1


# -- Withdrawing ---------------------------------------------------------------------------------


def test_a_withdrawal_is_a_row_beside_the_edition() -> None:
    edition = published_edition()

    with pytest.raises(Refused, match="reason"):
        withdraw_edition(ManagingEditorFactory(), edition, reason=" ")
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai nguồn.")

    assert EditionWithdrawal.objects.get().reason == "Dẫn sai nguồn."
    with pytest.raises(Refused, match="already"):
        withdraw_edition(ManagingEditorFactory(), edition, reason="Lần nữa.")


def test_withdrawing_takes_the_right_to() -> None:
    with pytest.raises(NotAllowed):
        withdraw_edition(EditorFactory(), published_edition(), reason="Vì thế.")


# -- Erasing -------------------------------------------------------------------------------------


def erase(article: Article) -> None:
    erase_article(ManagingEditorFactory(), article, "Yêu cầu của tòa soạn.")


def test_an_article_in_a_standing_edition_is_not_erased() -> None:
    article = ArticleFactory()
    edition = published_edition(Pick(task=approved_task(article)), title="Nêu gương")

    with pytest.raises(Refused, match=r"Nêu gương \(1\)"):
        erase(article)
    assert Article.objects.filter(pk=article.pk).exists()
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai nguồn.")
    erase(article)
    assert not Article.objects.filter(pk=article.pk).exists()


def test_lists_in_the_making_let_go_of_an_erased_article() -> None:
    article, other = ArticleFactory(), ArticleFactory()
    submitted = submitted_list(
        Pick(article=article), Pick(task=approved_task(article)), Pick(article=other)
    )
    erase(article)
    now = CuratedList.objects.get(pk=submitted.pk)

    assert [entry.article for entry in now.entries.all()] == [other]
    assert now.state == CuratedList.State.DRAFT
    assert now.revision > submitted.revision
    history: Any = apps.get_model("portal", "EntryEvent")
    assert not history.objects.exclude(article=other.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_erasing_does_not_wait_for_somebody_who_publishes() -> None:
    """Each would hold what the other wants: the one who erases is asked to try again."""
    article = ArticleFactory()
    submitted = submitted_list(Pick(article=article))
    told: list[str] = []

    def try_to_erase() -> None:
        translation.activate("en")
        try:
            erase(article)
        except Refused as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    with transaction.atomic():
        CuratedList.objects.select_for_update().get(pk=submitted.pk)
        thread = threading.Thread(target=try_to_erase)
        thread.start()
        thread.join(timeout=30)

    assert told == ["Somebody is working on a list with this article right now. Please try again."]
    assert Article.objects.filter(pk=article.pk).exists()
