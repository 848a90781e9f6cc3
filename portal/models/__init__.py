"""What readers get: lists that are being made, and the editions they were frozen into."""

from portal.models.corrections import EditionCorrection
from portal.models.editions import Edition, EditionEntry, EditionEntryTheme, EditionWithdrawal
from portal.models.entry_documents import EditionEntryDocument
from portal.models.entry_texts import EditionEntryText
from portal.models.growing import Growth, RefusedProposal
from portal.models.lists import CuratedList, Entry
from portal.models.pictures import Picture
from portal.models.public_changes import (
    AllowingPublisher,
    MergedDocument,
    MergedTheme,
    PublicChange,
)
from portal.models.published import WithdrawalOfPublished
from portal.models.schedules import Scheduled, ScheduledPublication, ScheduledWithdrawal
from portal.models.searching import SearchRow, SearchWord
from portal.models.source_checks import SourceCheck

__all__ = [
    "AllowingPublisher",
    "CuratedList",
    "Edition",
    "EditionCorrection",
    "EditionEntry",
    "EditionEntryDocument",
    "EditionEntryText",
    "EditionEntryTheme",
    "EditionWithdrawal",
    "Entry",
    "Growth",
    "MergedDocument",
    "MergedTheme",
    "Picture",
    "PublicChange",
    "RefusedProposal",
    "Scheduled",
    "ScheduledPublication",
    "ScheduledWithdrawal",
    "SearchRow",
    "SearchWord",
    "SourceCheck",
    "WithdrawalOfPublished",
]
