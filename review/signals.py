"""What `review` announces. Receivers run in the announcing transaction; an error undoes it."""

from django.dispatch import Signal

decision_being_withdrawn = Signal()
"""A decision is about to be taken back. Arguments: decision. Its task is locked by then.

A receiver may raise `Refused`."""
