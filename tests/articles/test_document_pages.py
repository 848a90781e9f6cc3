"""Official documents at the desk: the list, the page of each, and the joins editors decide on."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Citation, CitationDecision, DocumentDistinction, OfficialDocument
from tests.articles.citing import article_saying, citations_of, find_again
from tests.articles.desk import signed_in, text_of
from tests.factories import EditorFactory, PersonFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

DOCUMENTS = "/en/admin/articles/officialdocument/"
DOUBTFUL = f"{DOCUMENTS}doubtful/"

DATED = "Huyện quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
UNDATED = "Chi bộ làm theo Chỉ thị 05-CT/TW."
HOA_SON = "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Hòa Sơn."
BAC_LINH = "Nghị quyết số 09-NQ/TU ngày 3/3/2011 của Tỉnh ủy Bắc Lĩnh."
OPEN = "Xã làm theo Nghị quyết số 09-NQ/TU từ lâu."


@pytest.fixture
def desk() -> Client:
    return signed_in(EditorFactory())


def document(text: str = DATED) -> OfficialDocument:
    named = citations_of(article_saying(text))[0].document
    assert named is not None
    return named


def page_of(document: OfficialDocument) -> str:
    return f"{DOCUMENTS}{document.pk}/change/"


def told(response: object) -> list[str]:
    return [str(message) for message in response.context["messages"]]  # type: ignore[attr-defined]


class TestTheList:
    def test_documents_are_searched_by_what_is_known_of_them(self, desk: Client) -> None:
        known = document()
        document("Luật số 50/2005/QH11.")
        for words in ("05-ct", "chi thi bo chinh tri", "Chỉ thị 05"):
            page = desk.get(DOCUMENTS, {"q": words})
            assert list(page.context["cl"].result_list) == [known]

    def test_they_are_filtered_by_kind(self, desk: Client) -> None:
        document()
        law = document("Luật số 50/2005/QH11.")
        page = desk.get(DOCUMENTS, {"kind": "Luật"})
        assert list(page.context["cl"].result_list) == [law]

    def test_merged_ones_are_shown_to_who_asks_for_them(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        desk.post(f"{DOCUMENTS}{undated.pk}/merge/", {"into": dated.pk})
        assert list(desk.get(DOCUMENTS).context["cl"].result_list) == [dated]
        merged = desk.get(DOCUMENTS, {"merged": "yes"})
        assert list(merged.context["cl"].result_list) == [undated]

    def test_it_counts_citing_articles_and_doubtful_joins(self, desk: Client) -> None:
        document()
        document()
        document(UNDATED)
        page = desk.get(DOCUMENTS)
        assert {row.articles_count for row in page.context["cl"].result_list} == {1, 2}
        assert "Doubtful joins (1)" in text_of(page)

    @pytest.mark.parametrize("number", [3, 12])
    def test_it_costs_the_same_queries_for_any_number_of_documents(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for each in range(number):
            document(f"Luật số {each + 10}/2005/QH11.")
        with django_assert_num_queries(10):
            desk.get(DOCUMENTS)

    def test_documents_are_neither_made_nor_deleted_by_hand(self) -> None:
        admin = signed_in(PersonFactory(is_superuser=True))
        assert admin.get(f"{DOCUMENTS}add/").status_code == 403
        assert admin.post(f"{DOCUMENTS}{document().pk}/delete/").status_code == 403


class TestThePageOfADocument:
    def test_it_lists_the_articles_that_cite_it_with_their_words(self, desk: Client) -> None:
        known = document()
        article_saying("Nghị định 30/2020/NĐ-CP.")
        page = desk.get(page_of(known))
        assert [article.times for article in page.context["citing"]] == [1]
        assert "Huyện quán triệt Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ" in text_of(page)

    def test_long_texts_are_cut_between_words(self, desk: Client) -> None:
        words = "đường về xã đã thông suốt bốn mùa " * 9
        known = document(f"{words}\n{DATED}\n{words}")
        page = text_of(desk.get(page_of(known)))
        before, after = re.findall("…([^…]*)…", page)[0].split("Chỉ thị số 05-CT/TW ngày 15/5/2016")
        assert set(before.split()) | set(after.split()) <= set((words + DATED).split())

    def test_it_tells_how_articles_write_it(self, desk: Client) -> None:
        known = document(f"{DATED} Chỉ thị 05 đã rõ.\nChỉ thị 05 đi vào nếp.")
        page = text_of(desk.get(page_of(known)))
        assert "Chỉ thị 05 × 2" in page
        assert "Chỉ thị số 05-CT/TW ngày 15/5/2016 × 1" in page

    @pytest.mark.parametrize("number", [3, 12])
    def test_it_costs_the_same_queries_for_any_number_of_citations(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        known, *_others = [document() for _ in range(number)]
        for article in {citation.text.article for citation in known.citations.all()}:
            CitationDecision.objects.create(
                article=article,
                words_key="x",
                number_key="x",
                words="x",
                document=known,
                means_it=True,
                decided_by=EditorFactory(),
            )
        with django_assert_num_queries(14):
            desk.get(page_of(known))

    def test_editors_write_the_title_and_nothing_else(self, desk: Client) -> None:
        known = document()
        desk.post(page_of(known), {"title": " Về học tập   Bác ", "number": "06"})
        known.refresh_from_db()
        assert (known.title, known.number) == ("Về học tập Bác", "05-CT/TW")

    def test_reviewers_see_it_without_buttons(self) -> None:
        page = signed_in(ReviewerFactory()).get(page_of(document()))
        assert page.status_code == 200
        assert b"take-out" not in page.content
        assert b"/merge/" not in page.content


class TestMergingOnThePages:
    def test_documents_of_the_same_number_are_offered_first(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        document("Luật số 50/2005/QH11.")
        page = desk.get(f"{DOCUMENTS}{undated.pk}/merge/")
        assert page.context["found"] == [dated]

    def test_others_are_searched(self, desk: Client) -> None:
        undated, law = document(UNDATED), document("Luật số 50/2005/QH11.")
        page = desk.get(f"{DOCUMENTS}{undated.pk}/merge/", {"q": "luat 50"})
        assert page.context["found"] == [law]

    def test_a_merge_leads_to_the_one_that_stands_for_both(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        page = desk.post(f"{DOCUMENTS}{undated.pk}/merge/", {"into": dated.pk}, follow=True)
        assert page.redirect_chain == [(page_of(dated), 302)]
        assert "Merged with it Chỉ thị 05-CT/TW" in text_of(page)
        assert len(page.context["citing"]) == 2

    def test_a_merged_document_says_so_and_is_split_off_again(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        desk.post(f"{DOCUMENTS}{undated.pk}/merge/", {"into": dated.pk})
        assert "This document is the same as Chỉ thị 05-CT/TW" in text_of(
            desk.get(page_of(undated))
        )
        page = desk.post(f"{DOCUMENTS}{undated.pk}/split/", follow=True)
        assert "Not the same as Chỉ thị 05-CT/TW" in text_of(page)
        assert len(page.context["citing"]) == 1

    @pytest.mark.parametrize("sent", [{}, {"into": ""}, {"into": "x"}])
    def test_nothing_chosen_is_said(self, desk: Client, sent: dict[str, str]) -> None:
        page = desk.post(f"{DOCUMENTS}{document().pk}/merge/", sent)
        assert told(page) == ["Choose a document."]

    def test_what_was_merged_meanwhile_is_said(self, desk: Client) -> None:
        undated, dated, other = document(UNDATED), document(), document(HOA_SON)
        desk.post(f"{DOCUMENTS}{dated.pk}/merge/", {"into": other.pk})
        page = desk.post(f"{DOCUMENTS}{undated.pk}/merge/", {"into": dated.pk})
        assert told(page)[-1] == "One of them has been merged meanwhile."

    def test_no_such_document(self, desk: Client) -> None:
        assert desk.get(f"{DOCUMENTS}999999/merge/").status_code == 404
        sent = {"into": "999999"}
        assert desk.post(f"{DOCUMENTS}{document().pk}/merge/", sent).status_code == 404

    def test_reviewers_do_not_merge_or_split(self) -> None:
        reviewer, undated, dated = signed_in(ReviewerFactory()), document(UNDATED), document()
        sent = {"into": dated.pk}
        assert reviewer.post(f"{DOCUMENTS}{undated.pk}/merge/", sent).status_code == 403
        assert reviewer.post(f"{DOCUMENTS}{undated.pk}/split/").status_code == 403
        assert not OfficialDocument.objects.exclude(same_as=None).exists()


class TestTakingOutOnThePage:
    def test_ticked_citations_get_a_document_of_their_own(self, desk: Client) -> None:
        known = document()
        other = article_saying(DATED)
        sent = {"citation": [citations_of(other)[0].pk]}
        page = desk.post(f"{DOCUMENTS}{known.pk}/take-out/", sent, follow=True)
        own = page.context["original"]
        assert own != known
        assert [article.pk for article in page.context["citing"]] == [other.pk]
        assert "Not the same as Chỉ thị 05-CT/TW" in text_of(page)

    def test_nothing_ticked_is_said(self, desk: Client) -> None:
        page = desk.post(f"{DOCUMENTS}{document().pk}/take-out/", {"citation": ["x"]}, follow=True)
        assert told(page) == ["Choose at least one citation."]

    def test_it_is_undone_on_the_same_page(self, desk: Client) -> None:
        known = document()
        article = article_saying(DATED)
        sent = {"citation": [citations_of(article)[0].pk]}
        own = desk.post(f"{DOCUMENTS}{known.pk}/take-out/", sent, follow=True).context["original"]
        decision = CitationDecision.objects.get()
        undo = f"{DOCUMENTS}decisions/{decision.pk}/otherwise/"
        page = desk.post(undo, {"back": own.pk}, follow=True)
        assert citations_of(article)[0].document == known
        assert "does not mean it" in text_of(page)
        desk.post(undo, {"back": own.pk})
        assert citations_of(article)[0].document == own

    def test_only_editors_and_only_by_post(self, desk: Client) -> None:
        known, reviewer = document(), signed_in(ReviewerFactory())
        sent = {"citation": [Citation.objects.get().pk]}
        address = f"{DOCUMENTS}{known.pk}/take-out/"
        assert reviewer.post(address, sent).status_code == 403
        assert desk.get(address).status_code == 405


class TestDoubtfulCitations:
    def test_the_words_are_shown_with_what_they_could_mean(self, desk: Client) -> None:
        document(HOA_SON)
        document(BAC_LINH)
        article_saying(OPEN)
        page = text_of(desk.get(DOUBTFUL))
        assert "Xã làm theo Nghị quyết số 09-NQ/TU từ lâu." in page
        assert "Tỉnh ủy Hòa Sơn , 19/08/2009" in page.replace("Sơn,", "Sơn ,")
        assert "Tỉnh ủy Bắc Lĩnh" in page

    def test_one_is_chosen(self, desk: Client) -> None:
        known, article = document(HOA_SON), article_saying(OPEN)
        sent = {"citation": citations_of(article)[0].pk, "means": known.pk, "offered": known.pk}
        page = desk.post(DOUBTFUL, sent, follow=True)
        assert told(page) == ["Joined with “Nghị quyết 09-NQ/TU (Tỉnh ủy Hòa Sơn, 19/08/2009)”."]
        assert "Nothing is doubtful." in text_of(page)
        assert citations_of(article)[0].document == known

    def test_none_is_chosen_and_nobody_is_asked_again(self, desk: Client) -> None:
        offered = [document(text).pk for text in (HOA_SON, BAC_LINH)]
        article = article_saying(OPEN)
        sent = {"citation": citations_of(article)[0].pk, "offered": offered}
        page = desk.post(DOUBTFUL, sent, follow=True)
        assert "Nothing is doubtful." in text_of(page)
        find_again(article)
        assert "Nothing is doubtful." in text_of(desk.get(DOUBTFUL))

    def test_one_is_asked_about_alone_from_its_article(self, desk: Client) -> None:
        document(HOA_SON)
        article = article_saying(f"{OPEN} Rồi lại {OPEN}")
        page = desk.get(f"/en/admin/articles/article/{article.pk}/change/").content.decode()
        links = re.findall(r'href="([^"]*doubtful/\?citation=\d+)"', page)
        for link, citation in zip(links, citations_of(article), strict=True):
            asked = desk.get(link).context["doubts"]
            assert [row.pk for row, _offered in asked] == [citation.pk]

    def test_pages_go_on_where_the_last_one_ended(self, desk: Client) -> None:
        document(HOA_SON)
        articles = [article_saying(OPEN) for _ in range(11)]
        first = desk.get(DOUBTFUL)
        second = desk.get(DOUBTFUL, {"before": first.context["older"]})
        seen = [
            row.text.article_id for page in (first, second) for row, _ in page.context["doubts"]
        ]
        assert seen == [article.pk for article in reversed(articles)]
        assert second.context["older"] is None

    @pytest.mark.parametrize("number", [3, 9])
    def test_it_costs_the_same_queries_for_any_number(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        document(HOA_SON)
        for _ in range(number):
            article_saying(OPEN)
        with django_assert_num_queries(9):
            desk.get(DOUBTFUL)

    @pytest.mark.parametrize("query", ["before=x", "before=0", "citation=x", "of=nothing"])
    def test_addresses_that_mean_nothing_do_no_harm(self, desk: Client, query: str) -> None:
        assert desk.get(f"{DOUBTFUL}?{query}").status_code == 200

    @pytest.mark.parametrize(
        "sent",
        [{"citation": "999999", "means": "1"}, {"citation": "999999", "offered": "1"}],
    )
    def test_what_is_gone_is_said(self, desk: Client, sent: dict[str, str]) -> None:
        page = desk.post(DOUBTFUL, {**sent, "means": str(document().pk)}, follow=True)
        assert "does not cite this any more" in told(page)[0]

    def test_an_answer_to_nothing_is_not_found(self, desk: Client) -> None:
        assert desk.post(DOUBTFUL, {}).status_code == 404

    def test_reviewers_look_and_do_not_decide(self) -> None:
        known, article = document(HOA_SON), article_saying(OPEN)
        reviewer = signed_in(ReviewerFactory())
        assert b'name="means"' not in reviewer.get(DOUBTFUL).content
        sent = {"citation": citations_of(article)[0].pk, "means": known.pk}
        assert reviewer.post(DOUBTFUL, sent).status_code == 403


class TestDoubtfulDocuments:
    def test_two_become_one(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        page = desk.get(DOUBTFUL, {"of": "documents"})
        assert page.context["doubts"] == [(undated, [dated])]
        sent = {"document": undated.pk, "means": dated.pk, "offered": dated.pk}
        page = desk.post(f"{DOUBTFUL}?of=documents", sent, follow=True)
        assert "Nothing is doubtful." in text_of(page)
        undated.refresh_from_db()
        assert undated.same_as == dated

    def test_none_is_kept_apart_from_nothing(self, desk: Client) -> None:
        sent = {"document": document(UNDATED).pk}
        page = desk.post(f"{DOUBTFUL}?of=documents", sent, follow=True)
        assert told(page) == ["Choose a document."]

    def test_two_are_kept_apart(self, desk: Client) -> None:
        undated, dated = document(UNDATED), document()
        sent = {"document": undated.pk, "offered": dated.pk}
        page = desk.post(f"{DOUBTFUL}?of=documents", sent, follow=True)
        assert "Nothing is doubtful." in text_of(page)
        assert DocumentDistinction.objects.count() == 1

    @pytest.mark.parametrize("number", [3, 9])
    def test_it_costs_the_same_queries_for_any_number(
        self, desk: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for each in range(number):
            document(f"Chỉ thị {each + 10}-CT/TW.")
            document(f"Chỉ thị {each + 10}-CT/TW ngày 15/5/2016.")
        with django_assert_num_queries(9):
            desk.get(DOUBTFUL, {"of": "documents"})
