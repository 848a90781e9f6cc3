"""Every write of the review: a function for each verb.

Each checks the permission, locks the task, refuses in words what the guards of the database would
refuse anyway, writes, and works out the task's state anew.
"""
