"""Which articles are offered as one, from the saving of a text to the pair."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from articles.actions import comparing
from articles.actions.comparing import compare, compare_all_again, compare_waiting
from articles.actions.likeness import keep_apart
from articles.actions.renewing import state_of
from articles.actions.rereading import renewed
from articles.likeness.signatures import sign
from articles.models import Article, Likeness, Signature, SignatureKey
from articles.reading.amending import TextState
from tests.articles.alike import (
    EXCERPT,
    OTHER_ON_THE_SAME_MEETING,
    REPORTED,
    REPOSTED,
    article_saying,
    likeness_of,
    monthly_report,
    offered,
    pair_alike,
)
from tests.articles.factories import ArticleFactory
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.factories import EditorFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


class TestWhatIsOffered:
    def test_a_repost_without_its_lead_and_with_other_figures(self) -> None:
        reported, reposted = article_saying(REPORTED), article_saying(REPOSTED)

        likeness = offered(reported, reposted)
        assert likeness.way == Likeness.Way.REPOST
        assert 0.5 < likeness.jaccard < 0.9

    def test_an_excerpt(self) -> None:
        whole, excerpt = article_saying(REPORTED), article_saying(EXCERPT)

        likeness = offered(whole, excerpt)
        assert likeness.way == Likeness.Way.EXCERPT
        assert likeness.contained == 1

    def test_the_whole_of_an_excerpt_that_was_there_before(self) -> None:
        excerpt, whole = article_saying(EXCERPT), article_saying(REPORTED)

        assert offered(whole, excerpt).way == Likeness.Way.EXCERPT

    def test_not_two_articles_on_the_same_meeting(self) -> None:
        one, other = article_saying(REPORTED), article_saying(OTHER_ON_THE_SAME_MEETING)

        assert likeness_of(one, other) is None

    def test_not_two_reports_by_one_form(self) -> None:
        may = monthly_report(
            5,
            party_members=2,
            villages="Nà Khoang, Pác Ngà",
            done="Đảng ủy đã tổ chức học tập nghị quyết cho 213 đảng viên, chỉ đạo chi bộ trường "
            "tiểu học sinh hoạt chuyên đề, kiểm tra việc thu nộp đảng phí ở bốn chi bộ bản.",
        )
        june = monthly_report(
            6,
            party_members=4,
            villages="Huổi Lặp và Bản Mé",
            done="Hoàn thành đại hội các chi đoàn; phân công đảng viên giúp hộ nghèo làm nhà, vận "
            "động nhân dân thu hoạch lúa chiêm xuân, làm ba cây số đường nội đồng trong mùa khô.",
        )
        assert likeness_of(article_saying(may), article_saying(june)) is None

    def test_not_what_is_too_short_to_tell(self) -> None:
        line = "Cấp ủy các cấp cần nêu gương."
        assert likeness_of(article_saying(line), article_saying(line + " PV")) is None

    def test_a_text_that_changes_is_offered_no_longer(self) -> None:
        reported, reposted, _likeness = pair_alike()

        change_text(reposted, OTHER_ON_THE_SAME_MEETING)

        assert likeness_of(reported, reposted) is None

    def test_a_text_that_changes_a_little_is_offered_with_other_figures(self) -> None:
        reported, reposted, likeness = pair_alike()

        change_text(reposted, REPORTED.replace("125 đại biểu", "130 đại biểu"))

        assert offered(reported, reposted).jaccard > likeness.jaccard

    def test_what_an_editor_kept_apart_stays_apart(self) -> None:
        reported, reposted, likeness = pair_alike()
        keep_apart(EditorFactory(), likeness.pk)

        change_text(reposted, REPORTED.replace("125 đại biểu", "130 đại biểu"))

        now = likeness_of(reported, reposted)
        assert now
        assert (now.state, now.jaccard) == (Likeness.State.KEPT_APART, likeness.jaccard)


def change_text(article: Article, body: str) -> None:
    """As a paragraph that is put back or a re-reading does."""
    article.refresh_from_db()
    assert article.text
    before = state_of(article.text)
    renewed(article, TextState(body, "", (), before.dropped))
    assert compare_waiting() == 1


class TestImports:
    def test_a_near_duplicate_is_imported_and_offered(self, rung: list[int]) -> None:
        first, second = imported(
            upload(page("Hội nghị sơ kết", body=REPORTED)),
            upload(page("Nêu gương: nhìn lại ba năm", body=REPOSTED, publisher="BĐ")),
        )
        assert (first.state, second.state) == ("imported", "imported")
        assert compare_waiting() == 2
        assert first.article
        assert second.article
        assert offered(first.article, second.article).jaccard > 0.5

    def test_the_same_text_is_a_duplicate_as_ever(self, rung: list[int]) -> None:
        once, again = imported(upload(page(body=REPORTED)), upload(page(body=REPORTED) + "\n"))
        assert (once.state, again.state) == ("imported", "duplicate")
        assert once.article == again.article


class TestTheKeys:
    def test_they_are_those_of_the_current_text_only(self) -> None:
        article = article_saying(REPORTED)
        before = set(SignatureKey.objects.values_list("key", flat=True))
        change_text(article, OTHER_ON_THE_SAME_MEETING)

        now = set(SignatureKey.objects.values_list("key", flat=True))
        assert now == set(Signature.objects.get(pk=article.pk).keys)
        assert len(now) == len(before) == 64
        assert now != before

    def test_they_leave_with_the_article(self) -> None:
        Signature.objects.filter(pk=article_saying(REPORTED).pk).delete()
        assert not SignatureKey.objects.exists()

    def test_boilerplate_that_everybody_has_costs_no_more(self) -> None:
        """Only the newest articles of a key are looked at, and the repost is found by others."""
        reported = article_saying(REPORTED)
        keys = Signature.objects.get(pk=reported.pk).keys[:10]
        SignatureKey.objects.bulk_create(
            SignatureKey(key=key, article_number=10**6 + number)
            for key in keys
            for number in range(100)
        )
        assert offered(reported, article_saying(REPOSTED)).jaccard > 0.5


class TestWhatWasThereBefore:
    def test_it_is_signed_and_compared_bit_by_bit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(comparing, "TAKEN_AT_ONCE", 1)
        articles = [ArticleFactory(body=body) for body in (REPORTED, REPOSTED, EXCERPT)]
        due(*articles)

        assert compare_waiting(at_most_seconds=0) == 1
        assert Signature.objects.filter(due_at=None).count() == 1
        assert compare_waiting() == 2
        assert Likeness.objects.count() == 3
        assert not Signature.objects.exclude(due_at=None).exists()

    def test_doing_it_again_changes_nothing(self) -> None:
        pair_alike()
        before = list(Likeness.objects.values())
        assert compare_all_again() == 2
        assert compare_waiting() == 2
        assert list(Likeness.objects.values()) == before

    def test_one_that_fails_does_not_stop_the_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bad, good = ArticleFactory(body=REPORTED), ArticleFactory(body=REPOSTED)
        due(bad, good)

        def fails_once(text: str) -> list[int]:
            if text == REPORTED:
                raise ValueError
            return sign(text)

        monkeypatch.setattr(comparing, "sign", fails_once)
        assert compare_waiting() == 1
        assert Signature.objects.get(pk=bad.pk).due_at is not None
        assert Signature.objects.get(pk=good.pk).due_at is None


def test_a_command_compares_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    due(*(ArticleFactory(body=body) for body in (REPORTED, REPOSTED)))
    call_command("compare_articles")
    assert "1 pair of articles may be one." in capsys.readouterr().out

    Likeness.objects.all().delete()
    call_command("compare_articles")
    assert not Likeness.objects.exists()
    call_command("compare_articles", "--again")
    assert Likeness.objects.count() == 1


def due(*articles: Article) -> None:
    Signature.objects.bulk_create(Signature(article=article, due_at=Now()) for article in articles)


@pytest.mark.parametrize("others", [3, 12])
def test_comparing_costs_the_same_queries_for_any_number_of_articles(others: int) -> None:
    for number in range(others):
        article_saying(monthly_report(5, party_members=number, villages="A", done="Không." * 3))
    article = article_saying(OTHER_ON_THE_SAME_MEETING)
    with CaptureQueriesContext(connection) as queries:
        compare(article.pk)
    assert len(queries) == 10
