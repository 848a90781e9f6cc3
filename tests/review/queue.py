"""What tests of the queue share."""

import re

from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse

from portal.people.models import User
from review.models import Claim, ExtractedTask, QueueRow
from tests.review.screens import body

QUEUE = "admin:review_extractedtask_changelist"


def shown(client: Client, **asked: str) -> list[int]:
    """The tasks that the queue page shows, in their order."""
    page = body(client.get(reverse(QUEUE), asked))
    return [int(row) for row in re.findall(r"articles/\d+/\?task=(\d+)#", page)]


def row_of(task: ExtractedTask) -> QueueRow:
    return QueueRow.objects.get(pk=task.pk)


def run_out(person: User) -> None:
    """As if this person had gone home a while ago."""
    Claim.objects.filter(person=person).update(leased_until=Now())
