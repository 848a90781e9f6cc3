from django.urls import path, re_path

from portal.api.openapi import OPERATIONS
from portal.api.operations import Operation, endpoint
from portal.api.pages import nothing, openapi, page

app_name = "api"


def _pattern(operation: Operation) -> str:
    parts = operation.path.strip("/")
    for parameter in operation.in_path:
        parts = parts.replace(f"{{{parameter.name}}}", rf"(?P<{parameter.name}>[^/]+)")
    return rf"^{parts}\Z"


urlpatterns = [
    path("", page, name="page"),
    path("openapi.json", endpoint(openapi), name="openapi"),
    *(re_path(_pattern(each), endpoint(each.view), name=each.name) for each in OPERATIONS),
    re_path("", endpoint(nothing)),
]
