"""The addresses of what people say to each other and are told. There is no list to change."""

from django.contrib import admin

from review.admin.pages import OnlyPages
from review.models import Comment, Notice
from review.views import comments, notices


@admin.register(Comment)
class CommentAdmin(OnlyPages):
    pages = {
        "review_comment": ("<int:task_id>/", comments.add_comment),
        "review_people": ("people/", comments.people_offered),
    }


@admin.register(Notice)
class NoticeAdmin(OnlyPages):
    pages = {
        "review_notices": ("", notices.show_notices),
        "review_notices_read": ("read/", notices.read_notices),
        "review_notices_mail": ("mail/", notices.choose_mail_of_notices),
    }
