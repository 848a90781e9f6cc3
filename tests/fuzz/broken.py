"""Readers that do what no reader may do, to see that it is told."""

import os
import time
from multiprocessing.connection import Connection


def die(line: Connection) -> None:
    """Die of the second file."""
    line.send("ready")
    line.recv()
    line.send("draft")
    line.recv()
    os.abort()


def hang(line: Connection) -> None:
    line.send("ready")
    line.recv()
    time.sleep(60)


def stumble(line: Connection) -> None:
    line.send("ready")
    while True:
        line.recv()
        line.send("Traceback: a mistake")
