"""Bundles come apart into items of the same import: each member once, whatever happens."""

import pytest

from articles.actions import unpacking
from articles.actions.imports import start_import
from articles.actions.originals import forget_refused
from articles.models import Article, ImportItem, Original
from tests.articles.bundled import (
    BODY,
    json_lines,
    windows_1258,
    workbook,
    zip_of_pages,
    zipped,
)
from tests.articles.importing import (
    FILES,
    imported,
    run,
    run_all,
    start,
    stored_files,
    taken_out_of,
)
from tests.articles.texts import page, upload
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


class TestArchives:
    def test_their_files_become_items_behind_the_last_one(self) -> None:
        data = zipped({"thang-9/a.txt": page("Bài một"), "b.txt": page("Bài hai", body="Hai.")})
        job = start_import(None, FILES, [upload(data, "bai.zip"), upload(page(body="Ba."))])
        bundle = job.items.get(position=1)
        assert run(bundle).state == State.UNPACKED

        one, two = taken_out_of(bundle)
        assert [(i.position, str(i), i.member) for i in (one, two)] == [
            (3, "bai.zip › thang-9/a.txt", 0),
            (4, "bai.zip › b.txt", 1),
        ]
        assert run_all(job) == {State.UNPACKED: 1, State.IMPORTED: 3}
        one.refresh_from_db()
        assert one.article is not None
        assert one.article.title == "Bài một"
        assert one.article.original.name == "thang-9/a.txt"

    def test_who_started_the_import_brings_what_is_in_it(self) -> None:
        editor = EditorFactory()
        job = start_import(editor, FILES, [zip_of_pages(1)])
        run_all(job)
        assert Article.objects.get().created_by == editor

    def test_each_member_ends_by_itself(self) -> None:
        files: dict[str, str | bytes] = {
            "tot.txt": page(),
            "lai.txt": "\n" + page(),
            "hong.txt": bytes(range(256)) * 20,
            "rong.txt": "",
            "cu.doc": b"\xd0\xcf\x11\xe0",
            "la.xyz": "x",
            "anh.png": "x",
        }
        job = start_import(None, FILES, [upload(zipped(files), "bai.zip")])
        run_all(job)
        bundle = job.items.get(position=1)
        assert [(item.name, item.state, item.problem) for item in taken_out_of(bundle)] == [
            ("tot.txt", State.IMPORTED, ""),
            ("lai.txt", State.DUPLICATE, ""),
            ("hong.txt", State.FAILED, Problem.NOT_TEXT),
            ("rong.txt", State.FAILED, Problem.EMPTY),
            ("cu.doc", State.FAILED, Problem.SAVE_AS_DOCX),
            ("la.xyz", State.FAILED, Problem.UNSUPPORTED),
        ]
        assert (bundle.state, bundle.members, bundle.left_out) == (State.UNPACKED, 6, 1)

    def test_an_archive_that_nobody_called_one_is_one(self) -> None:
        (item,) = imported(upload(zipped({"a.txt": page()}), "bai.txt"))
        assert (item.state, item.members) == (State.UNPACKED, 1)

    def test_a_page_that_somebody_called_an_archive_says_so(self) -> None:
        (item,) = imported(upload(page(), "bai.zip"))
        assert (item.state, item.problem) == (State.FAILED, Problem.DAMAGED)

    @pytest.mark.parametrize(
        ("name", "inner"),
        [
            ("trong.zip", zipped({"a.txt": page()})),
            ("trong.txt", zipped({"a.txt": page()})),
            ("trong.csv", b"title,text\na,b\n"),
            ("trong.xlsx", workbook(Bài=[["text"], [BODY]])),
        ],
    )
    def test_a_bundle_in_a_bundle_is_not_opened(self, name: str, inner: bytes) -> None:
        job = start_import(None, FILES, [upload(zipped({name: inner}), "ngoai.zip")])
        assert run_all(job) == {State.UNPACKED: 1, State.FAILED: 1}
        assert job.items.get(state=State.FAILED).problem == Problem.NESTED
        assert not Article.objects.exists()

    @pytest.mark.parametrize(
        ("data", "problem", "left_out"),
        [
            (zipped({}), Problem.NOTHING_INSIDE, 0),
            (
                zipped({"a.png": "x", "b.css": "x", "__MACOSX/c.txt": "x"}),
                Problem.NOTHING_INSIDE,
                2,
            ),
            (b"PK\x03\x04 cut off", Problem.DAMAGED, 0),
        ],
    )
    def test_one_with_nothing_in_it_fails(
        self, data: bytes, problem: ImportItem.Problem, left_out: int
    ) -> None:
        (item,) = imported(upload(data, "bai.zip"))
        assert (item.state, item.problem, item.left_out) == (State.FAILED, problem, left_out)
        assert item.attempts == 1


