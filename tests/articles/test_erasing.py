"""An article that is erased leaves nothing behind but the record that it was."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction

from articles.actions.articles import take_down_articles
from articles.actions.erasing import erase_article
from articles.models import (
    Article,
    ArticleText,
    Citation,
    Erasure,
    ImportItem,
    ImportJob,
    Mention,
    OfficialDocument,
    Original,
    Theme,
)
from articles.refusal import NotAllowed, Refused
from articles.signals import article_being_erased, what_erasing_leaves
from portal.actions import Pick, withdraw_edition
from tests.articles.bundled import zipped
from tests.articles.factories import ArticleFactory, OriginalFactory, ThemeFactory
from tests.articles.importing import imported, run, stored_files
from tests.articles.texts import page, upload
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import published_edition

pytestmark = pytest.mark.django_db

SECRET = "Bí mật Sông Lam"
Capture = Callable[..., AbstractContextManager[list[Callable[[], Any]]]]


def imported_article() -> Article:
    """An article with everything that may hang on it, its words in every place they reach."""
    original = OriginalFactory(name=f"{SECRET}.txt", data=SECRET.encode())
    article = ArticleFactory(title=SECRET, author=SECRET, body=SECRET, original=original)
    theme, document = ThemeFactory(), OfficialDocument.objects.create(kind="Chỉ thị", number="05")
    Mention.objects.create(
        text=article.text, theme=theme, start=0, end=3, quote=SECRET, rule="r", confidence=1
    )
    Citation.objects.create(
        text=article.text, document=document, start=0, end=3, quote=SECRET, rule="r", confidence=1
    )
    article.themes.add(theme)
    article.themes.clear()
    ImportItem.objects.create(
        job=ImportJob.objects.create(source="files"),
        position=1,
        name=f"{SECRET}.txt",
        original=original,
        article=article,
        state="imported",
    )
    LogEntry.objects.create(
        user=EditorFactory(),
        content_type=ContentType.objects.get_for_model(Article),
        object_id=str(article.pk),
        object_repr=SECRET,
        action_flag=CHANGE,
    )
    take_down_articles(EditorFactory(), [article], SECRET)
    return article


def places_with(words: str) -> list[str]:
    """Every table of the database in which the words stand."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def test_nothing_of_the_article_stays_in_any_table() -> None:
    article = imported_article()
    assert len(places_with(SECRET)) >= 8

    erase_article(ManagingEditorFactory(), article, "Theo yêu cầu")

    assert places_with(SECRET) == []
    for model in (Article, ArticleText, Mention, Citation, Original):
        assert not model.objects.exists(), model
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_nothing_of_its_history_stays() -> None:
    article = imported_article()
    number = article.pk

    erase_article(ManagingEditorFactory(), article, "Theo yêu cầu")

    assert not apps.get_model("articles.ArticleEvent").objects.filter(pgh_obj=number).exists()
    decisions = apps.get_model("articles.ThemeDecisionEvent")
    assert not decisions.objects.filter(article=number).exists()
    assert apps.get_model("articles.ThemeEvent").objects.exists()


def test_the_erasure_says_who_when_and_why() -> None:
    article, person = imported_article(), ManagingEditorFactory()

    erasure = erase_article(person, article, " Theo yêu cầu ")

    assert (erasure.article_number, erasure.reason) == (article.pk, "Theo yêu cầu")
    assert (erasure.erased_by, erasure.erased_at is not None) == (person, True)


def test_the_file_goes_when_the_erasure_is_sure(
    django_capture_on_commit_callbacks: Capture,
) -> None:
    article = imported_article()
    path = str(article.original.file)

    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        erase_article(ManagingEditorFactory(), article, "x")
    assert default_storage.exists(path)

    for callback in callbacks:
        callback()
    assert not default_storage.exists(path)
    assert not Original.objects.exists()


def test_the_file_stays_when_the_same_bytes_were_imported_again_meanwhile(
    django_capture_on_commit_callbacks: Capture,
) -> None:
    article = imported_article()
    path = str(article.original.file)

    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        erase_article(ManagingEditorFactory(), article, "x")
    OriginalFactory(data=SECRET.encode(), file=path)
    for callback in callbacks:
        callback()

    assert default_storage.exists(path)
    assert Original.objects.count() == 1


