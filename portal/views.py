"""The public pages. They show what was published, and nothing else."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.sitemaps import views as sitemaps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import conditional_page, require_safe

from portal import exports
from portal.comparing import compare
from portal.exports.taken import Taken
from portal.feeds import EditionFeed, ThemeFeed
from portal.models import Edition
from portal.paging import newest_first
from portal.queries import editions as published
from portal.queries.proofs import proof_of
from portal.sharing import shared
from portal.sitemaps import SITEMAPS

A_MINUTE = 60
ON_THE_FRONT_PAGE = 7
SHOWN_OF_AN_EDITION = 4

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Safe methods only; a validator, and a minute in caches."""
    return wraps(view)(
        require_safe(conditional_page(cache_control(public=True, max_age=A_MINUTE)(view)))
    )


@public
def home(request: HttpRequest) -> HttpResponse:
    editions = list(published.standing_editions()[:ON_THE_FRONT_PAGE])
    return render(
        request,
        "portal/home.html",
        {
            "newest": editions[0] if editions else None,
            "others": editions[1:],
            "first_entries": published.first_entries(editions, most=SHOWN_OF_AN_EDITION),
            "themes": published.themes_of(editions),
        },
    )


@public
def lists(request: HttpRequest) -> HttpResponse:
    page = newest_first(published.standing_editions(), request)
    return render(request, "portal/lists.html", {"page": page, "section": "lists"})


@public
def newest_edition(request: HttpRequest, slug: str) -> HttpResponse:
    edition = published.newest_edition(slug)
    if edition is None:
        return _withdrawn(request, published.editions_of(slug).first())
    return _edition(request, edition)


@public
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Return the lasting address of one edition."""
    found = get_object_or_404(
        Edition.objects.select_related("withdrawal"), slug=slug, number=number
    )
    if hasattr(found, "withdrawal"):
        return _withdrawn(request, found)
    return _edition(request, found)


@public
def export(request: HttpRequest, slug: str, number: str, form: str) -> HttpResponse:
    """Give an edition to take away, as a table or as a document."""
    found = get_object_or_404(
        Edition.objects.select_related("withdrawal"), slug=slug, number=int(number)
    )
    if hasattr(found, "withdrawal"):
        return _withdrawn(request, found)
    address = request.build_absolute_uri(reverse("edition", args=[slug, found.number]))
    taken = Taken(found, published.printed_entries(found), address)
    _name, media_type, write = exports.FORMS[form]
    name = f'attachment; filename="{slug}-{found.number}.{form}"'
    return HttpResponse(
        b"".join(write(taken)), content_type=media_type, headers={"Content-Disposition": name}
    )


@public
def compared(request: HttpRequest, slug: str, number: int, other: int) -> HttpResponse:
    """Show what changed from one edition to a later one."""
    if number < other:
        return redirect("compared", slug, other, number, permanent=True)
    both = Edition.objects.filter(slug=slug, number__in={number, other})
    found = list(both.select_related("withdrawal").order_by("number"))
    if len(found) != 2:  # noqa: PLR2004
        raise Http404
    old, new = found
    for each in found:
        if hasattr(each, "withdrawal"):
            return _withdrawn(request, each)
    before, after = map(published.printed_entries, found)
    comparison = compare(old, before, new, after)
    context = {"old": old, "new": new, "comparison": comparison}
    return render(request, "portal/compared.html", context)


@require_safe
@never_cache
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show a list in the making to whoever was given a link that still holds."""
    found = shared(token)
    if found is None:
        return render(request, "portal/not_shared.html", status=HTTPStatus.GONE)
    proof = proof_of(found.curated_list)
    context = {"edition": proof.edition, "entries": proof.entries, "until": found.until}
    return render(request, "portal/shared.html", context)


@public
def themes(request: HttpRequest) -> HttpResponse:
    context = {"themes": published.published_themes(), "section": "themes"}
    return render(request, "portal/themes.html", context)


@public
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    found = published.published_theme(slug)
    if found is None:
        raise Http404
    if found.slug != slug:
        return redirect("theme", found.slug)  # not for ever: a merge may be undone
    page = newest_first(published.entries_on(found), request)
    context = {
        "name": found.name,
        "slug": found.slug,
        "page": page,
        "entries": published.with_themes(page.rows),
    }
    return render(request, "portal/theme.html", context)


@public
def article(request: HttpRequest, number: int) -> HttpResponse:
    found = published.published_article(number)
    if found is None:
        return _withdrawn(request, published.withdrawn_edition_with(number))
    return render(request, "portal/article.html", {"article": found})


@public
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {"section": "about"})


@public
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /en/admin/"]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public
def feed(request: HttpRequest, form: str) -> HttpResponse:
    return EditionFeed(form)(request)


@public
def theme_feed(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    return ThemeFeed(form)(request, slug=slug)


@public
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return sitemaps.index(request, SITEMAPS, sitemap_url_name="sitemap_section")


@public
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    return sitemaps.sitemap(request, SITEMAPS, section)


def _edition(request: HttpRequest, shown: Edition) -> HttpResponse:
    context = edition_context(shown) | {"entries": published.printed_entries(shown)}
    return render(request, "portal/edition.html", context)


def edition_context(shown: Edition) -> dict[str, Any]:
    history = list(published.editions_of(shown.slug))
    still = {other.number: other for other in history if not hasattr(other, "withdrawal")}
    standing = next(iter(still.values()), None)
    is_standing = shown.number in still
    return {
        "edition": shown,
        "history": history,
        "standing": standing,
        "newer": standing if standing and standing.number > shown.number else None,
        "forms": {form: exports.FORMS[form].name for form in exports.FORMS},
        "comparable": still.keys() - {shown.number} if is_standing else (),
    }


def _withdrawn(request: HttpRequest, withdrawn: Edition | None) -> HttpResponse:
    if withdrawn is None:
        raise Http404
    context = edition_context(withdrawn)
    return render(request, "portal/withdrawn.html", context, status=HTTPStatus.GONE)
