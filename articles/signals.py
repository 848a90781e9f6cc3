"""What `articles` announces. Receivers run in the announcing transaction; an error undoes it."""

from django.dispatch import Signal

text_saved = Signal()
"""A text was read and its findings saved. Arguments: text (ArticleText), findings (Findings)."""

article_being_erased = Signal()
"""An article is about to be erased. Arguments: article. A receiver may raise `Refused`."""

what_erasing_leaves = Signal()
"""Somebody asks what of an article would stay if it were erased. Arguments: article.

A receiver returns sentences for the person who is about to erase it."""
