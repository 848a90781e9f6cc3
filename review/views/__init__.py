"""Screens of the review, inside the admin. They call queries and actions, and decide nothing."""
