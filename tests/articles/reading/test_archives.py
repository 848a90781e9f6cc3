"""Zip archives: which files in them are taken, under which names, and what is refused."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from articles.reading import Fault, Unreadable
from articles.reading.bundles import Bundle, open_bundle
from articles.reading.bundles import archives as module
from tests.articles.bundled import windows_1258, zipped, zipped_with_raw_names


def opened(data: bytes, name: str = "bai.zip") -> Bundle:
    bundle = open_bundle(data, name=name)
    assert bundle is not None
    return bundle


def names(data: bytes) -> list[str]:
    return [member.name for member in opened(data).members()]


class TestMembers:
    def test_come_one_by_one_with_their_bytes(self) -> None:
        bundle = opened(zipped({"a.txt": "một", "thang-9/b.html": "<p>hai</p>"}))
        assert [(m.name, m.media_type, m.data.decode(), m.fault) for m in bundle.members()] == [
            ("a.txt", "text/plain", "một", None),
            ("thang-9/b.html", "text/html", "<p>hai</p>", None),
        ]

    def test_can_be_taken_from_behind_a_place_on(self) -> None:
        data = zipped({f"{n}.txt": str(n) for n in range(5)} | {"x.png": "x", "6.txt": "6"})
        places = [member.place for member in opened(data).members()]
        assert [m.name for m in opened(data).members(after=places[3])] == ["4.txt", "6.txt"]

    def test_an_archive_is_known_by_its_bytes_whatever_its_name(self) -> None:
        data = zipped({"a.txt": "một"})
        assert open_bundle(data) is not None
        assert open_bundle(data, name="bai.txt", media_type="text/plain") is not None

    @pytest.mark.parametrize(
        "first", ["[Content_Types].xml", "mimetype"], ids=["Word", "OpenDocument"]
    )
    def test_other_files_that_are_zips_are_no_archives(self, first: str) -> None:
        data = zipped({first: "x", "word/document.xml": "<x/>"})
        assert open_bundle(data, name="bai.docx") is None


class TestWhatIsLeftOut:
    def test_what_systems_leave_behind_is_not_mentioned(self) -> None:
        bundle = opened(
            zipped(
                {
                    "__MACOSX/._a.txt": "x",
                    ".DS_Store": "x",
                    "a/Thumbs.db": "x",
                    "desktop.ini": "x",
                    "a/": "",
                    "a/._b.txt": "x",
                    "a/b.txt": "bài",
                }
            )
        )
        assert [member.name for member in bundle.members()] == ["a/b.txt"]
        assert bundle.left_out == 0

    def test_pictures_and_styles_are_counted(self) -> None:
        bundle = opened(zipped({"a.txt": "bài", "ảnh/1.JPG": "x", "2.png": "x", "in.css": "x"}))
        assert [member.name for member in bundle.members()] == ["a.txt"]
        assert bundle.left_out == 3

    def test_the_folder_that_a_browser_saves_beside_a_page_is_no_article(self) -> None:
        bundle = opened(
            zipped(
                {
                    "thang-9/Bài một.html": "<p>bài</p>",
                    "thang-9/Bài một_files/quang-cao.html": "<p>mua</p>",
                    "thang-9/Bài một_files/f.txt": "x",
                    "thang-9/Bài hai_files/bai.html": "<p>no page of that name</p>",
                }
            )
        )
        found = [member.name for member in bundle.members()]
        assert found == ["thang-9/Bài một.html", "thang-9/Bài hai_files/bai.html"]
        assert bundle.left_out == 2

    def test_a_link_to_somewhere_else_is_not_followed(self) -> None:
        data = BytesIO()
        with ZipFile(data, "w") as archive:
            link = ZipInfo("bai.txt")
            link.external_attr = 0o120777 << 16
            archive.writestr(link, "/etc/passwd")
        assert names(data.getvalue()) == []


class TestNames:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("../../etc/bai.txt", "etc/bai.txt"),
            ("/tmp/bai.txt", "tmp/bai.txt"),
            ("C:\\Tin\\bai.txt", "Tin/bai.txt"),
            ("./a//b/../bai.txt", "a/b/bai.txt"),
            ("ba\u0300i.txt", "bài.txt"),
            ("a\x07b.txt", "ab.txt"),
        ],
    )
    def test_lead_nowhere(self, written: str, shown: str) -> None:
        assert names(zipped({written: "x"})) == [shown]

    @pytest.mark.parametrize("encoding", ["utf-8", "windows-1258"])
    def test_are_read_in_the_encoding_they_were_written_in(self, encoding: str) -> None:
        written = ["Đông Khê nêu gương.txt", "Sinh hoạt chi bộ ở vùng cao.txt"]
        raw = [n.encode() if encoding == "utf-8" else windows_1258(n) for n in written]
        assert names(zipped_with_raw_names(dict.fromkeys(raw, b"x"))) == written

    def test_western_ones_stay_what_they_are(self) -> None:
        assert names(zipped_with_raw_names({"Résumé.txt".encode("cp437"): b"x"})) == ["Résumé.txt"]

    def test_that_are_said_again_in_unicode_are_taken_from_there(self) -> None:
        raw, said = "B_i m_t.txt".encode("cp437").replace(b"_", b"\xf8"), "Bài một.txt"
        field = struct.pack("<BL", 1, zlib.crc32(raw)) + said.encode()
        extra = struct.pack("<HH", 0x7075, len(field)) + field
        assert names(zipped_with_raw_names({raw: b"x"}, extra)) == [said]


class TestRefusing:
    @pytest.mark.parametrize(
        ("data", "fault"),
        [
            (b"PK\x03\x04 cut off", Fault.DAMAGED),
            (zipped({"a.txt": "bài " * 999})[:90], Fault.DAMAGED),
            (b"no archive at all", Fault.DAMAGED),
            (b"", Fault.EMPTY),
        ],
        ids=["ends soon", "ends later", "is something else", "is nothing"],
    )
    def test_what_is_no_archive(self, data: bytes, fault: Fault) -> None:
        with pytest.raises(Unreadable) as refused:
            opened(data)
        assert refused.value.code is fault

    def test_an_archive_with_a_password(self) -> None:
        with pytest.raises(Unreadable) as refused:
            opened(encrypted(zipped({"a.txt": "x", "b.txt": "y"})))
        assert refused.value.code is Fault.ENCRYPTED

    def test_one_file_with_a_password_fails_alone(self) -> None:
        data = encrypted(zipped({"a.txt": "x"}))
        plain = zipped({"a.txt": "x", "b.txt": "y"})
        half = plain.replace(data_flags(plain), data_flags(data), 1)
        members = list(opened(half).members())
        assert [member.fault for member in members] == [Fault.ENCRYPTED, None]

    def test_one_damaged_file_fails_alone(self) -> None:
        data = bytearray(zipped({"a.txt": "một hai ba bốn " * 20, "b.txt": "năm"}))
        data[45] ^= 0xFF
        members = list(opened(bytes(data)).members())
        assert [(member.fault, member.data) for member in members] == [
            (Fault.DAMAGED, b""),
            (None, "năm".encode()),
        ]

    def test_a_file_that_is_too_big_fails_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "LARGEST_MEMBER", 100)
        data = zipped({"a.txt": "x" * 101, "b.txt": "x" * 100})
        assert [m.fault for m in opened(data).members()] == [Fault.TOO_LARGE, None]

    def test_a_bomb_is_refused_before_it_goes_off(self) -> None:
        with pytest.raises(Unreadable) as refused:
            opened(zipped({f"{n}.txt": b"\0" * 19_000_000 for n in range(2)}))
        assert refused.value.code is Fault.UNPACKS_TOO_LARGE

    def test_no_more_comes_out_than_the_directory_says(self) -> None:
        data = zipped({"a.txt": b"\0" * 1_000_000})
        told = data.replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
        assert [m.fault for m in opened(told).members()] == [Fault.DAMAGED]

    def test_too_many_files(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "MOST_MEMBERS", 3)
        with pytest.raises(Unreadable) as refused:
            opened(zipped({f"{n}.txt": "x" for n in range(4)}))
        assert refused.value.code is Fault.TOO_MANY

    def test_a_way_of_packing_that_is_not_known(self) -> None:
        data = zipped({"a.txt": "x"})
        deflated, other = struct.pack("<H", ZIP_DEFLATED), struct.pack("<H", 98)
        at = data.index(b"PK\x01\x02") + 10
        assert data[at : at + 2] == deflated
        told = data[:8] + other + data[10:at] + other + data[at + 2 :]
        assert [m.fault for m in opened(told).members()] == [Fault.UNSUPPORTED]


def encrypted(data: bytes) -> bytes:
    """Set the flag that says so in every header of an archive."""
    marked = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            marked[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(marked)


def data_flags(data: bytes) -> bytes:
    """The beginning of the first entry in the directory, with its flags."""
    at = data.index(b"PK\x01\x02")
    return data[at : at + 10]
