"""Which files of a folder are there to be imported."""

import os
import time
from pathlib import Path

import pytest

from articles.watching import File, bytes_of, can_be_read, files_in

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


def the_file(folder: Path) -> File:
    (file,) = files_in(folder, SUFFIXES)
    return file


def test_what_was_found_is_read(tmp_path: Path) -> None:
    put(tmp_path / "tháng 11" / "a.txt")
    file = the_file(tmp_path)
    assert can_be_read(file)
    assert bytes_of(file) == "Chi bộ họp.".encode()


def test_a_link_that_took_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "trong" / "a.txt")
    file = the_file(tmp_path / "trong")
    put(tmp_path / "mật.txt")
    file.path.unlink()
    file.path.symlink_to(tmp_path / "mật.txt")
    assert not can_be_read(file)
    with pytest.raises(OSError, match=r"a\.txt"):
        bytes_of(file)


def test_a_link_that_took_the_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "trong" / "tháng" / "a.txt")
    put(tmp_path / "mật" / "a.txt")
    file = the_file(tmp_path / "trong")
    file.path.parent.rename(tmp_path / "khác")
    file.path.parent.symlink_to(tmp_path / "mật")
    with pytest.raises(NotADirectoryError):
        bytes_of(file)


def test_a_file_that_was_changed_since_is_not_read(tmp_path: Path) -> None:
    file = the_file(put(tmp_path / "a.txt").parent)
    file.path.write_text("x" * 1000)
    with pytest.raises(OSError, match="not what it was"):
        bytes_of(file)


def test_what_is_no_file_any_more_is_not_waited_for(tmp_path: Path) -> None:
    file = the_file(put(tmp_path / "a.txt").parent)
    file.path.unlink()
    os.mkfifo(file.path)
    with pytest.raises(OSError, match="not what it was"):
        bytes_of(file)


def test_a_folder_that_is_closed_to_us_does_not_hold_up_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a" / "đóng.txt")
    put(tmp_path / "b.txt")
    scandir = os.scandir

    def closed(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", closed)  # whoever runs the tests may be root
    assert names(tmp_path) == ["b.txt"]