class TestTables:
    @pytest.mark.usefixtures("english")
    def test_rows_become_articles_with_what_their_columns_state(self) -> None:
        heads = ["STT", "Tiêu đề", "Ngày đăng", "Tác giả", "Nguồn", "Link", "Nội dung", "Ghi chú"]
        row = [1, "Nêu gương", "30/9/2021", "THU HÀ", "Báo Sông Lam", "https://a.example/1", BODY]
        data = workbook(Tháng_9=[heads, [*row, "đã duyệt"], [2, "Trống"]])
        job = start_import(None, FILES, [upload(data, "bai.xlsx")])
        assert run_all(job) == {State.UNPACKED: 1, State.IMPORTED: 1, State.FAILED: 1}

        bundle = job.items.get(position=1)
        assert bundle.columns == ["STT", "Ghi chú"]
        good, empty = taken_out_of(bundle)
        assert [str(good), str(empty)] == ["bai.xlsx › row 2", "bai.xlsx › row 3"]
        assert empty.problem == Problem.ROW_WITHOUT_TEXT
        assert empty.original is None
        article = good.article
        assert article is not None
        assert (article.title, str(article.published_on)) == ("Nêu gương", "2021-09-30")
        assert (article.author, str(article.publisher)) == ("THU HÀ", "Báo Sông Lam")
        assert article.source_url == "https://a.example/1"

    @pytest.mark.usefixtures("english")
    def test_rows_of_several_sheets_say_which(self) -> None:
        data = workbook(Tháng_9=[["text"], [BODY]], Tháng_10=[["text"], [BODY + "."]])
        (bundle,) = imported(upload(data, "bai.xlsx"))
        assert list(map(str, taken_out_of(bundle))) == [
            "bai.xlsx › Tháng 9 › row 2",
            "bai.xlsx › Tháng 10 › row 2",
        ]

    def test_the_original_says_how_the_table_was_encoded(self) -> None:
        data = windows_1258(f'Tiêu đề;Nội dung\r\nNêu gương;"{BODY}"\r\n')
        job = start_import(None, FILES, [upload(data, "bai.csv", "application/vnd.ms-excel")])
        run_all(job)
        original = Article.objects.get().original
        assert (original.encoding, original.name) == ("windows-1258", "2.json")
        assert original.media_type == "application/vnd.duyet.row+json; encoding=windows-1258"

    def test_a_broken_line_fails_alone(self) -> None:
        data = json_lines({"title": "a", "text": BODY}, "{", {"title": "b", "text": BODY + "."})
        job = start_import(None, FILES, [upload(data, "bai.jsonl")])
        assert run_all(job) == {State.UNPACKED: 1, State.IMPORTED: 2, State.FAILED: 1}
        broken = job.items.get(state=State.FAILED)
        assert (broken.row, broken.problem) == (2, Problem.BROKEN_ROW)

    def test_a_table_of_something_else_says_which_columns_it_has(self) -> None:
        (item,) = imported(upload("Họ tên;Chức vụ\nLê Sông;Bí thư\n", "ds.csv"))
        assert (item.problem, item.columns) == (Problem.NO_TEXT_COLUMN, ["Họ tên", "Chức vụ"])

    def test_one_without_rows_fails(self) -> None:
        (item,) = imported(upload("Tiêu đề;Nội dung\n", "ds.csv"))
        assert item.problem == Problem.NOTHING_INSIDE


@pytest.mark.usefixtures("rung")
class TestBytes:
    """A bundle's bytes are kept no longer than it takes to unpack it, however that ends."""

    @pytest.mark.parametrize(
        "data", [zipped({"a.txt": page()}), zipped({"a.png": "x"}), b"PK\x03\x04 cut off"]
    )
    @pytest.mark.django_db(transaction=True)
    def test_go_with_the_end(self, data: bytes) -> None:
        (item,) = imported(upload(data, "bai.zip"))
        assert item.original is None
        assert {original.name for original in Original.objects.all()} <= {"a.txt"}
        assert len(stored_files()) == Original.objects.count()

    @pytest.mark.django_db(transaction=True)
    def test_stay_while_another_import_of_the_same_waits(self) -> None:
        first, second = start(zip_of_pages(2), zip_of_pages(2, "lại.zip"))
        run(first)
        assert Original.objects.filter(items=second).exists()
        assert run(second).state == State.UNPACKED
        assert run_all(second.job) == {
            State.UNPACKED: 2,
            State.IMPORTED: 2,
            State.DUPLICATE: 2,
        }
        assert Original.objects.count() == len(stored_files()) == 2

    @pytest.mark.django_db(transaction=True)
    def test_that_stayed_after_an_interruption_are_removed_by_the_sweeper(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(unpacking, "discard", lambda _original: None)
        (item,) = imported(zip_of_pages(1))
        assert item.original is not None
        forget_refused()
        assert run(item).original is None
        assert Original.objects.count() == len(stored_files()) == 1

    @pytest.mark.django_db(transaction=True)
    def test_of_one_that_waits_are_left_alone(self) -> None:
        start(zip_of_pages(1))
        forget_refused()
        assert Original.objects.count() == len(stored_files()) == 1
