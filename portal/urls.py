from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from articles.views import imports as api
from portal import exports, feeds, views
from portal.health import healthz, readyz
from portal.metrics import metrics

FORMS, TAKEN = "|".join(feeds.FORMS), "|".join(exports.FORMS)

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path("api/imports", api.imports, name="api_imports"),
    path("api/imports/<int:import_number>", api.one_import, name="api_import"),
    *i18n_patterns(path("api/v1/", include("portal.api.urls")), prefix_default_language=False),
    re_path(r"^api(?:/|$)", api.nothing),
    path("robots.txt", views.robots, name="robots"),
    re_path(rf"^an-ban\.(?P<form>{FORMS})$", views.feed, name="feed"),
    re_path(
        rf"^chu-de/(?P<slug>[^/\x00]+)/moi\.(?P<form>{FORMS})$",
        views.theme_feed,
        name="theme_feed",
    ),
    re_path(r"^hinh/(?P<key>[0-9a-f]{64})/(?P<width>\d{1,5})\.jpg$", views.picture, name="picture"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", views.sitemap, name="sitemap_section"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", views.home, name="home"),
        path("danh-muc/", views.lists, name="lists"),
        path("danh-muc/<slug:slug>/", views.newest_edition, name="list"),
        path("danh-muc/<slug:slug>/an-ban/<int:number>/", views.edition, name="edition"),
        re_path(
            rf"^danh-muc/(?P<slug>[-\w]+)/an-ban/(?P<number>\d{{1,9}})\.(?P<form>{TAKEN})$",
            views.export,
            name="export",
        ),
        path(
            "danh-muc/<slug:slug>/an-ban/<int:number>/so-voi/<int:other>/",
            views.compared,
            name="compared",
        ),
        path("xem-truoc/<str:token>/", views.shared_preview, name="shared_preview"),
        path(
            "xem-truoc/<str:token>/hinh/<int:width>.jpg",
            views.shared_picture,
            name="shared_picture",
        ),
        path("chu-de/", views.themes, name="themes"),
        re_path(r"^chu-de/(?P<slug>[^/\x00]+)/$", views.theme, name="theme"),
        path("van-ban/", views.documents, name="documents"),
        path("van-ban/<slug:slug>/", views.document, name="document"),
        path("bai-viet/<int:number>/", views.article, name="article"),
        path("tim-kiem/", views.search, name="search"),
        path("tim-kiem/goi-y/", views.suggest, name="suggest"),
        path("gioi-thieu/", views.about, name="about"),
        prefix_default_language=False,
    ),
]
