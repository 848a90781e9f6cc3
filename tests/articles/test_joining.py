"""Doubtful joins are offered, not made; what editors say of them stays."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet

from articles.actions.erasing import erase_article
from articles.actions.joining import join_citation, refuse_joins, take_out
from articles.actions.merging import keep_apart, merge_documents, split_document
from articles.actions.rereading import find_again as find_everything_again
from articles.actions.texts import take_out_paragraph
from articles.models import Article, Citation, CitationDecision, OfficialDocument
from articles.queries.doubts import FEW, doubtful_citations, doubtful_documents, with_offers
from articles.refusal import NotAllowed, Refused
from tests.articles.citing import article_saying, citations_of, find_again
from tests.factories import EditorFactory, LeadFactory, ManagingEditorFactory, ReviewerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

HOA_SON = "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Hòa Sơn."
BAC_LINH = "Nghị quyết số 09-NQ/TU ngày 3/3/2011 của Tỉnh ủy Bắc Lĩnh."
OPEN = "Xã làm theo Nghị quyết số 09-NQ/TU."


@pytest.fixture
def editor() -> AbstractUser:
    person: AbstractUser = EditorFactory()
    return person


def document_of(article: Article) -> OfficialDocument:
    (document,) = {citation.document for citation in citations_of(article)}
    assert document is not None
    return document


def offered() -> list[tuple[Citation, list[int]]]:
    return [(citation, citation.offered) for citation in with_offers(doubtful_citations())]


class TestCitationsWithoutADocument:
    def test_the_few_documents_that_could_be_meant_are_offered(self) -> None:
        documents = [document_of(article_saying(text)) for text in (HOA_SON, BAC_LINH)]
        article = article_saying(OPEN)
        ((citation, numbers),) = offered()
        assert citation.document is None
        assert citation.text.article == article
        assert numbers == [document.pk for document in documents]

    def test_they_are_offered_also_where_the_document_comes_later(self) -> None:
        article_saying(OPEN)
        assert offered() == []
        document = document_of(article_saying(HOA_SON))
        assert [numbers for _citation, numbers in offered()] == [[document.pk]]

    @pytest.mark.parametrize(
        "words",
        [
            "Nghị quyết số 09-NQ/HU.",
            "Chỉ thị số 09-CT/TU.",
            "Nghị quyết số 10-NQ/TU.",
            "Nghị quyết số 09-NQ/TU ngày 20/8/2009.",
            "Nghị quyết số 09-NQ/TU của Tỉnh ủy Bắc Lĩnh ngày 1/1/2010.",
        ],
    )
    def test_documents_that_the_words_speak_against_are_not_offered(self, words: str) -> None:
        article_saying(HOA_SON)
        article_saying(words)
        assert offered() == []

    def test_a_document_that_is_younger_than_the_article_is_not_offered(self) -> None:
        article_saying(HOA_SON)
        article_saying(OPEN, published_on=date(2008, 5, 1))
        assert offered() == []

    def test_nothing_is_offered_where_too_many_could_be_meant(self) -> None:
        for year in range(2010, 2010 + FEW):
            article_saying(f"Nghị định 86/{year}/NĐ-CP.")
        article_saying("Nghị định 86 đã cũ.")
        assert len(offered()) == 1
        article_saying("Nghị định 86/2020/NĐ-CP.")
        assert offered() == []

    def test_the_same_words_of_an_article_are_asked_about_once(self) -> None:
        article_saying(HOA_SON)
        article_saying(f"{OPEN} Rồi lại {OPEN}")
        assert len(offered()) == 1

    def test_nobody_is_asked_about_an_article_that_was_taken_down(self) -> None:
        article_saying(HOA_SON)
        article = article_saying(OPEN)
        Article.objects.filter(pk=article.pk).update(
            state=Article.State.TAKEN_DOWN, taken_down_reason="trùng"
        )
        assert offered() == []


class TestJoining:
    def test_all_mentions_of_these_words_get_the_document(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        article = article_saying(f"{OPEN} Rồi lại {OPEN} Nghị quyết 09 đã rõ.")
        join_citation(editor, citations_of(article)[0].pk, document.pk)
        assert [c.document for c in citations_of(article)] == [document] * 3
        assert offered() == []

    def test_it_survives_finding_again(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        article = article_saying(OPEN)
        join_citation(editor, citations_of(article)[0].pk, document.pk)
        Citation.objects.filter(text=article.text).delete()
        find_again(article)
        assert document_of(article) == document

    def test_it_survives_where_finding_reads_more(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        article = article_saying(OPEN)
        decision_on = citations_of(article)[0]
        Citation.objects.filter(pk=decision_on.pk).update(words_key="đọc|ít|hơn")
        join_citation(editor, decision_on.pk, document.pk)
        find_again(article)
        assert document_of(article) == document

    def test_it_survives_a_re_reading_and_a_paragraph_taken_out(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        article = article_saying(f"Mở đầu cho có chuyện.\n{OPEN}")
        join_citation(editor, citations_of(article)[0].pk, document.pk)
        assert find_everything_again(article.pk) == []
        assert article.text is not None
        take_out_paragraph(editor, article, article.text.pk, 0)
        article.refresh_from_db()
        assert article.text.number == 2
        assert document_of(article) == document
        assert offered() == []

    def test_other_articles_with_the_same_words_are_still_asked_about(
        self, editor: AbstractUser
    ) -> None:
        document = document_of(article_saying(HOA_SON))
        first, second = article_saying(OPEN), article_saying(OPEN)
        join_citation(editor, citations_of(first)[0].pk, document.pk)
        assert [citation.text.article for citation, _numbers in offered()] == [second]

    def test_somebody_may_change_their_mind(self, editor: AbstractUser) -> None:
        documents = [document_of(article_saying(text)) for text in (HOA_SON, BAC_LINH)]
        article = article_saying(OPEN)
        for document in documents:
            join_citation(editor, citations_of(article)[0].pk, document.pk)
            assert document_of(article) == document
        refuse_joins(editor, citations_of(article)[0].pk, [documents[1].pk])
        assert [c.document for c in citations_of(article)] == [None]

    def test_a_refusal_is_remembered(self, editor: AbstractUser) -> None:
        documents = [document_of(article_saying(text)) for text in (HOA_SON, BAC_LINH)]
        article = article_saying(OPEN)
        refuse_joins(editor, citations_of(article)[0].pk, [document.pk for document in documents])
        assert offered() == []
        find_again(article)
        assert offered() == []
        third = document_of(article_saying("Nghị quyết số 09-NQ/TU của Tỉnh ủy Sông Lam."))
        assert [numbers for _citation, numbers in offered()] == [[third.pk]]

    def test_only_editors_join(self) -> None:
        document = document_of(article_saying(HOA_SON))
        citation = citations_of(article_saying(OPEN))[0]
        with pytest.raises(NotAllowed):
            join_citation(ReviewerFactory(), citation.pk, document.pk)
        with pytest.raises(NotAllowed):
            refuse_joins(ReviewerFactory(), citation.pk, [document.pk])

    def test_what_is_gone_cannot_be_joined(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        citation = citations_of(article_saying(OPEN))[0]
        with pytest.raises(Refused, match="no such document"):
            join_citation(editor, citation.pk, 0)
        Citation.objects.filter(pk=citation.pk).delete()
        with pytest.raises(Refused, match="does not cite this any more"):
            join_citation(editor, citation.pk, document.pk)


DATED = "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
UNDATED = "Làm theo Chỉ thị số 05-CT/TW."


def pair() -> tuple[OfficialDocument, OfficialDocument]:
    """Give two documents that differ in that one has no date."""
    return document_of(article_saying(UNDATED)), document_of(article_saying(DATED))


def pairs() -> list[tuple[OfficialDocument, list[int]]]:
    return [(document, document.offered) for document in with_offers(doubtful_documents())]


class TestDocumentsThatCouldBeOne:
    def test_one_without_a_date_is_offered_the_one_with_it(self) -> None:
        undated, dated = pair()
        assert pairs() == [(undated, [dated.pk])]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (DATED, "Chỉ thị số 05-CT/TW ngày 1/3/2021."),
            (UNDATED, "Chỉ thị số 05-CT/TU của Tỉnh ủy Hòa Sơn."),
            ("Nghị quyết Trung ương 4 khóa XI.", "Nghị quyết Trung ương 4 khóa XII."),
            (HOA_SON, BAC_LINH),
        ],
    )
    def test_two_that_differ_are_not_offered(self, first: str, second: str) -> None:
        article_saying(first)
        article_saying(second)
        assert pairs() == []

    def test_two_that_were_kept_apart_are_not_offered_again(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        keep_apart(editor, dated, undated)
        assert pairs() == []
        find_again(article_saying(UNDATED))
        assert pairs() == []

    def test_only_editors_keep_apart(self) -> None:
        with pytest.raises(NotAllowed):
            keep_apart(LeadFactory(), *pair())


class TestMerging:
    def test_the_citations_move(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        merge_documents(editor, undated, dated)
        assert set(Citation.objects.values_list("document", flat=True)) == {dated.pk}
        assert pairs() == []

    def test_later_citations_of_the_merged_one_go_to_the_other(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        merge_documents(editor, undated, dated)
        article = article_saying("Chi bộ học Chỉ thị 05-CT/TW.")
        assert document_of(article) == dated
        find_again(article)
        assert document_of(article) == dated
        assert OfficialDocument.objects.count() == 2

    def test_a_merge_is_undone_wholly(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        merge_documents(editor, undated, dated)
        later = article_saying("Chi bộ học Chỉ thị 05-CT/TW.")
        split_document(editor, undated)
        assert document_of(later) == undated
        by_document = Citation.objects.filter(document=dated)
        assert by_document.count() == 1
        assert pairs() == []  # nobody is asked at once what they have just answered

    def test_what_was_merged_before_points_at_the_last(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        other = document_of(article_saying("Chỉ thị số 05-CT/TW ngày 16/5/2016."))
        merge_documents(editor, undated, dated)
        merge_documents(editor, dated, other)
        undated.refresh_from_db()
        assert undated.same_as == other
        assert set(Citation.objects.values_list("document", flat=True)) == {other.pk}

    def test_merging_again_what_was_merged_is_refused(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        merge_documents(editor, undated, dated)
        with pytest.raises(Refused, match="merged meanwhile"):
            merge_documents(editor, undated, dated)
        with pytest.raises(Refused, match="merged meanwhile"):
            merge_documents(editor, dated, undated)
        with pytest.raises(Refused, match="itself"):
            merge_documents(editor, dated, dated)
        with pytest.raises(Refused, match="not merged"):
            split_document(editor, dated)

    def test_a_decision_on_a_merged_document_means_the_one_that_stands_for_it(
        self, editor: AbstractUser
    ) -> None:
        first = document_of(article_saying(HOA_SON))
        second = document_of(article_saying("Nghị quyết số 09-NQ/TU của Tỉnh ủy Hòa Sơn."))
        article = article_saying(OPEN)
        join_citation(editor, citations_of(article)[0].pk, second.pk)
        merge_documents(editor, second, first)
        assert document_of(article) == first
        find_again(article)
        assert document_of(article) == first

    def test_only_editors_merge_and_split(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        reviewer = ReviewerFactory()
        with pytest.raises(NotAllowed):
            merge_documents(reviewer, undated, dated)
        merge_documents(editor, undated, dated)
        with pytest.raises(NotAllowed):
            split_document(reviewer, undated)

    def test_history_says_who_merged(self, editor: AbstractUser) -> None:
        undated, dated = pair()
        merge_documents(editor, undated, dated)
        events: QuerySet[Any] = apps.get_model("articles", "OfficialDocumentEvent").objects.all()
        event = events.filter(pgh_obj=undated.pk).latest("pgh_id")
        assert event.same_as_id == dated.pk
        assert event.pgh_context.metadata["user"] == editor.pk


class TestTakingOut:
    def test_chosen_citations_get_a_document_of_their_own(self, editor: AbstractUser) -> None:
        stays, goes = article_saying(DATED), article_saying(DATED)
        document = document_of(stays)
        own = take_out(editor, document, [citations_of(goes)[0].pk])
        assert document_of(goes) == own != document
        assert document_of(stays) == document
        assert str(own.issued_on) == "2016-05-15"
        assert pairs() == []

    def test_it_survives_finding_again_and_no_other_words_join_it(
        self, editor: AbstractUser
    ) -> None:
        article = article_saying(DATED)
        document = document_of(article)
        own = take_out(editor, document, [citations_of(article)[0].pk])
        find_again(article)
        assert document_of(article) == own
        assert document_of(article_saying(DATED)) == document

    def test_other_words_of_the_article_stay(self, editor: AbstractUser) -> None:
        article = article_saying(f"{DATED} {UNDATED}")
        document = document_of(article)
        own = take_out(editor, document, [citations_of(article)[1].pk])
        assert [c.document for c in citations_of(article)] == [document, own]

    def test_citations_of_another_document_are_refused(self, editor: AbstractUser) -> None:
        article, other = article_saying(DATED), article_saying(HOA_SON)
        with pytest.raises(Refused, match="not of this document"):
            take_out(editor, document_of(article), [citations_of(other)[0].pk])
        with pytest.raises(Refused, match="not of this document"):
            take_out(editor, document_of(article), [])

    def test_only_editors_take_out(self) -> None:
        article = article_saying(DATED)
        with pytest.raises(NotAllowed):
            take_out(ReviewerFactory(), document_of(article), [citations_of(article)[0].pk])


class TestErasing:
    def test_what_was_said_of_an_erased_article_goes_with_it(self, editor: AbstractUser) -> None:
        document = document_of(article_saying(HOA_SON))
        article = article_saying(OPEN)
        join_citation(editor, citations_of(article)[0].pk, document.pk)
        own = take_out(editor, document, [citations_of(article)[0].pk])
        erase_article(ManagingEditorFactory(), article, "nhập nhầm")
        assert not CitationDecision.objects.exists()
        assert not apps.get_model("articles", "CitationDecisionEvent").objects.exists()
        assert OfficialDocument.objects.filter(pk=own.pk).exists()
