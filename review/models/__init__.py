"""What people do about what was found: tasks, their wordings, and verdicts on them."""

from review.models.assigning import Assignment
from review.models.claims import Claim
from review.models.comments import Comment, CommentMention
from review.models.decisions import Decision, SignOff, Withdrawal
from review.models.desk import DeskSettings
from review.models.exchange import BroughtIn
from review.models.notices import Digest, MailChoice, Notice
from review.models.organisations import Organisation, OrganisationSpelling
from review.models.placing import Placing, Retirement
from review.models.queue import ArticleInQueue, QueueRow
from review.models.reshaping import ReshapedTask, Reshaping
from review.models.saved_filters import SavedFilter
from review.models.seeding import SeededError, SeededVerdict
from review.models.tasks import (
    ExtractedTask,
    TaskVersion,
    VersionDocument,
    VersionOrganisation,
)

__all__ = [
    "ArticleInQueue",
    "Assignment",
    "BroughtIn",
    "Claim",
    "Comment",
    "CommentMention",
    "Decision",
    "DeskSettings",
    "Digest",
    "ExtractedTask",
    "MailChoice",
    "Notice",
    "Organisation",
    "OrganisationSpelling",
    "Placing",
    "QueueRow",
    "ReshapedTask",
    "Reshaping",
    "Retirement",
    "SavedFilter",
    "SeededError",
    "SeededVerdict",
    "SignOff",
    "TaskVersion",
    "VersionDocument",
    "VersionOrganisation",
    "Withdrawal",
]
