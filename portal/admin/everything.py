"""One search over all that is at the desk."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.queries import everything
from portal.searching.asking import LONGEST, read


def search_everything(request: HttpRequest) -> HttpResponse:
    """Show the best few of each kind that the person may look at."""
    typed = request.GET.get("q", "")
    asked = read(typed[:LONGEST])
    kinds = [
        ("articles.view_article", pgettext("of search results", "Articles"), everything.articles),
        ("review.view_extractedtask", _("Tasks"), everything.tasks),
        ("articles.view_officialdocument", _("Official documents"), everything.documents),
        ("portal.view_curatedlist", _("Lists"), everything.lists),
    ]
    sections = [
        (name, find(asked))
        for permission, name, find in kinds
        if asked.terms and request.user.has_perm(permission)
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("Search the desk"),
        "typed": asked.text,
        "asked": asked,
        "is_too_long": len(typed) > LONGEST,
        "most": LONGEST,
        "sections": [(name, section) for name, section in sections if section.rows],
    }
    return render(request, "admin/portal/everything.html", context)
