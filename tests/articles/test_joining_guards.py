"""PostgreSQL keeps merged documents pointing at final ones, and citations at those."""

import pytest
from django.db import IntegrityError, transaction

from articles.actions.merging import keep_apart, merge_documents, split_document
from articles.models import Citation, DocumentDistinction, OfficialDocument
from articles.refusal import Refused
from tests.articles.citing import article_saying, citations_of
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory


def three() -> list[OfficialDocument]:
    return [
        OfficialDocument.objects.create(kind="Chỉ thị", number=f"{n}-CT/TW", key=str(n))
        for n in range(3)
    ]


def by_number() -> list[OfficialDocument]:
    return list(OfficialDocument.objects.order_by("pk").select_related("same_as"))


@pytest.mark.django_db
class TestPointers:
    def test_no_document_is_its_own_double(self) -> None:
        first, *_ = three()
        with pytest.raises(IntegrityError, match="document_is_not_its_own_double"):
            OfficialDocument.objects.filter(pk=first.pk).update(same_as=first.pk)

    def test_no_circle(self) -> None:
        first, second, _ = three()
        OfficialDocument.objects.filter(pk=first.pk).update(same_as=second)
        with pytest.raises(IntegrityError, match="final one"):
            OfficialDocument.objects.filter(pk=second.pk).update(same_as=first)

    def test_no_chain_from_either_end(self) -> None:
        first, second, third = three()
        OfficialDocument.objects.filter(pk=first.pk).update(same_as=second)
        with pytest.raises(IntegrityError, match="final one"), transaction.atomic():
            OfficialDocument.objects.filter(pk=second.pk).update(same_as=third)
        with pytest.raises(IntegrityError, match="final one"):
            OfficialDocument.objects.filter(pk=third.pk).update(same_as=first)

    def test_two_documents_are_kept_apart_once_and_in_order(self) -> None:
        first, second, _ = three()
        person = EditorFactory()
        with pytest.raises(IntegrityError, match="in_order"):
            DocumentDistinction.objects.create(first=second, second=first, decided_by=person)


@pytest.mark.django_db
class TestCitations:
    def test_a_citation_is_always_of_a_final_document(self) -> None:
        first, second, third = three()
        OfficialDocument.objects.filter(pk=first.pk).update(same_as=second)
        (citation,) = citations_of(article_saying("Chỉ thị 05 đã rõ."))
        Citation.objects.filter(pk=citation.pk).update(document=first)
        citation.refresh_from_db()
        assert (citation.named, citation.document) == (first, second)
        Citation.objects.filter(pk=citation.pk).update(named=third)
        citation.refresh_from_db()
        assert (citation.named, citation.document) == (third, third)
        Citation.objects.filter(pk=citation.pk).update(document=None)
        citation.refresh_from_db()
        assert (citation.named, citation.document) == (None, None)

    def test_pointers_that_are_written_past_the_desk_take_citations_along(self) -> None:
        first, second, _ = three()
        (citation,) = citations_of(article_saying("Chỉ thị 05 đã rõ."))
        Citation.objects.filter(pk=citation.pk).update(named=first)
        OfficialDocument.objects.filter(pk=first.pk).update(same_as=second)
        citation.refresh_from_db()
        assert citation.document == second
        OfficialDocument.objects.filter(pk=first.pk).update(same_as=None)
        citation.refresh_from_db()
        assert citation.document == first


@pytest.mark.django_db(transaction=True)
class TestAtTheSameInstant:
    def test_two_merges_in_a_row_end_at_the_last(self) -> None:
        first, second, third = three()
        editor = EditorFactory()
        results = one_behind_the_other(
            lambda: merge_documents(editor, first, second),
            lambda: merge_documents(editor, second, third),
        )
        assert results == [None, None]
        assert OfficialDocument.objects.filter(same_as=third).count() == 2

    def test_a_merge_into_what_is_being_merged_is_refused(self) -> None:
        first, second, third = three()
        editor = EditorFactory()
        done, refused = one_behind_the_other(
            lambda: merge_documents(editor, second, third),
            lambda: merge_documents(editor, first, second),
        )
        assert done is None
        assert isinstance(refused, Refused)

    def test_one_that_is_being_split_off_is_not_taken_along(self) -> None:
        first, second, third = three()
        editor = EditorFactory()
        merge_documents(editor, first, second)
        results = one_behind_the_other(
            lambda: split_document(editor, first),
            lambda: merge_documents(editor, second, third),
        )
        assert results == [None, None]
        assert [document.same_as for document in by_number()] == [None, third, None]

    def test_two_are_not_kept_apart_that_are_being_merged(self) -> None:
        first, second, _ = three()
        editor = EditorFactory()
        merged, refused = one_behind_the_other(
            lambda: merge_documents(editor, first, second),
            lambda: keep_apart(editor, first, second),
        )
        assert merged is None
        assert isinstance(refused, Refused)
        assert not DocumentDistinction.objects.exists()

    def test_no_chain_is_made_past_the_desk(self) -> None:
        first, second, third = three()
        done, refused = one_behind_the_other(
            lambda: _point(first, second), lambda: _point(second, third)
        )
        assert done is None
        assert isinstance(refused, IntegrityError)

    def test_a_citation_that_is_being_saved_goes_along(self) -> None:
        first, second, _ = three()
        (citation,) = citations_of(article_saying("Chỉ thị 05 đã rõ."))
        editor = EditorFactory()
        results = one_behind_the_other(
            lambda: Citation.objects.filter(pk=citation.pk).update(named=first),
            lambda: merge_documents(editor, first, second),
        )
        assert results == [None, None]
        citation.refresh_from_db()
        assert citation.document == second

    def test_a_citation_that_comes_during_a_merge_goes_along(self) -> None:
        first, second, _ = three()
        (citation,) = citations_of(article_saying("Chỉ thị 05 đã rõ."))
        editor = EditorFactory()
        results = one_behind_the_other(
            lambda: merge_documents(editor, first, second),
            lambda: Citation.objects.filter(pk=citation.pk).update(named=first),
        )
        assert results == [None, None]
        citation.refresh_from_db()
        assert citation.document == second


def _point(document: OfficialDocument, into: OfficialDocument) -> None:
    OfficialDocument.objects.filter(pk=document.pk).update(same_as=into)
