"""Roles are groups with permissions, filled after every migration."""

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext_noop as _

EDITORS = _("Editors")
REVIEWERS = _("Reviewers")
LEADS = _("Leads")
MANAGING_EDITORS = _("Managing editors")

READING = {
    "articles.view_article",
    "articles.view_importjob",
    "articles.view_officialdocument",
    "articles.view_publisher",
    "articles.view_rereading",
    "articles.view_theme",
    "articles.view_watchedsource",
    "review.add_comment",
    "review.view_extractedtask",
    "review.view_organisation",
    "portal.view_curatedlist",
    "portal.view_edition",
}
EDITING = READING | {
    "articles.add_apitoken",
    "articles.view_apitoken",
    "articles.add_importjob",
    "articles.add_rereading",
    "articles.change_article",
    "articles.take_down_article",
    "articles.add_publisher",
    "articles.change_publisher",
    "articles.add_theme",
    "articles.change_theme",
    "articles.change_officialdocument",
    "articles.add_watchedsource",
    "articles.change_watchedsource",
}
REVIEWING = READING | {
    "review.decide_extractedtask",
    "review.sign_off_article",
    "review.add_organisation",
    "review.change_organisation",
}
LEADING = REVIEWING | {
    "review.assign_extractedtask",
    "review.bring_in_extractedtask",
    "review.settle_extractedtask",
}
PUBLISHING = READING | {
    "articles.erase_article",
    "articles.take_down_article",
    "portal.add_curatedlist",
    "portal.change_curatedlist",
    "portal.delete_curatedlist",
    "portal.submit_curatedlist",
    "portal.publish_curatedlist",
    "portal.correct_edition",
    "portal.withdraw_edition",
}

ROLES: dict[str, set[str]] = {
    EDITORS: EDITING,
    REVIEWERS: REVIEWING,
    LEADS: LEADING,
    MANAGING_EDITORS: PUBLISHING,
}


def fill_groups(using: str = DEFAULT_DB_ALIAS, **_kwargs: Any) -> None:
    """Give each role exactly its permissions.

    Runs after every app's migration, so it works on what exists by then;
    the last app to be migrated completes the set.
    """
    from django.contrib.auth.models import Group, Permission

    if not apps.is_installed("django.contrib.auth"):
        return
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for role, names in ROLES.items():
        group, _created = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(known[name] for name in names if name in known)
