"""What programmes ask for: feeds, and maps of all there is to read."""

from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from portal.feeds import EditionFeed, ThemeFeed
from portal.sitemaps import SITEMAPS
from portal.views.serving import public


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
