"""Which files of a folder are there to be imported."""

import os
import time
from pathlib import Path

import pytest

from articles.watching import files_in

SUFFIXES = (".txt", ".html")


def put(path: Path, *, seconds_ago: float = 60) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Chi bộ họp.")
    moment = time.time() - seconds_ago
    os.utime(path, (moment, moment))
    return path


def names(folder: Path) -> list[str]:
    return [file.name for file in files_in(folder, SUFFIXES)]


def test_files_are_found_in_folders_too_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "năm 2026/tháng 11/c.txt", "d.exe", "không đuôi"):
        put(tmp_path / name)
    assert names(tmp_path) == ["a.HTML", "b.txt", "năm 2026/tháng 11/c.txt"]


def test_a_file_that_may_still_be_written_waits(tmp_path: Path) -> None:
    put(tmp_path / "đang chép.txt", seconds_ago=0)
    assert names(tmp_path) == []


def test_hidden_ones_and_links_are_left_out(tmp_path: Path) -> None:
    outside = put(tmp_path / "ngoài" / "mật.txt")
    inside = tmp_path / "trong"
    put(inside / ".ẩn.txt")
    put(inside / ".git" / "x.txt")
    (inside / "nối.txt").symlink_to(outside)
    (inside / "nối thư mục").symlink_to(outside.parent)
    assert names(inside) == []


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="không có"):
        list(files_in(tmp_path / "không có", SUFFIXES))
