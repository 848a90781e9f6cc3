"""The pages that belong to official documents: doubtful joins, merging, splitting, taking out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.actions.joining import decide_otherwise, join_citation, refuse_joins, take_out
from articles.actions.merging import keep_apart, merge_documents, split_document
from articles.admin.generic import AnyAdmin, person
from articles.admin.refusals import told
from articles.asked import number
from articles.models import OfficialDocument
from articles.queries.documents import described, in_context, search_documents, with_counts
from articles.queries.doubts import (
    doubtful_citation,
    doubtful_citations,
    doubtful_documents,
    doubts_counted,
    with_offers,
)
from articles.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

DOUBTS_ON_A_PAGE = 10
MOST_FOUND = 20


class DocumentPages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages: dict[str, Callable[..., HttpResponse]] = {
            "merge": self.merge_view,
            "split": self.split_view,
            "take_out": self.take_out_view,
        }
        return [
            path("doubtful/", wrap(self.doubtful_view), name="articles_officialdocument_doubtful"),
            *(
                path(
                    f"<int:document_id>/{name.replace('_', '-')}/",
                    wrap(view),
                    name=f"articles_officialdocument_{name}",
                )
                for name, view in pages.items()
            ),
            path(
                "decisions/<int:decision_id>/otherwise/",
                wrap(self.otherwise_view),
                name="articles_officialdocument_otherwise",
            ),
            *super().get_urls(),
        ]

    def doubtful_view(self, request: HttpRequest) -> HttpResponse:
        """Ask which document some words mean, or whether two documents are one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._act(request, lambda: self._answered(request))
            return redirect(request.get_full_path())
        of_documents = request.GET.get("of") == "documents"
        before, only = number(request.GET.get("before")), number(request.GET.get("citation"))
        rows = doubtful_documents() if of_documents else doubtful_citations()
        chosen = rows.filter(pk__lt=before) if before else rows
        if only and not of_documents:
            chosen = doubtful_citation(only)
        if not of_documents:
            chosen = in_context(chosen.select_related("text__article__publisher"))
        asked = list(with_offers(chosen)[: DOUBTS_ON_A_PAGE + 1])
        shown = asked[:DOUBTS_ON_A_PAGE]
        numbers = {each for row in shown for each in row.offered}
        documents = described(numbers | ({row.pk for row in shown} if of_documents else set()))
        return self._page(
            request,
            "doubtful",
            title=_("Doubtful joins"),
            of_documents=of_documents,
            doubts=[
                (documents[row.pk] if of_documents else row, [documents[n] for n in row.offered])
                for row in shown
            ],
            older=shown[-1].pk if len(asked) > len(shown) else None,
            before=before,
            counts=doubts_counted(),
            can_decide=self.has_change_permission(request),
        )

    def merge_view(self, request: HttpRequest, document_id: int) -> HttpResponse:
        document = self._found(request, document_id)
        if not self.has_change_permission(request):
            raise PermissionDenied
        if document.same_as_id is not None:
            return redirect(_address(document))
        words, into = request.GET.get("q", "").strip(), number(request.POST.get("into"))
        if request.method == "POST" and into is None:
            messages.error(request, _("Choose a document."))
        elif into is not None:
            other = self._found(request, into)
            if self._act(request, lambda: self._merged(request, document, other)):
                return redirect(_address(other))
        others = OfficialDocument.objects.filter(same_as=None).exclude(pk=document.pk)
        wanted = (
            search_documents(others, words)
            if words
            else others.filter(series=document.series, figures=document.figures).exclude(figures="")
        )
        found = list(with_counts(wanted).order_by("kind", "number", "pk")[: MOST_FOUND + 1])
        return self._page(
            request,
            "merge",
            title=_("Merge with another document"),
            original=document,
            words=words,
            found=found[:MOST_FOUND],
            has_more=len(found) > MOST_FOUND,
        )

    def split_view(self, request: HttpRequest, document_id: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        document = self._found(request, document_id)

        def split() -> str:
            split_document(person(request), document)
            return _("“%(document)s” stands for itself again.") % {"document": _told(document)}

        self._act(request, split)
        return redirect(_address(document))

    def take_out_view(self, request: HttpRequest, document_id: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        document, own = self._found(request, document_id), []
        chosen = [each for each in map(number, request.POST.getlist("citation")) if each]

        def taken_out() -> str:
            own.append(take_out(person(request), document, chosen))
            return _("The citations have a document of their own now: this one.")

        if not chosen:
            messages.error(request, _("Choose at least one citation."))
        else:
            self._act(request, taken_out)
        return redirect(_address(own[0] if own else document))

    def otherwise_view(self, request: HttpRequest, decision_id: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        back = number(request.POST.get("back"))

        def decide() -> str:
            decision = decide_otherwise(person(request), decision_id)
            if decision.means_it:
                return _("“%(words)s” means this document again.") % {"words": decision.words}
            return _("“%(words)s” does not mean this document any more.") % {
                "words": decision.words
            }

        self._act(request, decide)
        return redirect(
            _address(self._found(request, back))
            if back
            else reverse("admin:articles_officialdocument_changelist")
        )

    def _answered(self, request: HttpRequest) -> str:
        """Do what the button says: join or refuse a citation, merge two documents or do not."""
        said, editor = request.POST, person(request)
        offered = [each for each in map(number, said.getlist("offered")) if each]
        chosen, citation = number(said.get("means")), number(said.get("citation"))
        if citation and chosen:
            join_citation(editor, citation, chosen)
            joined = _told(self._found(request, chosen))
            return _("Joined with “%(document)s”.") % {"document": joined}
        if citation:
            refuse_joins(editor, citation, offered)
            return _("Noted: it means none of these. You will not be asked again.")
        document = self._found(request, number(said.get("document")) or 0)
        if chosen:
            return self._merged(request, document, self._found(request, chosen))
        if not offered:
            raise Refused(_("Choose a document."))
        for other in offered:
            keep_apart(editor, document, self._found(request, other))
        return _("Noted: they are different documents. You will not be asked again.")

    def _merged(
        self, request: HttpRequest, document: OfficialDocument, into: OfficialDocument
    ) -> str:
        merge_documents(person(request), document, into)
        return _("“%(document)s” is now the same as “%(into)s”.") % {
            "document": _told(document),
            "into": _told(into),
        }

    def _act(self, request: HttpRequest, act: Callable[[], str]) -> bool:
        """Do it and tell what was done, or why not."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return told(request, act)

    def _found(self, request: HttpRequest, document_id: int) -> OfficialDocument:
        if not self.has_view_permission(request):
            raise PermissionDenied
        document = OfficialDocument.objects.filter(pk=document_id).select_related("same_as").first()
        if document is None:
            raise Http404
        return document

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/articles/officialdocument/{name}.html", context)


def _told(document: OfficialDocument) -> str:
    """Name a document so that it is told from others of the same number."""
    day = (
        date_format(document.issued_on, "SHORT_DATE_FORMAT")
        if document.issued_on
        else document.period
    )
    more = ", ".join(filter(None, [document.issuer, day]))
    return f"{document} ({more})" if more else str(document)


def _address(document: OfficialDocument) -> str:
    return reverse("admin:articles_officialdocument_change", args=[document.pk])
