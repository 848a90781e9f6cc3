"""Redis: the doorbell. It keeps nothing, since the database is the truth."""

import socket
from pathlib import Path

from .programs import Programs
from .server import Server


class Redis(Server):
    name = "redis"
    program = "redis-server"

    @property
    def socket(self) -> Path:
        return self.places.servers.broker_socket

    @property
    def working_folder(self) -> Path:
        return self.places.sockets

    def answers(self) -> bool:
        return pongs(self.socket)

    def prepare(self, programs: Programs, lock: int) -> list[str]:  # noqa: ARG002 - it inherits it
        return [
            *(str(programs.redis), "--port", "0"),
            *("--unixsocket", str(self.socket), "--unixsocketperm", "700"),
            *("--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"),
            *("--daemonize", "no", "--databases", "16"),
        ]

    def settle(self) -> None:
        """Nothing: it starts empty and ready."""


def pongs(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(5)
        try:
            client.connect(str(address))
            client.sendall(b"PING\r\n")
            return client.recv(64).startswith(b"+PONG")
        except OSError:
            return False
