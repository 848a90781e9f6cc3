"""Rows of editions as JSON: every row says which edition speaks, and where it all stands."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from portal import exports
from portal.api.cursors import Page
from portal.models import (
    Edition,
    EditionCorrection,
    EditionEntry,
    EditionEntryDocument,
    EditionEntryTheme,
)
from portal.queries.editions import PublishedTheme
from portal.queries.texts import shown_text
from portal.terms import terms

Said = dict[str, Any]
T = TypeVar("T")


class Shapes:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def at(self, name: str, *parts: object, asking: str = "") -> str:
        return self.request.build_absolute_uri(reverse(name, args=parts) + asking)

    def of_list(self, newest: Edition) -> Said:
        return {
            "slug": newest.slug,
            "title": newest.title,
            "edition": self.of_edition(newest),
            "editions": self.at("api:editions", asking=f"?list={newest.slug}"),
            "self": self.at("api:list", newest.slug),
            "page": self.at("list", newest.slug),
        }

    def of_edition(self, edition: Edition) -> Said:
        where = (edition.slug, edition.number)
        return {
            **self.edition_name(edition),
            "id": edition.uuid.urn,
            "introduction": edition.introduction,
            "entries_count": edition.entries_count,
            "entries": self.at("api:entries", *where),
            "picture": self._picture(edition),
            "corrections": [_correction(each) for each in edition.corrections.all()],
            "exports": {form: self.at("export", *where, form) for form in exports.FORMS},
            "terms": terms(),
        }

    def edition_name(self, edition: Edition) -> Said:
        return {
            "list": edition.slug,
            "number": edition.number,
            "title": edition.title,
            "published_at": moment(edition.published_at),
            "self": self.at("api:edition", edition.slug, edition.number),
            "page": self.at("edition", edition.slug, edition.number),
        }

    def of_entry(self, entry: EditionEntry, edition: Edition) -> Said:
        page = self.at("edition", edition.slug, edition.number)
        return {
            "position": entry.position,
            "section": entry.section,
            "kind": entry.kind,
            "note": entry.note,
            "lead": entry.lead,
            "task": _wording(entry) if entry.kind == EditionEntry.Kind.TASK else None,
            "article": self._source(entry),
            **self._tags(entry),
            "page": f"{page}#muc-{entry.position}",
        }

    def of_article(self, entry: EditionEntry) -> Said:
        return {
            **self._source(entry),
            "lead": entry.lead,
            **self._tags(entry),
            "edition": self.edition_name(entry.edition),
        }

    def of_whole_article(self, entry: EditionEntry) -> Said:
        shown = shown_text(entry)
        return {**self.of_article(entry), "text": shown.body if shown else None}

    def of_task(self, entry: EditionEntry) -> Said:
        return {
            **_wording(entry),
            "article": self._source(entry),
            **self._tags(entry),
            "edition": self.edition_name(entry.edition),
            "self": self.at("api:task", entry.task_number),
        }

    def of_theme(self, theme: PublishedTheme | EditionEntryTheme) -> Said:
        return {
            "slug": theme.slug,
            "name": theme.name,
            "articles": self.at("api:articles", asking=f"?theme={theme.slug}"),
            "tasks": self.at("api:tasks", asking=f"?theme={theme.slug}"),
            "self": self.at("api:theme", theme.slug),
            "page": self.at("theme", theme.slug),
        }

    def of_document(self, document: EditionEntryDocument) -> Said:
        return {
            **self._document_name(document),
            "issuer": document.issuer,
            "title": document.title,
            "issued_on": document.issued_on and document.issued_on.isoformat(),
            "articles": self.at("api:articles", asking=f"?document={document.slug}"),
            "tasks": self.at("api:tasks", asking=f"?document={document.slug}"),
        }

    def of_hit(self, entry: EditionEntry) -> Said:
        is_task = entry.kind == EditionEntry.Kind.TASK
        return {
            "kind": entry.kind,
            "article": None if is_task else self.of_article(entry),
            "task": self.of_task(entry) if is_task else None,
        }

    def _document_name(self, document: EditionEntryDocument) -> Said:
        return {
            "slug": document.slug,
            "name": document.name,
            "self": self.at("api:document", document.slug),
            "page": self.at("document", document.slug),
        }

    def _picture(self, edition: Edition) -> Said | None:
        shown = edition.picture
        if shown is None:
            return None
        return {
            "address": self.at("picture", shown.key, shown.widths[-1]),
            "alt": edition.picture_alt,
            "credit": edition.picture_credit,
        }

    def _tags(self, entry: EditionEntry) -> Said:
        return {
            "documents": entry.documents,
            "known_documents": [self._document_name(each) for each in entry.known_documents.all()],
            "themes": [{"slug": theme.slug, "name": theme.name} for theme in entry.themes.all()],
            "corrections": [_correction(each) for each in entry.corrections.all()],
        }

    def _source(self, entry: EditionEntry) -> Said:
        return {
            "number": entry.article_number,
            "title": entry.title,
            "publisher": entry.publisher,
            "author": entry.author,
            "published_on": entry.published_on and entry.published_on.isoformat(),
            "source": entry.source_url or None,
            "self": self.at("api:article", entry.article_number),
            "page": self.at("article", entry.article_number),
        }


def page_of(request: HttpRequest, page: Page[T], said: Callable[[T], Said]) -> Said:
    following = None
    if page.next:
        asking = request.GET.copy()
        asking["cursor"] = page.next
        following = request.build_absolute_uri(f"{request.path}?{asking.urlencode()}")
    return {"items": [said(row) for row in page.rows], "next": following, "terms": terms()}


def moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")


def _wording(entry: EditionEntry) -> Said:
    return {
        "task": entry.task_number,
        "version": entry.version_number,
        "wording": entry.wording,
        "responsible": entry.responsible,
        "taking_part": entry.taking_part,
        "due": entry.due,
    }


def _correction(correction: EditionCorrection) -> Said:
    return {
        "position": correction.entry.position if correction.entry else None,
        "field": correction.field,
        "said": correction.said,
        "says": correction.says,
        "reason": correction.reason,
        "corrected_at": moment(correction.corrected_at),
    }
