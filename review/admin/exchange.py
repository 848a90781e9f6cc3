"""The addresses of export and import, beside those of the queue."""

from django.urls import URLPattern, path

from articles.admin.generic import AnyAdmin
from review.views import exchange


class ExchangePages(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("export/<slug:form>/", wrap(exchange.export_tasks), name="review_export"),
            path("bring-in/", wrap(exchange.bring_in_file), name="review_bring_in"),
            *super().get_urls(),
        ]
