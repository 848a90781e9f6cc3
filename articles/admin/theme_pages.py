"""The pages that belong to a theme: what a change would do, merging, splitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.admin.helpers import AdminErrorList, AdminForm
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.forms import Media
from django.forms.formsets import all_valid
from django.http import Http404, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.actions.theme_orders import merge_or_order, split_or_order
from articles.admin.generic import AnyAdmin, person
from articles.asked import number as asked_number
from articles.models import Rereading, Theme, ThemeOrder
from articles.queries.theme_merges import merges_into, outlook, under_way
from articles.queries.theme_preview import NEW, preview
from articles.queries.theme_record import brought_by, newest_having
from articles.queries.themes import search_themes, taken_words, with_counts
from articles.queries.vocabulary import Words
from articles.refusal import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST_FOUND = 20


class ThemePages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("<int:number>/merge/", wrap(self.merge_view), name="articles_theme_merge"),
            path("<int:number>/split/", wrap(self.split_view), name="articles_theme_split"),
            path("orders/<int:number>/", wrap(self.order_view), name="articles_theme_order"),
            *super().get_urls(),
        ]

    # -- The form, and what it would do ------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        theme = self.get_object(request, unquote(object_id)) if object_id else None
        if theme is not None and theme.merged_into_id is not None:
            told = _("“%(theme)s” was merged into this theme.") % {"theme": theme}
            self.message_user(request, told, messages.INFO)
            return redirect(self._address(theme.merged_into_id))
        if request.method == "POST" and "_preview" in request.POST:
            return self._preview(request, theme)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(  # noqa: PLR0913, PLR0917  (Django's own arguments)
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Theme | None = None,
    ) -> HttpResponse:
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        context |= {"can_change": may, "find_again": self._find_again(request)}
        if obj is not None:
            context |= {
                "brought": brought_by(obj),
                "newest": newest_having(obj),
                "merges": merges_into(obj),
                "order": under_way(obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words = {"name", "excludes"} & set(form.changed_data)
        if words or any(formset.has_changed() for formset in formsets):
            self._offer_finding(request)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refused as refusal:  # an article has just got it
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect(reverse("admin:articles_theme_changelist"))

    def _preview(self, request: HttpRequest, theme: Theme | None) -> HttpResponse:
        change = theme is not None
        if not (
            self.has_change_permission(request, theme)
            if change
            else self.has_add_permission(request)
        ):
            raise PermissionDenied
        form = self.get_form(request, theme, change=change)(request.POST, instance=theme)
        formsets, inlines = self._create_formsets(  # type: ignore[attr-defined]
            request, form.instance, change=change
        )
        shown: dict[str, Any] = {}
        if all([all_valid(formsets), form.is_valid()]):
            words = _typed(form, formsets)
            shown["taken"] = taken_words([words.name, *words.spellings], theme)
            if not shown["taken"]:
                shown["preview"] = preview(theme.pk if theme else NEW, words)
        context = {
            **self.admin_site.each_context(request),
            **shown,
            "previewed": True,
            "errors": AdminErrorList(form, formsets),
        }
        if request.headers.get("HX-Request"):
            return TemplateResponse(request, "admin/articles/theme/preview.html", context)
        standing = self.get_object(request, str(theme.pk)) if theme else None
        fieldsets: Any = self.get_fieldsets(request, theme)
        fields = AdminForm(form, fieldsets, {}, model_admin=self)
        context |= {
            "title": _("What would change"),
            "subtitle": str(standing or "") or None,
            "adminform": fields,
            "object_id": standing and standing.pk,
            "original": standing,
            "is_popup": False,
            "to_field": None,
            "media": self.media + fields.media,
            "inline_admin_formsets": self.get_inline_formsets(request, formsets, inlines, theme),
            "preserved_filters": self.get_preserved_filters(request),
        }
        return self.render_change_form(request, context, not change, change, "", standing)

    # -- Merging and splitting ---------------------------------------------------------------------

    def merge_view(self, request: HttpRequest, number: int) -> HttpResponse:
        theme = self._found(request, number)
        if not self.has_change_permission(request, theme):
            raise PermissionDenied
        if theme.merged_into_id is not None:
            return redirect(self._address(theme.merged_into_id))
        into = self._chosen(request, theme)
        if request.method == "POST" and into is not None:
            try:
                order = merge_or_order(person(request), theme, into)
            except Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
            else:
                if order is not None:
                    return redirect("admin:articles_theme_order", order.pk)
                told = _("“%(theme)s” is part of “%(into)s” now.") % {"theme": theme, "into": into}
                self.message_user(request, told, messages.SUCCESS)
                self._offer_finding(request)
                return redirect(self._address(into.pk))
        words = request.GET.get("q", "").strip()
        others = Theme.objects.standing().exclude(pk=theme.pk)
        near = Q(pk=theme.parent_id) | Q(parent=theme.parent_id, parent__isnull=False)
        found = search_themes(others, words) if words else others.filter(near)
        rows = list(with_counts(found).order_by("sort_key")[: MOST_FOUND + 1])
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Merge into another theme"),
            "original": theme,
            "into": into,
            "outlook": outlook(theme, into) if into else None,
            "words": words,
            "found": rows[:MOST_FOUND],
            "has_more": len(rows) > MOST_FOUND,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/theme/merge.html", context)

    def _chosen(self, request: HttpRequest, theme: Theme) -> Theme | None:
        sent = request.POST if request.method == "POST" else request.GET
        if "into" not in sent:
            if request.method == "POST":
                self.message_user(request, _("Choose a theme."), messages.ERROR)
            return None
        number = asked_number(sent["into"]) or 0
        into = Theme.objects.standing().exclude(pk=theme.pk).filter(pk=number).first()
        if into is None:
            self.message_user(request, _("Choose another theme that stands."), messages.ERROR)
        return into

    def split_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        theme = self._found(request, number)
        try:
            order = split_or_order(person(request), theme)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect(self._address(theme.standing.pk))
        if order is not None:
            return redirect("admin:articles_theme_order", order.pk)
        told = _("“%(theme)s” stands for itself again.") % {"theme": theme}
        self.message_user(request, told, messages.SUCCESS)
        self._offer_finding(request)
        return redirect(self._address(theme.pk))

    def order_view(self, request: HttpRequest, number: int) -> HttpResponse:
        """Show how a merge or a split goes that a worker does; to htmx, only what changes."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        orders = ThemeOrder.objects.select_related("theme", "into", "ordered_by")
        order = orders.filter(pk=number).first()
        if order is None:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Merging themes") if order.into else _("Splitting a theme off"),
            "original": order.into or order.theme,
            "order": order,
            "find_again": self._find_again(request),
            "media": self.media + Media(css={"all": ["articles/imports.css"]}),
        }
        name = "order_live" if request.headers.get("HX-Request") else "order"
        return TemplateResponse(request, f"admin/articles/theme/{name}.html", context)

    # -- Helpers -----------------------------------------------------------------------------------

    def _offer_finding(self, request: HttpRequest) -> None:
        """The words count for what comes in from now on; what is there has to be gone through."""
        address = self._find_again(request)
        if address:
            told = format_html(
                '{} <a href="{}">{}</a>',
                _("Articles that are here already keep what was found in them."),
                address,
                _("Find the themes again in all articles"),
            )
            self.message_user(request, told, messages.INFO)

    def _find_again(self, request: HttpRequest) -> str:
        if not request.user.has_perm("articles.add_rereading"):
            return ""
        return f"{reverse('admin:articles_rereading_add')}?scope={Rereading.Scope.THEMES}"

    def _found(self, request: HttpRequest, number: int) -> Theme:
        theme: Theme | None = self.get_object(request, str(number))
        if theme is None:
            raise Http404
        return theme

    def _address(self, number: int) -> str:
        return reverse("admin:articles_theme_change", args=[number])


def _typed(form: Any, formsets: Any) -> Words:
    """Give the words that saving the form would leave. A name that was changed stays a spelling."""
    rows = [row for formset in formsets for row in formset if row not in formset.deleted_forms]
    spellings = [row.cleaned_data["text"] for row in rows if row.cleaned_data.get("text")]
    former = form.initial.get("name")
    name = form.cleaned_data["name"]
    return Words(name, [*([former] if former else []), *spellings], form.cleaned_data["excludes"])
