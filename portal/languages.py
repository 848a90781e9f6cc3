"""The language of a page is said by its address, and by nothing else."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class LanguageOfTheAddress(LocaleMiddleware):
    """Django's own says of Vietnamese pages that they hang on the browser's languages.

    They do not, and caches would keep one copy for each way to name languages.
    """

    def process_response(
        self, _request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
