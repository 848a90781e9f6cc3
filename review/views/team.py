"""Who has an article, and whose work its tasks are: small acts from its page."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.admin.generic import person
from articles.models import Article
from articles.refusal import NotAllowed, Refused
from review.actions.assigning import assign_article
from review.actions.claiming import let_go, renew
from review.views.bulk import AssignForm
from review.views.page import page_address


@require_POST
def keep(request: HttpRequest, article_id: int) -> HttpResponse:
    """Renew the claim, and tell whether the article is theirs now."""
    article = get_object_or_404(Article, pk=article_id)
    try:
        is_mine = renew(person(request), article.pk)
    except NotAllowed:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    return JsonResponse({"is_mine": is_mine})


@require_POST
def leave(request: HttpRequest, article_id: int) -> HttpResponse:
    """Let go of the article, and go back to the queue."""
    try:
        let_go(person(request), get_object_or_404(Article, pk=article_id).pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(page_address(article_id))
    messages.success(request, _("You have let go of the article."))
    return HttpResponseRedirect(reverse("admin:review_extractedtask_changelist"))


@require_POST
def assign(request: HttpRequest, article_id: int) -> HttpResponse:
    """Assign all undecided tasks of an article."""
    article = get_object_or_404(Article, pk=article_id)
    form = AssignForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a person or a role, and a day."))
        return HttpResponseRedirect(page_address(article_id))
    try:
        due_on = form.cleaned_data["due_on"]
        number = assign_article(person(request), article.pk, form.meant(), due_on)
        done = ngettext("%(number)s task assigned.", "%(number)s tasks assigned.", number)
        messages.success(request, done % {"number": number})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(page_address(article_id))
