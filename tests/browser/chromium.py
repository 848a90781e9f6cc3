"""Find a Chromium for the browser tests, or fetch one: the system's, Debian's, or npm's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
VAR = Path(os.environ.get("VAR_DIR", Path(__file__).resolve().parents[2] / "var"))
FETCHED = VAR / "browser"
UNPACK = "import('@sparticuz/chromium').then(m => m.default.executablePath()).then(console.log)"


def find() -> str | None:
    """Return the path of a browser that is already here, or None."""
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    noted = FETCHED / "path"
    if installed or not noted.exists():
        return installed
    path = noted.read_text().strip()
    return path if Path(path).exists() else None


def arguments(path: str) -> list[str]:
    """What Chromium wants to run without a screen, a sandbox or the outside world."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    fetched = not shutil.which(Path(path).name)
    return [*quiet, "--single-process", "--no-zygote"] if fetched else quiet


def fetch() -> str | None:
    """Install a browser where that is possible without asking anybody, and return its path."""
    return find() or _from_debian() or _from_npm()


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    return find()


def _from_npm() -> str | None:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not (npm and node):
        return None
    FETCHED.mkdir(parents=True, exist_ok=True)
    if not _run(npm, "install", "--silent", "--no-audit", "--no-fund", "@sparticuz/chromium"):
        return None
    unpacked = subprocess.run(
        [node, "-e", UNPACK], cwd=FETCHED, capture_output=True, text=True, check=False
    )
    path = unpacked.stdout.strip()
    if unpacked.returncode or not path:
        return None
    (FETCHED / "path").write_text(path)
    return path


def _run(*command: str) -> bool:
    where = FETCHED if FETCHED.exists() else None
    return (
        subprocess.run(command, cwd=where, stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


if __name__ == "__main__":
    print(fetch() or "No browser was found or could be fetched.", file=sys.stderr)
