"""The desk, on a machine that loses its power when an import is saved and not yet answered."""

import os
import signal
from collections.abc import Iterable
from typing import Any

from portal.wsgi import application as desk


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    answer = desk(environ, start_response)
    if environ["REQUEST_METHOD"] == "POST":
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
