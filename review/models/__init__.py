"""What people do about what was found: tasks, their wordings, and verdicts on them."""

from review.models.decisions import Decision, SignOff, Withdrawal
from review.models.desk import DeskSettings
from review.models.organisations import Organisation, OrganisationSpelling
from review.models.placing import Placing, Retirement
from review.models.reshaping import ReshapedTask, Reshaping
from review.models.tasks import (
    ExtractedTask,
    TaskVersion,
    VersionDocument,
    VersionOrganisation,
)

__all__ = [
    "Decision",
    "DeskSettings",
    "ExtractedTask",
    "Organisation",
    "OrganisationSpelling",
    "Placing",
    "ReshapedTask",
    "Reshaping",
    "Retirement",
    "SignOff",
    "TaskVersion",
    "VersionDocument",
    "VersionOrganisation",
    "Withdrawal",
]
