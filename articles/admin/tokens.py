"""Access tokens at the desk: making one, which is shown this once, and revoking it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.tokens import make_token, revoke_token
from articles.admin.generic import AnyAdmin, person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import told
from articles.models import ApiToken
from articles.queries.tokens import is_usable, tokens_shown_to
from articles.refusal import Refused


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=ApiToken._meta.get_field("name").help_text,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )


@admin.register(ApiToken)
class ApiTokenAdmin(AnyAdmin):
    list_display = ["name", "state", "person", "begins", "created_at", "last_used_at"]
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ["articles/tokens.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.revoke_view)
        name = "articles_apitoken_revoke"
        return [path("<int:number>/revoke/", view, name=name), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ApiToken]:
        return tokens_shown_to(person(request)).order_by("-pk")

    def has_change_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    @admin.display(description=gettext_lazy("begins with"))
    def begins(self, token: ApiToken) -> str:
        return f"{token.beginning}…"

    @admin.display(description=gettext_lazy("state"))
    def state(self, token: ApiToken) -> str:
        if token.revoked_at is not None:
            return _("revoked")
        return _("in use") if token.person.is_active else _("of no use: the account is closed")

    def add_view(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Ask for a name; then show the token in the answer itself, since it is kept nowhere."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TokenForm(request.POST or None)
        if form.is_valid():
            try:
                token, secret = make_token(person(request), form.cleaned_data["name"])
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                title = _("The token “%(name)s” is made") % {"name": token.name}
                return self._page(request, "made", title=title, original=token, secret=secret)
        return self._page(request, "make", title=_("Make an access token"), form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, *_args: Any, **_kwargs: Any
    ) -> HttpResponse:
        token = self.get_object(request, object_id)
        if token is None:
            raise Http404
        if not self.has_view_permission(request, token):
            raise PermissionDenied
        return self._page(
            request,
            "token",
            title=token.name,
            original=token,
            state=self.state(token),
            is_usable=is_usable(token),
        )

    def revoke_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        token = self.get_object(request, str(number))
        if token is None:
            raise Http404

        def revoke() -> str:
            revoke_token(person(request), token)
            return _("The token was revoked.")

        told(request, revoke)
        return redirect(reverse("admin:articles_apitoken_change", args=[number]))

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "media": self.media,
            "has_add_permission": self.has_add_permission(request),
            "imports": request.build_absolute_uri(reverse("api_imports")),
        }
        return TemplateResponse(request, f"admin/articles/apitoken/{name}.html", context)
