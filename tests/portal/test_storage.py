"""Originals on a store that speaks S3: the same imports, kept once, forgotten when refused."""

from collections.abc import Iterator

import boto3
import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from moto import mock_aws

from articles.actions.originals import discard
from articles.models import ImportItem, Original
from portal.doctor import files, services
from tests.articles.importing import imported
from tests.articles.texts import page, upload

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


@pytest.fixture(autouse=True)
def bucket(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        boto3.client("s3").create_bucket(Bucket="duyet")  # type: ignore[no-untyped-call]
        settings.STORAGES = settings.STORAGES | {
            "default": {
                "BACKEND": "storages.backends.s3.S3Storage",
                "OPTIONS": {"bucket_name": "duyet", "default_acl": None, "file_overwrite": True},
            }
        }
        yield


def test_an_article_is_imported_from_it() -> None:
    (item,) = imported(upload(page("Bài trên kho", body="Chi bộ họp."), "bai.txt"))
    assert item.state == State.IMPORTED
    assert default_storage.exists(str(Original.objects.get().file))
    assert files.originals().verdict == "well"


def test_the_same_bytes_are_kept_once() -> None:
    text = page("Bài trên kho", body="Chi bộ họp.")
    items = imported(upload(text, "a.txt"), upload(text, "b.txt"))
    assert [item.state for item in items] == [State.IMPORTED, State.DUPLICATE]
    assert Original.objects.count() == 1


def test_a_file_that_is_gone_is_missed() -> None:
    imported(upload(page("Bài trên kho", body="Chi bộ họp."), "bai.txt"))
    default_storage.delete(str(Original.objects.get().file))
    assert files.originals().verdict == "failing"


def test_what_needs_not_be_kept_is_removed() -> None:
    imported(upload(b"\x00\x01\x02", "a.txt"))
    original = Original.objects.get()
    assert default_storage.exists(str(original.file))
    discard(original.pk)
    assert not default_storage.exists(str(original.file))


def test_doctor_writes_and_reads_it() -> None:
    assert services.storage().verdict == "well"
    boto3.client("s3").delete_bucket(Bucket="duyet")  # type: ignore[no-untyped-call]
    with pytest.raises(Exception, match="NoSuchBucket"):
        services.storage()
