"""Reading apart gives what reading gives, and a reader ends where it should."""

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import LazySettings

from articles.apart import reader
from articles.apart.messages import answer_in
from articles.apart.process import ReaderProcess
from articles.apart.reader import open_apart, read_apart
from articles.reading import Draft, Fault, Unreadable, read
from articles.reading.bundles import Bundle, Member, NoTextColumn, open_bundle
from tests.articles.bundled import workbook, zipped
from tests.articles.hostile.bombs import greedy, slow
from tests.articles.reading.wordfiles import docx, paragraph
from tests.articles.reading.words import P1
from tests.articles.texts import page
from tests.fuzz.samples import Sample, samples
from tests.workers import wait_until

SAMPLES = {sample.name: sample for sample in samples()}
WORD = SAMPLES["bai.docx"]
SMALL = docx(paragraph(P1))


@pytest.fixture(autouse=True)
def _own_reader() -> Iterator[None]:
    """Begin and end each test without a reader."""
    forget_reader()
    yield
    forget_reader()


@pytest.fixture
def _short(settings: LazySettings) -> None:
    settings.IMPORT_READ_SECONDS = 1.0


def forget_reader() -> None:
    vars(reader._own).clear()


def reader_now() -> ReaderProcess | None:
    found: ReaderProcess | None = vars(reader._own).get("reader")
    return found


def reader_there() -> ReaderProcess:
    found = reader_now()
    assert found is not None
    return found


def read_word() -> Draft:
    return read_apart(WORD.data, name=WORD.name)


def is_there(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not asked for its status does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def fault_of(data: bytes, name: str = "bai.pdf") -> Fault:
    with pytest.raises(Unreadable) as raised:
        read_apart(data, name=name)
    return raised.value.code


def all_of(bundle: Bundle | None) -> tuple[list[Member], int, list[str]]:
    assert bundle is not None
    members = list(bundle.members())
    assert members
    return members, bundle.left_out, bundle.unused_columns()


class TestTheSame:
    @pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
    def test_comes_of_every_format(self, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reader, "_LARGE", 0)
        data, name = sample.data, sample.name
        if open_bundle(data, name=name) is None:
            assert open_apart(data, name=name) is None
            assert read_apart(data, name=name) == read(data, name=name)
        else:
            assert all_of(open_apart(data, name=name)) == all_of(open_bundle(data, name=name))
        assert reader_now() is not None

    def test_refusals_come_of_what_is_broken(self) -> None:
        assert fault_of(b"%PDF-1.4\n%\xe2\xe3") == Fault.DAMAGED
        assert fault_of(zipped({"a.xml": "x"}), "a.docx") == Fault.UNSUPPORTED
        with pytest.raises(Unreadable) as raised:
            open_apart(zipped({"a.txt": "\0" * 50_000_000}), name="a.zip")
        assert raised.value.code == Fault.UNPACKS_TOO_LARGE

    def test_columns_come_of_a_table_of_something_else(self) -> None:
        with pytest.raises(NoTextColumn) as raised:
            open_apart(workbook(Sheet=[["Số", "Giá"], [1, 2]]), name="a.xlsx")
        assert raised.value.columns == ["Số", "Giá"]

    def test_members_come_in_their_places_whatever_is_read_between(self) -> None:
        data = zipped({f"bai-{n:03}.txt": page(f"Bài số {n}") for n in range(250)})
        whole = list(open_bundle(data).members())  # type: ignore[union-attr]
        bundle = open_apart(data)
        assert bundle is not None
        members = []
        for member in bundle.members(after=20):
            members.append(member)
            if member.place in {60, 200}:
                read_word()
            if member.place == 130:
                reader_there().end()
        assert members == whole[21:]


class TestAReader:
    def test_is_not_needed_for_a_small_page(self) -> None:
        read_apart(page().encode(), name="bai.txt")
        read_apart(SAMPLES["0.html"].data, name="bai.html")
        assert reader_now() is None

    def test_reads_one_file_after_the_other(self) -> None:
        read_word()
        first = reader_there().pid
        with pytest.raises(Unreadable):
            read_apart(b"%PDF-1.4\n%\xe2\xe3")
        read_word()
        assert reader_there().pid == first

    def test_has_nothing_of_its_worker(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SECRET_KEY", "not for readers")
        read_word()
        process = Path(f"/proc/{reader_there().pid}")
        names = {line.partition("=")[0] for line in (process / "environ").read_text().split("\0")}
        assert names <= {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "TZ", ""}
        opened = [str(one.readlink()) for one in (process / "fd").iterdir()]
        assert sum(one.startswith("socket:") for one in opened) == 1
        assert len(opened) == 4

    def test_has_no_django(self) -> None:
        script = "import sys, articles.apart.child; sys.exit('django' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

    def test_ends_with_its_worker_though_it_reads(self, tmp_path: Path) -> None:
        (tmp_path / "slow.pdf").write_bytes(slow())
        script = textwrap.dedent("""
            import sys, threading
            from pathlib import Path
            from articles.apart.limits import Limits
            from articles.apart.messages import Read
            from articles.apart.process import ReaderProcess
            from articles.reading.formats import Sample
            reader = ReaderProcess(Limits(10**9, 60, 60))
            print(reader.pid, flush=True)
            reader.ask(Read(Sample(Path(sys.argv[1]).read_bytes())))
        """)
        with subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "slow.pdf")], stdout=subprocess.PIPE
        ) as worker:
            assert worker.stdout is not None
            pid = int(worker.stdout.readline())
            time.sleep(2)
            assert is_there(pid)
            worker.kill()
        wait_until(lambda: not is_there(pid), 30)

    def test_is_not_told_to_stop_by_what_tells_the_worker(self) -> None:
        read_word()
        first = reader_there().pid
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            os.kill(first, signum)
        read_word()
        assert reader_there().pid == first

    def test_ends_when_its_worker_is_told_to_stop(self) -> None:
        read_word()
        first, data = reader_there().pid, slow()

        def told(*_args: object) -> None:
            raise SoftTimeLimitExceeded

        before = signal.signal(signal.SIGALRM, told)
        signal.setitimer(signal.ITIMER_REAL, 0.5)
        try:
            with pytest.raises(SoftTimeLimitExceeded):
                read_apart(data)
        finally:
            signal.signal(signal.SIGALRM, before)
        assert not is_there(first)
        assert read_word() == read(WORD.data, name=WORD.name)

    def test_is_not_shared_with_a_fork(self) -> None:
        read_word()
        first = reader_there().pid
        forked = os.fork()
        if not forked:
            try:
                read_word()
                os._exit(reader_there().pid == first)
            except BaseException:  # noqa: BLE001 - nothing of the tests may go on here
                os._exit(2)
        assert os.waitpid(forked, 0)[1] == 0
        read_word()
        assert reader_there().pid == first

    def test_is_not_replaced_because_its_worker_is_large(self) -> None:
        large = bytearray(b"x" * 350_000_000)
        read_word()
        first = reader_there().pid
        read_word()
        assert reader_there().pid == first
        assert len(large) > 300_000_000

    def test_is_replaced_after_many_files(self) -> None:
        read_word()
        first = reader_there().pid
        for _ in range(998):
            read_apart(SMALL, name="a.docx")
        assert is_there(first)
        read_word()
        assert not is_there(first)
        read_word()

    def test_cannot_make_its_worker_run_anything(self) -> None:
        with pytest.raises(pickle.UnpicklingError, match=r"posix\.system"):
            answer_in(pickle.dumps(_Harm()))
        with pytest.raises(pickle.UnpicklingError, match="no answer"):
            answer_in(pickle.dumps(Fault.EMPTY))


