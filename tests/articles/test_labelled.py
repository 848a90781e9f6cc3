"""Labels hold no words of their articles; where the texts are at hand, reading and finding hold."""

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.articles.labelled import HALVES, Entry, are_all_there, labels_of, score, texts_in

HASH = re.compile(r"[0-9a-f]{64}")
SPANS = ("body", "not_body", "tasks", "optional_tasks")


@pytest.fixture(
    params=[entry for half in HALVES for entry in labels_of(half)], ids=lambda e: e["file"]
)
def entry(request: pytest.FixtureRequest) -> Entry:
    labels: Entry = request.param
    return labels


def test_labels_hold_no_words(entry: Entry) -> None:
    hashed = [entry[key] for key in ("title", "author", "publisher") if entry.get(key)]
    hashed += [cited["number"] for cited in entry.get("citations", ()) if cited["number"]]
    assert all(map(HASH.fullmatch, [entry["sha256"], *hashed]))


def test_labels_are_spans_in_order(entry: Entry) -> None:
    for key in SPANS:
        spans = entry[key]
        assert all(start < end for start, end in spans)
        assert spans == sorted(spans)


def test_what_is_body_is_nothing_else(entry: Entry) -> None:
    spans = sorted([*entry["body"], *entry["not_body"]])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_task_stands_in_the_body(entry: Entry) -> None:
    for start, end in entry["tasks"]:
        assert any(first <= start and end <= last for first, last in entry["body"])


if "LABELLED_DIR" in os.environ:

    @pytest.fixture(scope="module", params=HALVES, ids=lambda half: half.stem)
    def scored(request: pytest.FixtureRequest) -> str:
        texts = texts_in(Path(os.environ["LABELLED_DIR"]))
        if not are_all_there(request.param, texts):
            pytest.skip(f"LABELLED_DIR has not all texts of {request.param.stem}.json")
        return score(request.param, texts)

    @pytest.mark.acceptance
    @pytest.mark.parametrize(
        ("finding", "at_least"), [("task", 0.9), ("citation", 0.98), ("mention", 0.99)]
    )
    def test_findings_are_good_enough(scored: str, finding: str, at_least: float) -> None:
        [(f1, labelled)] = re.findall(
            rf"^{finding} F1 +([\d.]+).* (\d+) labelled\)", scored, re.MULTILINE
        )
        if labelled == "0":
            pytest.skip(f"no {finding} is labelled")
        assert float(f1) >= at_least

    @pytest.mark.acceptance
    @pytest.mark.parametrize(
        ("kind", "at_least"), [("published_on", 1), ("paragraph", 0.98), ("boilerplate", 0.99)]
    )
    def test_reading_is_good_enough(scored: str, kind: str, at_least: float) -> None:
        counted = re.search(rf"^{kind} +(\d+) of (\d+)", scored, re.MULTILINE)
        if counted is None:
            pytest.skip(f"no {kind} is labelled")
        assert int(counted[1]) / int(counted[2]) >= at_least

    @pytest.mark.acceptance
    def test_findings_are_quoted_word_for_word(scored: str) -> None:
        assert re.search(r"^not verbatim +0$", scored, re.MULTILINE)
