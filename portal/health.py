"""Whether this process can do its work, for load balancers and container health checks."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from portal.doctor import READY, Verdict, examine


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database: no answer\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(_request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served: the database is there, and its tables are of today.

    Anybody may ask, so it names what fails and says no more; `manage.py doctor` does.
    """
    checkups = list(examine(READY))
    lines = "".join(f"{checkup.name}: {checkup.verdict}\n" for checkup in checkups)
    fails = any(checkup.verdict is Verdict.FAILING for checkup in checkups)
    return HttpResponse(lines, status=503 if fails else 200, content_type="text/plain")
