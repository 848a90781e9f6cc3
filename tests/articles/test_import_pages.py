"""The pages of imports at the desk: starting one, watching it, and the list."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.imports import start_import
from articles.actions.originals import Upload
from articles.actions.running import run_item
from articles.models import Article, ImportItem, ImportJob
from portal.people.models import User
from tests.articles.bundled import BODY, workbook, zip_of_pages, zipped
from tests.articles.reading.old_letters import in_vni
from tests.articles.texts import page, pages, secret_page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

START = "/en/admin/articles/importjob/add/"
LIST = "/en/admin/articles/importjob/"


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def file(text: str | bytes = "", name: str = "bai.txt") -> SimpleUploadedFile:
    data = text if isinstance(text, bytes) else (text or page()).encode()
    return SimpleUploadedFile(name, data, "text/plain")


def address(job: ImportJob) -> str:
    return reverse("admin:articles_importjob_change", args=[job.pk])


def run(job: ImportJob) -> None:
    for item in job.items.order_by("position"):
        run_item(item.pk, "test")


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


class TestStarting:
    def test_takes_many_files(self, desk: Client, editor: User) -> None:
        response = desk.post(START, {"chosen_files": [file(), file("Khác.", "b.html")], "text": ""})
        job = ImportJob.objects.get()
        assert response.headers["Location"] == address(job)
        assert (job.source, job.created_by) == (ImportJob.Source.FILES, editor)
        assert [item.name for item in job.items.order_by("position")] == ["bai.txt", "b.html"]

    def test_takes_a_pasted_text_and_does_not_name_it_by_its_words(self, desk: Client) -> None:
        desk.post(START, {"text": page()})
        item = ImportItem.objects.get()
        assert item.name == "Pasted text"
        assert item.job.source == ImportJob.Source.PASTE
        run(item.job)
        assert Article.objects.get().title == "Đông Khê giữ nếp nêu gương"

    def test_asks_for_something_to_import(self, desk: Client) -> None:
        response = desk.post(START, {"text": "  \n"})
        assert "Choose at least one file" in words(response)
        assert not ImportJob.objects.exists()

    def test_keeps_what_was_typed_and_says_that_files_are_not_kept(self, desk: Client) -> None:
        response = desk.post(START, {"chosen_files": [file()], "text": "Bài đang viết"})
        assert "Either files, web addresses or a pasted text" in words(response)
        assert "Bài đang viết" in words(response)
        assert "choose the files again" in words(response)
        assert not ImportJob.objects.exists()

    def test_says_file_by_file_why_none_can_be_imported(self, desk: Client) -> None:
        files = [file("x", "so.ods"), file(b"", "rỗng.txt")]
        text = words(desk.post(START, {"chosen_files": files}))
        assert "so.ods: This kind of file cannot be imported yet." in text
        assert "rỗng.txt: The file is empty." in text
        assert not ImportJob.objects.exists()

    def test_says_what_to_do_with_old_files_and_pictures(self, desk: Client) -> None:
        files = [file("x", "cũ.doc"), file("x", "ảnh.JPG"), file("x", "khác.rar")]
        text = words(desk.post(START, {"chosen_files": files}))
        assert "cũ.doc: A file of an old Word or another word processor. Save it as .docx" in text
        assert "ảnh.JPG: There is no text in it: it is a picture." in text
        assert "khác.rar: This kind of file cannot be imported yet." in text
        assert "&quot;.doc&quot;: &quot;A file of an old Word" in text

    def test_one_good_file_takes_the_others_along(self, desk: Client) -> None:
        desk.post(START, {"chosen_files": [file("x", "so.ods"), file()]})
        states = ImportItem.objects.order_by("position").values_list("state", flat=True)
        assert list(states) == ["failed", "waiting"]

    def test_a_file_that_is_too_big(self, desk: Client, settings: LazySettings) -> None:
        settings.IMPORT_MAX_BYTES = 10
        text = words(desk.post(START, {"chosen_files": [file()]}))
        assert "bai.txt: The file is too big." in text

    def test_names_of_files_are_escaped(self, desk: Client) -> None:
        text = words(desk.post(START, {"chosen_files": [file("x", "<b>.exe")]}))
        assert "&lt;b&gt;.exe" in text

    def test_only_editors_may(self, client: Client) -> None:
        client.force_login(ReviewerFactory())
        assert client.get(START).status_code == 403
        assert client.post(START, {"text": page()}).status_code == 403
        assert not ImportJob.objects.exists()


class TestWatching:
    def test_tells_the_outcome_of_each_item(self, desk: Client) -> None:
        job = start_import(
            None,
            ImportJob.Source.FILES,
            [upload(), upload("\n" + page()), upload("x", "so.ods"), upload(secret_page())],
        )
        run(job)
        text = words(desk.get(address(job)))
        article = Article.objects.get()
        link = reverse("admin:articles_article_change", args=[article.pk])
        assert text.count(f'href="{link}"') == 2
        assert "The same as <a" in text
        assert "This kind of file cannot be imported yet." in text
        assert "It bears a mark of secrecy." in text
        assert "4 of 4 done" in text

    def test_tells_which_articles_were_converted_from_an_old_encoding(self, desk: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, [upload(in_vni(page("Bài cũ"))), upload()])
        run(job)
        assert words(desk.get(address(job))).count("Converted from VNI (VNI-Times fonts).") == 1

    def test_polls_until_all_has_ended(self, desk: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, [upload()])
        assert 'hx-trigger="every 1s"' in words(desk.get(address(job)))

        live = words(desk.get(address(job), headers={"HX-Request": "true"}))
        assert "<html" not in live
        assert 'hx-trigger="every 1s"' in live
        assert "0 of 1 done" in live

        run(job)
        ended = words(desk.get(address(job), headers={"HX-Request": "true"}))
        assert "hx-trigger" not in ended
        assert "The import has ended: 1 done." in ended

    def test_shows_the_items_in_one_state(self, desk: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, [upload(), upload("x", "so.ods")])
        text = words(desk.get(address(job), {"state": "failed"}))
        assert "so.ods" in text
        assert "bai.txt" not in text
        assert "bai.txt" in words(desk.get(address(job), {"state": "nonsense"}))

    def test_pages_through_many_items(self, desk: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, pages(120))
        first = words(desk.get(address(job)))
        assert "bai-099.txt" in first
        assert "bai-100.txt" not in first
        second = words(desk.get(address(job), {"page": "2"}))
        assert "bai-100.txt" in second
        assert "101–120 of 120" in second

    def test_the_number_of_queries_does_not_grow(self, desk: Client) -> None:
        def queries(count: int) -> int:
            job = start_import(None, ImportJob.Source.FILES, pages(count))
            run(job)
            with CaptureQueriesContext(connection) as context:
                assert desk.get(address(job)).status_code == 200
            return len(context)

        assert queries(3) == queries(12) <= 10

    def test_changes_and_deletes_nothing(self, desk: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, [upload()])
        desk.post(address(job), {"source": "paste"})
        assert (
            desk.post(address(job).replace("change", "delete"), {"post": "yes"}).status_code == 403
        )
        assert ImportJob.objects.get().source == ImportJob.Source.FILES

    def test_an_import_that_is_not_there(self, desk: Client) -> None:
        assert desk.get(f"{LIST}999999/change/").status_code == 404

    def test_reviewers_may_watch(self, client: Client) -> None:
        job = start_import(None, ImportJob.Source.FILES, [upload()])
        client.force_login(ReviewerFactory())
        text = words(client.get(address(job)))
        assert "0 of 1 done" in text
        assert "Import more" not in text


class TestList:
    def test_counts_the_items_by_state(self, desk: Client) -> None:
        job = start_import(
            None, ImportJob.Source.COMMAND, [upload(), upload(), upload("x", "so.ods")]
        )
        run(job)
        start_import(None, ImportJob.Source.COMMAND, [upload("Khác.")])
        text = words(desk.get(LIST))
        for column, count in [("all_items", 3), ("imported", 1), ("duplicates", 1), ("failed", 1)]:
            assert f'<td class="field-{column}">{count}</td>' in text
        assert '<td class="field-open_items">1</td>' in text

    def test_the_number_of_queries_does_not_grow(self, desk: Client) -> None:
        def queries(count: int) -> int:
            for n in range(count):
                start_import(EditorFactory(), ImportJob.Source.FILES, [upload(f"Bài {n}.")])
            with CaptureQueriesContext(connection) as context:
                assert desk.get(LIST).status_code == 200
            return len(context)

        assert queries(3) == queries(9)


class TestBundles:
    def started(self, *uploads: Upload) -> ImportJob:
        return start_import(None, ImportJob.Source.FILES, uploads)

    def test_are_taken_from_the_page(self, desk: Client) -> None:
        files = [
            file(zipped({"a.txt": page()}), "bai.zip"),
            file(f"Tiêu đề;Nội dung\nMột;{BODY}", "b.csv"),
        ]
        desk.post(START, {"chosen_files": files})
        assert [item.members for item in ImportItem.objects.order_by("position")] == [0, 0]
        assert ".zip" in words(desk.get(START))

    def test_say_that_more_will_come_until_they_are_unpacked(self, desk: Client) -> None:
        job = self.started(zip_of_pages(3), upload())
        before = words(desk.get(address(job)))
        assert "<progress aria-label" in before
        assert "How many there will be is known when everything is unpacked." in before
        run_item(job.items.get(position=1).pk, "test")
        assert "0 of 4 done" in words(desk.get(address(job)))
        run(job)
        assert "4 of 4 done" in words(desk.get(address(job)))

    def test_tell_what_came_out_of_them_and_lead_there(self, desk: Client) -> None:
        files = {"thang-9/a.txt": page(), "b.png": "x", "c.css": "x"}
        job = self.started(upload(zipped(files), "bai.zip"), upload(page(body="Ba."), "khac.txt"))
        run(job)
        run(job)
        bundle = job.items.get(position=1)
        text = words(desk.get(address(job)))
        assert "1 item came out of it." in text
        assert "2 pictures and parts of saved pages were left out." in text
        assert '<span class="import-bundle">bai.zip ›</span> thang-9/a.txt' in text
        assert f'href="?from={bundle.pk}"' in text

        only = words(desk.get(address(job), {"from": str(bundle.pk)}))
        assert "Only what came out of <b>bai.zip</b>." in only
        assert "thang-9/a.txt" in only
        assert "khac.txt" not in only
        assert "All <b>1</b>" in only
        assert f"?from={bundle.pk}&amp;state=failed" in only

    @pytest.mark.parametrize("asked", ["0", "nonsense", "999999999999999999999"])
    def test_that_are_not_there_show_the_whole_import(self, desk: Client, asked: str) -> None:
        job = self.started(upload())
        assert "bai.txt" in words(desk.get(address(job), {"from": asked}))

    def test_of_another_import_show_the_whole_of_this_one(self, desk: Client) -> None:
        other, job = self.started(zip_of_pages(1)), self.started(upload(name="day.txt"))
        run(other)
        text = words(desk.get(address(job), {"from": str(other.items.get(position=1).pk)}))
        assert "day.txt" in text
        assert "Only what came out" not in text

    def test_tell_which_columns_were_not_used(self, desk: Client) -> None:
        heads = ["Tiêu đề", "Nội dung", "Ghi chú", "Mã <số>"]
        job = self.started(upload(workbook(Bài=[heads, ["Một", BODY]]), "bai.xlsx"))
        run(job)
        text = words(desk.get(address(job)))
        assert "Columns not used: Ghi chú, Mã &lt;số&gt;." in text
        assert "row 2" in text

    def test_that_are_no_tables_of_articles_say_what_was_found(self, desk: Client) -> None:
        job = self.started(upload("Họ tên,Chức vụ\na,b\n", "ds.csv"))
        run(job)
        text = words(desk.get(address(job)))
        assert "No column holds the text of the articles." in text
        assert "Columns found: Họ tên, Chức vụ." in text

    def test_say_why_they_have_no_name_any_more(self, desk: Client) -> None:
        job = self.started(zip_of_pages(1))
        run(job)
        ImportItem.objects.filter(unpacked_from=None).update(name="")
        text = words(desk.get(address(job)))
        assert "so its name and the names of its folders were forgotten too." in text

    def test_the_number_of_queries_does_not_grow(self, desk: Client) -> None:
        def queries(count: int, **asked: str) -> int:
            job = self.started(*(zip_of_pages(2, f"{n}.zip") for n in range(count)))
            run(job)
            if asked:
                asked["from"] = str(job.items.get(position=1).pk)
            with CaptureQueriesContext(connection) as context:
                assert desk.get(address(job), asked).status_code == 200
            return len(context)

        assert queries(2) == queries(6)
        assert queries(2, state="waiting") <= queries(2) + 2
