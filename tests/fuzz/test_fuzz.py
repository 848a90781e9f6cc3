"""A slice of `make fuzz`, and that it tells what it looks for.

FUZZ_SECONDS says how long the slice is: a few seconds here, two minutes in `make test`.
"""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import read
from articles.reading.bundles import Member, open_bundle
from tests.fuzz import running
from tests.fuzz.broken import die, hang, stumble
from tests.fuzz.running import ruined, run
from tests.fuzz.samples import Sample, samples

SECONDS = float(os.environ.get("FUZZ_SECONDS", "5"))


def test_no_ruined_file_brings_a_reader_down() -> None:
    seed = 20261122  # the same files each time; `make fuzz` looks further
    report = run(SECONDS, seed, at_least=50)
    assert [(str(failure.keep(seed)), failure.why) for failure in report.failures] == []
    assert report.drafts
    assert report.refused


def media_type_of(member: Sample | Member) -> str | None:
    return member.media_type if isinstance(member, Member) else None


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_what_is_ruined_was_whole(sample: Sample) -> None:
    bundled = open_bundle(sample.data, name=sample.name)
    members = list(bundled.members()) if bundled else [sample]
    assert members
    assert all(
        read(member.data, name=member.name, media_type=media_type_of(member)).lead
        for member in members
    )


BEGINNINGS = [
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"---\ntitle: ", b"<!doctype html>", b"\xff\xfe",
    b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=x\n\n", b"\xd0\xcf\x11\xe0",
    b"{\\rtf", b"\x89PNG",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.sampled_from(BEGINNINGS),
    st.one_of(st.binary(), st.text().map(str.encode)),
    st.sampled_from(["", "a.md", "a.docx", "a.pdf", "a.mhtml", "a.html", "a.csv", "a"]),
)
def test_any_bytes_give_a_draft_or_a_clear_error(begin: bytes, rest: bytes, name: str) -> None:
    assert running.outcome(name, begin + rest) in {"draft", "refused"}


def test_the_same_seed_ruins_in_the_same_way() -> None:
    assert [ruined(7, number) for number in range(20)] == [ruined(7, n) for n in range(20)]
    assert len({ruined(7, number).data for number in range(20)}) > 10
    assert ruined(7, 3) != ruined(8, 3)


def test_a_reader_that_dies_is_told_and_another_takes_its_place() -> None:
    report = run(0, 1, at_least=4, serve=die)
    assert {failure.why for failure in report.failures} == {"the process died (-6)"}
    assert report.drafts >= len(report.failures) > 0


def test_a_reader_that_hangs_is_told() -> None:
    report = run(0.5, 1, serve=hang, longest=1)
    assert [failure.why for failure in report.failures] == ["no answer after 1 seconds"]


def test_what_failed_is_kept_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "KEPT", tmp_path)
    report = run(0.5, 9, serve=stumble)
    failure = report.failures[0]
    kept = failure.keep(9)
    assert kept.read_bytes() == ruined(9, failure.number).data
    assert kept.with_suffix(".txt").read_text().startswith(f"seed 9, input {failure.number}\n")
