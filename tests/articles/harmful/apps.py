"""Connects the harm. For the workers of tests alone: nothing else has this app installed."""

import os
import signal
import time
from typing import Any

from django.apps import AppConfig

KILLS, IS_SLOW, SWALLOWS = "ngã xuống đột ngột", "đi rất chậm", "nuốt mọi lời nhắc"
SLOW_FOR = 7.0  # seconds
DEAF_FOR = 240.0  # it is killed long before


class HarmfulConfig(AppConfig):
    name = "tests.articles.harmful"

    def ready(self) -> None:
        from articles.signals import text_saved

        text_saved.connect(do_harm, dispatch_uid="harm")


def do_harm(text: Any, **_kwargs: Any) -> None:
    if KILLS in text.body:
        os.kill(os.getpid(), signal.SIGKILL)
    if IS_SLOW in text.body:
        time.sleep(SLOW_FOR)
    if SWALLOWS in text.body:
        _hear_nothing()


def _hear_nothing() -> None:
    until = time.monotonic() + DEAF_FOR
    while time.monotonic() < until:
        try:
            time.sleep(0.2)
        except Exception:  # noqa: BLE001 - as parsers do
            continue
