"""The proof of a list: exactly what publishing would freeze, and what speaks against it."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Max, QuerySet
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _

from articles.models import Article, Citation, Theme
from portal.models import CuratedList, Edition, EditionEntry, EditionEntryTheme, Entry
from portal.queries.freezing import known_documents, text_of
from portal.queries.objections import check_of, problems_of, warnings_of
from portal.queries.printed import PrintedEntry
from review.models import ExtractedTask, TaskVersion, VersionOrganisation

# What a row gets only when it is saved; `model_to_dict` leaves out the name in feeds by itself.
UNSAID = {"id", "edition", "entry", "submitted_by", "published_by", "published_at"}


@dataclass
class Sources:
    """So many of the pages that the list leads to were asked for, or are to be, or never were."""

    checked: int = 0
    asked: int = 0
    unknown: int = 0
    _seen: set[int] = field(default_factory=set)

    def add(self, article: Article) -> None:
        if not article.source_url or article.pk in self._seen:
            return
        self._seen.add(article.pk)
        check = check_of(article)
        if check is None:
            self.unknown += 1
        elif check.due_at:
            self.asked += 1
        else:
            self.checked += 1

    @property
    def any(self) -> bool:
        return bool(self._seen)


@dataclass
class Proof:
    edition: Edition
    entries: list[PrintedEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Why this cannot be published."""
    warnings: list[str] = field(default_factory=list)
    """What an editor may have overlooked."""
    sources: Sources = field(default_factory=Sources)

    @cached_property
    def fingerprint(self) -> str:
        """The same for two proofs that readers could not tell apart. Ask when it is all there."""
        said = {
            "edition": model_to_dict(self.edition, exclude=UNSAID),
            "entries": [model_to_dict(printed.entry, exclude=UNSAID) for printed in self.entries],
            "beside": [
                [model_to_dict(row, exclude=UNSAID) for row in printed.beside]
                for printed in self.entries
            ],
        }
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def proof_of(curated_list: CuratedList) -> Proof:
    proof = Proof(_edition(curated_list))
    _fill(proof, curated_list)
    proof.edition.entries_count = len(proof.entries)
    if not proof.entries:
        proof.problems.append(_("The list has no entries yet."))
    return proof


def _edition(curated_list: CuratedList) -> Edition:
    newest = curated_list.editions.aggregate(newest=Max("number"))["newest"]
    return Edition(
        curated_list=curated_list,
        number=(newest or 0) + 1,
        title=curated_list.title,
        slug=curated_list.slug,
        introduction=curated_list.introduction,
        picture=curated_list.picture,
        picture_alt=curated_list.picture_alt,
        picture_credit=curated_list.picture_credit,
    )


def _entries(curated_list: CuratedList) -> QuerySet[Entry]:
    return curated_list.entries.select_related(
        "article__publisher", "article__text", "task__article__publisher", "task__article__text",
        "task__version", "article__source_check", "task__article__source_check",
    ).prefetch_related(
        "article__article_themes__tag", "article__text__citations__document",
        "task__article__article_themes__tag", "task__version__bodies", "task__version__documents",
    )  # fmt: skip


def _fill(proof: Proof, curated_list: CuratedList) -> None:
    """Put each entry under the heading above it; a heading is no entry of its own."""
    section, empty = "", False
    for entry in _entries(curated_list):
        if article := entry.stands_on:
            _add(proof, entry, article, section, wants_note=curated_list.wants_notes)
            empty = False
            continue
        _warn_of_empty(proof, section, empty=empty)
        section, empty = entry.heading, True
    _warn_of_empty(proof, section, empty=empty)


def _warn_of_empty(proof: Proof, section: str, *, empty: bool) -> None:
    if empty:
        proof.warnings.append(
            _("Nothing stands under the heading “%(heading)s”: it will not be published.")
            % {"heading": section}
        )


def _add(proof: Proof, entry: Entry, article: Article, section: str, *, wants_note: bool) -> None:
    number = len(proof.entries) + 1
    proof.problems += problems_of(number, entry, article)
    proof.warnings += warnings_of(number, entry, article, wants_note=wants_note)
    proof.sources.add(article)
    themes = [
        EditionEntryTheme(name=theme.name, slug=theme.slug, sort_key=theme.sort_key)
        for theme in sorted(_themes(article), key=lambda theme: theme.sort_key)
    ]
    kind = _task_fields(entry.task) if entry.task else _article_fields(article)
    known, text = known_documents(entry), text_of(article) if entry.article else None
    printed = EditionEntry(
        position=number,
        section=section,
        note=entry.note,
        themes_count=len(themes),
        documents_count=len(known),
        has_full_text=text is not None,
        **_source_fields(article),
        **kind,
    )
    proof.entries.append(PrintedEntry(printed, themes, known, text))


def _themes(article: Article) -> list[Theme]:
    return [given.tag for given in article.article_themes.all()]


def _source_fields(article: Article) -> dict[str, Any]:
    return {
        "article_number": article.pk,
        "title": article.title,
        "lead": article.text.lead if article.text else "",
        "publisher": article.publisher.name if article.publisher else "",
        "author": article.author,
        "published_on": article.published_on,
        "source_url": article.source_url,
    }


def _article_fields(article: Article) -> dict[str, Any]:
    citations = article.text.citations.all() if article.text else []
    return {
        "kind": EditionEntry.Kind.ARTICLE,
        "documents": list(dict.fromkeys(map(_named, citations))),
    }


def _named(citation: Citation) -> str:
    return str(citation.document or citation)


def _task_fields(task: ExtractedTask) -> dict[str, Any]:
    fields = {"kind": EditionEntry.Kind.TASK, "task_number": task.pk}
    version = task.version
    if version is None:
        return fields | {"version_number": 0, "wording": task.quote}
    return fields | {
        "version_number": version.pk,
        "wording": version.wording,
        "due": version.due,
        "documents": [str(document) for document in version.documents.all()],
        "responsible": _bodies(version, VersionOrganisation.Role.RESPONSIBLE),
        "taking_part": _bodies(version, VersionOrganisation.Role.TAKES_PART),
    }


def _bodies(version: TaskVersion, role: str) -> list[str]:
    bodies = sorted(version.bodies.all(), key=lambda body: body.position)
    return [body.printed for body in bodies if body.role == role]
