"""What `articles` announces. Receivers run in the announcing transaction; an error undoes it."""

from django.dispatch import Signal

text_saved = Signal()
"""A text and its findings were saved; it is the article's current text now.

Arguments: text (ArticleText), findings (Findings), previous (ArticleText or None): None for a first
text, the text itself where only its findings are new, else the text that was current until now.
A receiver may return `articles.changes.Change` rows: what this meant for what it keeps."""

article_being_erased = Signal()
"""An article is about to be erased. Arguments: article. A receiver may raise `Refused`."""

what_erasing_leaves = Signal()
"""Somebody asks what of an article would stay if it were erased. Arguments: article.

A receiver returns sentences for the person who is about to erase it."""

article_stepping_aside = Signal()
"""Somebody asks what speaks against it that an article steps aside for another that says the same.

Arguments: article, holding (bool): True where it is about to, so that what a receiver looks at must
stay as it is until the transaction ends. A receiver returns sentences for that person."""

text_permission_changed = Signal()
"""A publisher allows whole texts to be shown from now on, or does so no more.

Arguments: publisher."""
