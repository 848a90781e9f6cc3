"""What readers get: lists that are being made, and the editions they were frozen into."""

from portal.models.editions import Edition, EditionEntry, EditionEntryTheme, EditionWithdrawal
from portal.models.lists import CuratedList, Entry
from portal.models.published import WithdrawalOfPublished

__all__ = [
    "CuratedList",
    "Edition",
    "EditionEntry",
    "EditionEntryTheme",
    "EditionWithdrawal",
    "Entry",
    "WithdrawalOfPublished",
]
