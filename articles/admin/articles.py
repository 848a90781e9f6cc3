"""Articles at the desk: the list, and the form of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles.actions.articles import correct_article
from articles.actions.themes import tag_articles, untag_articles
from articles.admin.article_form import ArticleForm
from articles.admin.article_pages import ArticlePages
from articles.admin.bulk import BulkActions
from articles.admin.fields import PublisherWidget, ThemesField
from articles.admin.filters import ArticleFilter, StateFilter
from articles.admin.generic import person
from articles.admin.likeness_pages import LikenessPages
from articles.admin.paging import CappedPaginator
from articles.admin.paragraph_pages import ParagraphPages
from articles.admin.refusals import RefusalsAsErrors
from articles.models import Article, ArticleTheme, Theme
from articles.queries.addresses import addresses_of
from articles.queries.articles import search

MOST_THEMES_SHOWN = 5


@admin.register(Article)
class ArticleAdmin(LikenessPages, ArticlePages, ParagraphPages, BulkActions, RefusalsAsErrors):
    form = ArticleForm
    list_display = ["title", "publisher", "published_on", "themes_shown", "state", "created_at"]
    list_filter = [ArticleFilter, ("state", StateFilter)]
    list_select_related = ["publisher"]
    sortable_by = ["published_on", "created_at"]
    search_fields = ["title"]  # shows the search box; `get_search_results` looks further
    search_help_text = _(
        "Words of the title or the text, with or without marks; or a number, as in 09-NQ/TU."
    )
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["add_themes", "remove_themes", "take_down"]
    autocomplete_fields = ["publisher"]
    fieldsets = [
        (None, {"fields": ["title", "published_on", "author", "publisher", "themes"]}),
        (
            _("Where it comes from"),
            {"fields": ["source", "imported", "corrected_shown"], "classes": ["collapse"]},
        ),
    ]
    readonly_fields = ["source", "imported", "corrected_shown"]
    change_form_template = "admin/articles/article/change_form.html"
    change_list_template = "admin/articles/article/change_list.html"

    class Media:
        css = {"all": ["articles/marking.css", "articles/article.css", "articles/likeness.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        themes = ArticleTheme.objects.select_related("tag").order_by("tag__sort_key")
        articles: QuerySet[Article] = super().get_queryset(request)
        return articles.defer("search").prefetch_related(Prefetch("article_themes", themes))

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        return search(queryset, search_term), False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False  # articles come by imports

    def has_delete_permission(self, _request: HttpRequest, _obj: Article | None = None) -> bool:
        return False  # they are taken down, or erased

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **options: Any
    ) -> forms.Field | None:
        if db_field.name == "publisher":
            options["widget"] = PublisherWidget(db_field, self.admin_site)
        if db_field.name != "themes":
            return super().formfield_for_dbfield(db_field, request, **options)
        themes = self.admin_site._registry[Theme]  # noqa: SLF001  (Django has no other way)
        can_add = themes.has_add_permission(request)
        return ThemesField(self.admin_site, can_add=can_add, required=False)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, _change: bool) -> None:
        correct_article(person(request), obj, seen=form.seen, **form.corrections)
        obj.refresh_from_db(fields=Article.Field.values)  # what is told of it is not the old page's

    def save_related(self, request: HttpRequest, form: Any, _formsets: Any, _change: bool) -> None:
        if form.themes_added:
            tag_articles(person(request), [form.instance], form.themes_added)
        if form.themes_removed:
            untag_articles(person(request), [form.instance], form.themes_removed)

    @admin.display(description=_("themes"))
    def themes_shown(self, article: Article) -> SafeString:
        names = [row.tag.name for row in article.article_themes.all()]
        shown = names[:MOST_THEMES_SHOWN]
        if len(names) > len(shown):
            shown.append(f"+{len(names) - len(shown)}")
        items = format_html_join("", "<li>{}</li>", ((name,) for name in shown))
        return format_html('<ul class="themes">{}</ul>', items)

    @admin.display(description=_("address"))
    def source(self, article: Article) -> SafeString | str:
        """Where its page says that it is, and what else leads to it."""
        links = format_html_join(
            "",
            '<li><a href="{0}" rel="noreferrer noopener" target="_blank">{0}</a></li>',
            ((address,) for address in addresses_of(article)),
        )
        if not links:
            return self.get_empty_value_display()
        return format_html('<ul class="addresses">{}</ul>', links)

    @admin.display(description=_("imported"))
    def imported(self, article: Article) -> str:
        when = date_format(localtime(article.created_at), "DATETIME_FORMAT")
        return f"{when} · {article.created_by}" if article.created_by else when

    @admin.display(description=_("corrected by people"))
    def corrected_shown(self, article: Article) -> str:
        labels = [str(Article.Field(name).label) for name in article.corrected]
        return ", ".join(labels) or self.get_empty_value_display()