class _Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


class TestLimits:
    @pytest.mark.usefixtures("_short")
    def test_time(self) -> None:
        read_word()
        first = reader_there().pid
        assert fault_of(slow()) == Fault.TOOK_TOO_LONG
        assert not is_there(first)
        assert read_word() == read(WORD.data, name=WORD.name)

    def test_memory_as_pdfium_meets_it(self) -> None:
        assert fault_of(greedy()) == Fault.TOO_MUCH_MEMORY
        assert read_word() == read(WORD.data, name=WORD.name)

    def test_memory_as_python_meets_it(self, settings: LazySettings) -> None:
        settings.IMPORT_READ_MEMORY = 180_000_000
        assert (
            fault_of(("Chi bộ có đảng viên.\n" * 600_000).encode(), "bai.txt")
            == Fault.TOO_MUCH_MEMORY
        )
        assert read_word() == read(WORD.data, name=WORD.name)

    def test_a_reader_that_was_stopped(
        self, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.IMPORT_READ_SECONDS = 1.0
        read_word()
        monkeypatch.setattr("articles.apart.process._STARTS_WITHIN", 0.0)
        monkeypatch.setattr("articles.apart.process._DIES_WITHIN", 0.1)
        os.kill(reader_there().pid, signal.SIGSTOP)
        assert fault_of(WORD.data, WORD.name) == Fault.TOOK_TOO_LONG


class TestADeath:
    def test_between_two_files_harms_none(self) -> None:
        read_word()
        os.kill(reader_there().pid, signal.SIGSEGV)
        assert read_word() == read(WORD.data, name=WORD.name)

    def test_of_a_reader_that_has_read_others_is_not_the_files_fault(self) -> None:
        read_word()
        first = reader_there().pid
        kill_soon(signal.SIGSEGV)
        data = SAMPLES["bai.pdf"].data
        while reader_there().pid == first:
            assert read_apart(data, name="bai.pdf").title

    @pytest.mark.parametrize(
        ("signum", "fault"),
        [(signal.SIGSEGV, Fault.DAMAGED), (signal.SIGABRT, Fault.TOO_MUCH_MEMORY)],
    )
    def test_over_the_first_file_is_that_ones_fault(
        self, signum: signal.Signals, fault: Fault, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = slow()
        kill_soon(signum, 2)
        assert fault_of(data) == fault

    @pytest.mark.usefixtures("_short")
    def test_by_a_kill_gives_the_file_a_second_reader(self) -> None:
        data = slow()
        kill_soon(signal.SIGKILL, 1)
        assert fault_of(data) == Fault.TOOK_TOO_LONG

    def test_before_anything_was_read_is_ours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("articles.apart.process.sys.executable", "/bin/false")
        with pytest.raises(RuntimeError, match="ended by itself"):
            read_word()


def kill_soon(signum: int, seconds: float = 0.2) -> None:
    def kill() -> None:
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
        for pid in children:
            if b"articles.apart.child" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(int(pid), signum)

    Timer(seconds, kill).start()
