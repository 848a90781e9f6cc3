"""What people say to each other, as pages show it."""

from urllib.parse import quote

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString

from review.mentions import Piece, pieces
from review.models import Comment
from review.queries.notices import unread_count
from review.views.page import page_address

register = template.Library()

MOST_OF_A_FRAGMENT = 200


@register.simple_tag(takes_context=True)
def unread_notices(context: Context) -> int:
    return unread_count(context["user"])


@register.filter
def with_names(comment: Comment) -> SafeString:
    """Show the words, escaped, with those whom they name set off."""
    people = {person.get_username(): person for person in comment.mentioned.all()}

    def shown(piece: Piece) -> SafeString | str:
        if not piece.name:
            return piece.text
        return format_html(
            '<strong class="comment-name" title="{}">{}</strong>', people[piece.name], piece.text
        )

    inner = format_html_join("", "{}", ((shown(piece),) for piece in pieces(comment.words, people)))
    return SafeString(linebreaks(inner))


@register.filter
def words_address(comment: Comment) -> str:
    """Lead to the words that the comment is about: those of the task, or some of the article's.

    Browsers that do not know text fragments stay at the words of the task.
    """
    page = page_address(comment.task.article_id, comment.task_id).partition("#")[0]
    words = f"{page}#words-{comment.task_id}"
    if not comment.about:
        return words
    return f"{words}:~:text={quote(comment.about[:MOST_OF_A_FRAGMENT], safe='')}"
