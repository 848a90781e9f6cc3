"""A RabbitMQ of our own, which may be killed. It is not in a wheel: the machine has it, or not."""

import contextlib
import os
import shutil
import signal
import socket
from pathlib import Path

from kombu import Connection

from tests.faults.processes import Process, free_port, orphans, wait_until
from tests.faults.servers import QUIET

# Debian's own wrapper changes the account and the folders; this is what it calls.
PROGRAM = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
ANSWERS_WITHIN = 120.0


def why_no_rabbit() -> str:
    if PROGRAM.exists() or shutil.which("rabbitmq-server"):
        return ""
    return "there is no rabbitmq-server (apt-get install rabbitmq-server)"


class RabbitMQ:
    """Its queue outlives a kill, as messages that are kept on the disk do."""

    name = "rabbitmq"

    def __init__(self, folder: Path, listens: str = "127.0.0.1") -> None:
        self.port = free_port()
        self.home = home = folder / "rabbitmq"
        home.mkdir(exist_ok=True)
        listeners = (
            f"listeners.tcp.{number} = {address}:{self.port}\n"
            for number, address in enumerate(listens.split(","), 1)
        )
        (home / "rabbitmq.conf").write_text("".join(listeners) + "loopback_users = none\n")
        (home / "plugins").write_text("[].\n")
        self.process = Process(
            "rabbitmq",
            [str(PROGRAM) if PROGRAM.exists() else "rabbitmq-server"],
            folder / "rabbitmq.log",
            QUIET
            | {
                "PATH": "/usr/sbin:/usr/bin:/bin",
                "HOME": str(home),
                "RABBITMQ_NODENAME": f"faults{self.port}@localhost",
                "RABBITMQ_DIST_PORT": str(free_port()),
                "ERL_EPMD_PORT": str(free_port()),
                "RABBITMQ_MNESIA_BASE": str(home / "mnesia"),
                "RABBITMQ_LOG_BASE": str(home / "log"),
                "RABBITMQ_LOGS": "-",
                "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
                "RABBITMQ_CONF_ENV_FILE": str(home / "no-environment"),
                "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "plugins"),
                # It sleeps where there is nothing to do, instead of spinning: cores are few.
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+sbwt none +sbwtdcpu none +sbwtdio none",
            },
            folder=home,
        )

    def url(self, host: str = "127.0.0.1") -> str:
        return f"amqp://guest:guest@{host}:{self.port}//"

    def start(self) -> None:
        self.process.start()
        wait_until(self.answers, ANSWERS_WITHIN, "RabbitMQ to answer", every=0.5)

    def answers(self) -> bool:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", self.port)):
                return False
        with Connection(self.url(), connect_timeout=5) as line:
            try:
                line.connect()
            except line.connection_errors:
                return False
        return True

    def kill(self) -> None:
        self.process.kill()

    def end(self) -> None:
        """End it with the name server that it has started, which goes its own way."""
        self.kill()
        for orphan in orphans(f"HOME={self.home}"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan.pid, signal.SIGKILL)

    def lose_everything(self) -> None:
        with Connection(self.url()) as line:
            line.SimpleQueue("celery").clear()

    def waiting(self) -> int:
        with Connection(self.url()) as line:
            return int(line.SimpleQueue("celery").qsize())
