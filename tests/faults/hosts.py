"""Two hosts on this machine: network namespaces behind a bridge, whose cables can be pulled."""

import os
import shutil
import subprocess

NUMBER = 2
_MOST = 200


class Hosts:
    """Each has an address of its own and reaches the servers at `gateway`."""

    def __init__(self) -> None:
        self.tag = f"df{os.getpid() % 100_000}"
        self.part = f"10.213.{os.getpid() % _MOST}"
        self.gateway = f"{self.part}.1"
        self.network = f"{self.part}.0/24"

    def make(self) -> bool:
        """Lay the cables; say whether this machine lets us."""
        if os.geteuid() != 0 or not shutil.which("ip"):
            return False
        made = (
            _ip("link", "add", self.tag, "type", "bridge")
            and _ip("addr", "add", f"{self.gateway}/24", "dev", self.tag)
            and _ip("link", "set", self.tag, "up")
            and all(self._lay(host) for host in range(NUMBER))
        )
        if not made:
            self.remove()
        return made

    def remove(self) -> None:
        for host in range(NUMBER):
            _ip("link", "del", self._cable(host))
            _ip("netns", "del", self._name(host))
        _ip("link", "del", self.tag)

    def command(self, host: int) -> tuple[str, ...]:
        """What stands before a command that runs on this host."""
        return ("ip", "netns", "exec", self._name(host))

    def cut(self, host: int) -> None:
        assert _ip("link", "set", self._cable(host), "down")

    def join(self, host: int) -> None:
        assert _ip("link", "set", self._cable(host), "up")

    def _lay(self, host: int) -> bool:
        name, inside = self._name(host), ("-n", self._name(host))
        ends = (self._cable(host), f"{self._cable(host)}i")
        return (
            _ip("netns", "add", name)
            and _ip("link", "add", ends[0], "type", "veth", "peer", "name", ends[1])
            and _ip("link", "set", ends[1], "netns", name)
            and _ip("link", "set", ends[0], "master", self.tag, "up")
            and _ip(*inside, "addr", "add", f"{self.part}.{10 + host}/24", "dev", ends[1])
            and _ip(*inside, "link", "set", ends[1], "up")
            and _ip(*inside, "link", "set", "lo", "up")
        )

    def _name(self, host: int) -> str:
        return f"{self.tag}-{host}"

    def _cable(self, host: int) -> str:
        return f"{self.tag}v{host}"


def _ip(*arguments: str) -> bool:
    return not subprocess.run(["ip", *arguments], check=False, capture_output=True).returncode