def test_an_original_that_another_article_uses_stays(
    django_capture_on_commit_callbacks: Capture,
) -> None:
    article = imported_article()
    ArticleFactory(original=article.original)

    with django_capture_on_commit_callbacks(execute=True):
        erase_article(ManagingEditorFactory(), article, "x")

    assert default_storage.exists(str(Original.objects.get().file))


def test_other_articles_their_themes_and_documents_stay() -> None:
    article, other = imported_article(), ArticleFactory(title="Bài khác")
    other.themes.add(Theme.objects.get())

    erase_article(ManagingEditorFactory(), article, "x")

    assert list(Article.objects.all()) == [other]
    assert other.themes.count() == OfficialDocument.objects.count() == 1
    assert apps.get_model("articles.ArticleEvent").objects.filter(pgh_obj=other.pk).exists()


def test_the_item_that_brought_it_keeps_its_place_without_its_name() -> None:
    article = imported_article()

    erase_article(ManagingEditorFactory(), article, "x")

    item = ImportItem.objects.get()
    assert (item.name, item.article, item.original, item.state) == ("", None, None, "imported")


def test_a_duplicate_keeps_none_of_its_words(django_capture_on_commit_callbacks: Capture) -> None:
    first, second = imported(upload(name="a.txt"), upload("\n" + page(), f"{SECRET}.txt"))
    assert (second.state, second.article) == ("duplicate", first.article)
    assert second.article is not None

    with django_capture_on_commit_callbacks(execute=True):
        erase_article(ManagingEditorFactory(), second.article, "x")

    assert not Original.objects.exists()
    assert stored_files() == []
    assert places_with(SECRET) == []


def test_the_archive_that_it_came_in_keeps_neither_its_words_nor_its_name(
    django_capture_on_commit_callbacks: Capture,
) -> None:
    files = {f"{SECRET}/{SECRET}.txt": page(SECRET), f"{SECRET}/b.txt": page(body="Bài khác.")}
    with django_capture_on_commit_callbacks(execute=True):
        (bundle,) = imported(upload(zipped(files), f"{SECRET}.zip"))
    with django_capture_on_commit_callbacks(execute=True):
        first, second = (run(item) for item in bundle.unpacked.order_by("member"))
    assert first.article is not None

    with django_capture_on_commit_callbacks(execute=True):
        erase_article(ManagingEditorFactory(), first.article, "x")

    assert places_with(SECRET) == []
    assert [Path(name).name for name in stored_files()] == [run(second).original.sha256]  # type: ignore[union-attr]
    assert ImportItem.objects.get(pk=bundle.pk).name == ""


def test_only_the_withdrawn_editions_that_were_named_keep_its_words() -> None:
    article = ArticleFactory(title=SECRET)
    edition = published_edition(Pick(article=article), title="Nêu gương")
    withdraw_edition(ManagingEditorFactory(), edition, reason="Sai nguồn")
    told: list[tuple[Any, Any]] = what_erasing_leaves.send(sender=Article, article=article)

    erase_article(ManagingEditorFactory(), article, "Theo yêu cầu")

    sentences = [sentence for _receiver, some in told for sentence in some]
    assert len(sentences) == 1
    assert "Nêu gương (1)" in sentences[0]
    assert places_with(SECRET) == ["portal_editionentry"]


def test_whoever_relies_on_the_article_may_refuse() -> None:
    article = imported_article()

    def refuse(**_: Any) -> None:
        raise Refused("Đã xuất bản")

    article_being_erased.connect(refuse)
    try:
        with pytest.raises(Refused, match="Đã xuất bản"):
            erase_article(ManagingEditorFactory(), article, "x")
    finally:
        article_being_erased.disconnect(refuse)

    assert Article.objects.filter(pk=article.pk).exists()
    assert not Erasure.objects.exists()


def test_erasing_needs_a_reason_and_happens_once() -> None:
    article, person = imported_article(), ManagingEditorFactory()

    with pytest.raises(Refused):
        erase_article(person, article, "   ")
    erase_article(person, Article.objects.get(), "x")
    with pytest.raises(Refused):
        erase_article(person, article, "x")


def test_editors_do_not_erase() -> None:
    with pytest.raises(NotAllowed):
        erase_article(EditorFactory(), imported_article(), "x")


def test_no_article_leaves_without_an_erasure() -> None:
    article = imported_article()

    with pytest.raises(IntegrityError), transaction.atomic():
        article.delete()

    assert Article.objects.exists()
