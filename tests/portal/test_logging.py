"""What goes wrong leaves a trace where whoever runs the desk looks."""

import io
import json
import logging
import logging.config
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from articles.logs import WorkContext, working_on
from portal.urls import urlpatterns as pages


def fails(_request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("the reason")


urlpatterns = [path("fails/", fails), *pages]


@pytest.fixture
def console() -> Iterator[io.StringIO]:
    """What the console handler of Django's loggers prints."""
    handlers = logging.getLogger("django").handlers
    handler = next(one for one in handlers if type(one) is logging.StreamHandler)
    lines = io.StringIO()
    before = handler.setStream(lines)
    yield lines
    handler.setStream(before or sys.stderr)


@pytest.mark.urls(__name__)
def test_an_error_page_leaves_its_traceback_and_not_what_was_sent(console: io.StringIO) -> None:
    client = Client(raise_request_exception=False)
    assert client.post("/fails/", {"text": "không cho ai biết"}).status_code == 500
    assert "ZeroDivisionError: the reason" in console.getvalue()
    assert "không cho ai biết" not in console.getvalue()


def test_a_line_about_an_item_says_which() -> None:
    """As `LOG_FORMAT=json` writes it."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    made = logging.config.DictConfigurator(settings.LOGGING)
    formatters: Any = settings.LOGGING["formatters"]
    handler.setFormatter(made.configure_formatter(formatters["json"]))
    handler.addFilter(WorkContext())
    logger = logging.getLogger("articles.test")
    logger.addHandler(handler)
    try:
        with working_on(job=3, item=7):
            logger.warning("Không đọc được %s", "bài.pdf")
    finally:
        logger.removeHandler(handler)
    line = json.loads(lines.getvalue())
    assert line["message"] == "Không đọc được bài.pdf"
    assert (line["level"], line["logger"]) == ("WARNING", "articles.test")
    assert (line["job"], line["item"]) == (3, 7)
