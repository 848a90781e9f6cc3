"""Who has an article before them, and whose work its tasks are."""

from typing import Any

from django import template

from articles.models import Article
from review.queries.assigning import assignments_in
from review.queries.claims import holder_of
from review.views.bulk import AssignForm

register = template.Library()


@register.inclusion_tag("review/team.html", takes_context=True)
def team(context: dict[str, Any], article: Article) -> dict[str, Any]:
    """Show who holds the article, and let one let go of it and assign its tasks."""
    who = context["request"].user
    may_assign = who.has_perm("review.assign_extractedtask")
    return {
        "article": article,
        "person": who,
        "holder": holder_of(article.pk),
        "assignments": assignments_in(article.pk),
        "form": AssignForm(auto_id="assign-%s") if may_assign else None,
        "csrf_token": context.get("csrf_token"),
    }
