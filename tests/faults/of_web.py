"""The web process is killed in the middle of an upload: while it takes it in, or keeps it."""

import contextlib
import socket
import time
from collections.abc import Sequence
from functools import partial

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from articles.models import ImportJob
from portal.people.models import User
from tests.factories import EditorFactory
from tests.faults.of_workers import meet, writes
from tests.faults.rounds import Round, patient
from tests.faults.things import Thing

BOUNDARY = "----faults"
TOKEN = "f" * 32
ANSWERS_WITHIN = 60.0


def web_killed(its: Round) -> None:
    """All of the import is there afterwards, or nothing; the person may then try again, or not."""
    its.desk.start_web()
    things = its.make()
    known = set(patient(lambda: list(ImportJob.objects.values_list("pk", flat=True))))
    request = _request(its.desk.web_port, things)
    with socket.create_connection(("127.0.0.1", its.desk.web_port), ANSWERS_WITHIN) as line:
        if its.chance.random() < 0.3:
            line.sendall(request[: its.chance.randrange(len(request))])
            time.sleep(its.chance.uniform(0, 0.3))
        else:
            line.sendall(request)
            meet(partial(writes, its.desk.web))
            time.sleep(its.chance.uniform(0, 0.2))
        its.desk.web.kill()
    if its.chance.random() < 0.5:
        its.desk.start_web()
        status = _post(its.desk.web_port, request)
        assert status == 302, f"the second upload was answered with {status}"
    jobs = patient(lambda: list(ImportJob.objects.exclude(pk__in=known).order_by("pk")))
    its.orders += [(job, things) for job in jobs]
    its.desk.web.kill()


def _post(port: int, request: bytes) -> int:
    with socket.create_connection(("127.0.0.1", port), ANSWERS_WITHIN) as line:
        line.sendall(request)
        answer = b""
        with contextlib.suppress(TimeoutError):
            while b"\r\n" not in answer and (more := line.recv(4096)):
                answer += more
    return int(answer.split()[1]) if answer else 0


def _request(port: int, things: Sequence[Thing]) -> bytes:
    """A form with files, as a browser of an editor who is logged in sends it."""
    fields = [f'name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}'.encode()]
    fields += [
        f'name="chosen_files"; filename="{thing.name}"\r\n'.encode()
        + b"Content-Type: application/octet-stream\r\n\r\n"
        + thing.data
        for thing in things
    ]
    mark = f"--{BOUNDARY}".encode()
    start = mark + b"\r\nContent-Disposition: form-data; "
    body = b"".join(start + field + b"\r\n" for field in fields) + mark + b"--\r\n"
    head = (
        "POST /admin/articles/importjob/add/ HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{port}\r\n"
        f"Cookie: sessionid={_session()}; csrftoken={TOKEN}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


def _session() -> str:
    editor = User.objects.filter(username="editor").first() or EditorFactory(username="editor")
    session = SessionStore()
    session[SESSION_KEY] = str(editor.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = editor.get_session_auth_hash()
    session.create()
    return str(session.session_key)
