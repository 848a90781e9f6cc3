"""`import_articles` and `extract`, as they are run."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from articles.models import Article, ImportItem, ImportJob
from tests.articles.bundled import BODY, workbook, zipped
from tests.articles.texts import SECRET_WORD, page, secret_page
from tests.factories import EditorFactory, ReviewerFactory
from tests.workers import Workers

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bài viết"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021" / "b.txt").write_text(page("Bài hai", body="Việc hai."))
    (folder / "a.txt").write_text(page("Bài một"))
    (folder / "a lần nữa.txt").write_text(page("Bài một"))
    (folder / "hỏng.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "ảnh.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def import_articles(*arguments: str | Path) -> tuple[dict[str, Any], str]:
    out, err = StringIO(), StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out, stderr=err)
    return json.loads(out.getvalue().splitlines()[-1]), err.getvalue()


@pytest.mark.django_db
class TestWithoutWaiting:
    def test_takes_the_files_of_a_folder_in_order(self, folder: Path) -> None:
        line, err = import_articles(folder)
        job = ImportJob.objects.get()
        assert line == {"job": job.pk, "items": 4, "imported": 0, "duplicates": 0, "failed": 0}
        assert [item.name for item in job.items.order_by("position")] == [
            "2021/b.txt",
            "a lần nữa.txt",
            "a.txt",
            "hỏng.txt",
        ]
        assert "ảnh.jpg" in err
        assert job.created_by is None

    def test_says_who_imports(self, folder: Path) -> None:
        editor = EditorFactory()
        import_articles(folder, "--as", editor.username)
        assert ImportJob.objects.get().created_by == editor

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["{folder}", "--as", "nobody"], "nobody"),
            (["{folder}/none"], "none"),
            (["{folder}/ảnh.jpg"], ".txt"),
        ],
    )
    def test_says_what_is_wrong(self, folder: Path, arguments: list[str], words: str) -> None:
        with pytest.raises(CommandError, match=words):
            import_articles(*(argument.format(folder=folder) for argument in arguments))
        assert not ImportJob.objects.exists()

    def test_refuses_somebody_who_may_not_import(self, folder: Path) -> None:
        with pytest.raises(CommandError):
            import_articles(folder, "--as", ReviewerFactory().username)


class TestWaiting:
    def test_waits_for_the_worker_that_is_there(
        self, workers: Workers, folder: Path, settings: LazySettings
    ) -> None:
        settings.DEMO = False
        (folder / "kế hoạch.txt").write_text(secret_page())
        workers.start()
        line, err = import_articles(folder, "--wait")
        assert line | {"job": 0} == {
            "job": 0,
            "items": 5,
            "imported": 2,
            "duplicates": 1,
            "failed": 2,
        }
        assert "hỏng.txt" in err
        assert "kế hoạch.txt" in err
        assert SECRET_WORD not in err
        assert Article.objects.count() == 2

    def test_without_a_worker_it_says_so_and_ends(
        self, workers: Workers, folder: Path, settings: LazySettings
    ) -> None:
        settings.DEMO = False
        with pytest.raises(CommandError):
            import_articles(folder, "--wait")
        assert ImportItem.objects.filter(state=ImportItem.State.WAITING).count() == 4

    def test_starts_a_worker_of_its_own_in_demo_mode_and_stops_it(
        self,
        workers: Workers,
        folder: Path,
        settings: LazySettings,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        settings.DEMO = True
        for name, value in workers.environment().items():
            monkeypatch.setenv(name, value)
        line, _err = import_articles(folder, "--wait")
        assert line["imported"] == 2
        assert not workers.answering()

    @pytest.mark.usefixtures("english")
    def test_takes_bundles_and_names_what_is_in_them(
        self, workers: Workers, folder: Path, settings: LazySettings
    ) -> None:
        settings.DEMO = False
        files = {"thang-9/a.txt": page("Bài ba", body="Ba."), f"{SECRET_WORD}.txt": secret_page()}
        (folder / "bai.zip").write_bytes(zipped(files))
        (folder / "bai.csv").write_text(f"Tiêu đề;Nội dung;Ghi chú\nMột;{BODY[:90]};x\nHai;;y\n")
        workers.start()
        line, err = import_articles(folder / "bai.zip", folder / "bai.csv", "--wait")
        assert line | {"job": 0} == {
            "job": 0,
            "items": 4,
            "imported": 2,
            "duplicates": 0,
            "failed": 2,
        }
        assert "bai.csv › row 3: This row has no text." in err
        assert "bai.csv: Columns not used: Ghi chú." in err
        assert "bai.zip › Item" in err
        assert SECRET_WORD not in err

    def test_fails_when_nothing_could_be_imported(
        self, workers: Workers, folder: Path, settings: LazySettings
    ) -> None:
        workers.start()
        with pytest.raises(CommandError):
            import_articles(folder / "hỏng.txt", "--wait")


class TestExtract:
    def extract(self, *arguments: str | Path, **environment: str) -> tuple[int, list[Any]]:
        done = subprocess.run(
            [sys.executable, "manage.py", "extract", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"LC_ALL": "C"} | environment,
            capture_output=True,
            check=False,
        )
        lines = done.stdout.decode().splitlines()
        return done.returncode, [json.loads(line) for line in lines]

    def test_prints_a_line_for_each_file_in_the_agreed_form(self, folder: Path) -> None:
        status, (one, two) = self.extract(folder / "a.txt", folder / "2021" / "b.txt")
        assert status == 0
        assert one["path"] == str(folder / "a.txt")
        assert one["title"] == "Bài một"
        assert one["published_on"] == "2021-10-02"
        assert (one["author"], one["publisher"]) == (None, "SLO")
        assert {theme["name"] for theme in one["themes"]} == {"Nêu gương"}
        assert [c["number"] for c in one["citations"]] == ["08-QĐi/TW", "08-QĐi/TW"]
        assert one["citations"][0]["issued_on"] == "2018-10-25"
        assert one["tasks"]
        assert set(one["tasks"][0]) == {
            *("text", "start", "end", "heading", "number", "responsible", "due")
        }
        for found in one["tasks"]:
            assert one["body"][found["start"] : found["end"]] == found["text"]
        assert two["title"] == "Bài hai"

    def test_prints_a_line_for_each_thing_in_a_bundle(self, folder: Path) -> None:
        files: dict[str, str | bytes] = {"thang-9/a.txt": page("Bài ba")}
        files["hỏng.txt"] = bytes(range(256)) * 20
        archive, table, empty = (folder / name for name in ("bai.zip", "bai.xlsx", "rong.zip"))
        archive.write_bytes(zipped(files))
        table.write_bytes(workbook(Bài=[["Tiêu đề", "Nội dung"], ["Một", BODY], ["Hai", ""]]))
        empty.write_bytes(zipped({}))
        status, lines = self.extract(archive, table, empty)
        assert status == 1
        assert [(line["path"], line.get("title") or line["error"]) for line in lines] == [
            (f"{archive} › thang-9/a.txt", "Bài ba"),
            (f"{archive} › hỏng.txt", "not_text"),
            (f"{table} › row 2", "Một"),
            (f"{table} › row 3", "row_without_text"),
            (str(empty), "nothing_inside"),
        ]

    def test_an_unreadable_file_does_not_stop_the_others(self, folder: Path) -> None:
        status, lines = self.extract(folder / "hỏng.txt", folder / "none.txt", folder / "a.txt")
        assert status == 1
        assert [set(line) == {"path", "error"} for line in lines] == [True, True, False]
        assert lines[0]["error"] == "not_text"

    @pytest.mark.parametrize("demo", ["true", "false"])
    def test_needs_no_server_and_starts_none(self, folder: Path, tmp_path: Path, demo: str) -> None:
        var = tmp_path / "var"
        nowhere = {} if demo == "true" else {"DATABASE_URL": "postgres://x:x@127.0.0.1:1/x"}
        status, lines = self.extract(
            folder / "a.txt",
            DEMO=demo,
            SECRET_KEY="x",
            CELERY_BROKER_URL="redis://127.0.0.1:1/0",
            VAR_DIR=str(var),
            **nowhere,
        )
        assert status == 0
        assert lines
        assert not var.exists()
