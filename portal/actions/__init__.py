"""Every write of `portal`: lists in the making, and the editions they are frozen into."""

from portal.actions.checking import check_sources
from portal.actions.correcting import correct_edition
from portal.actions.entries import Pick, arrange_entries
from portal.actions.erasing import let_go_of_article
from portal.actions.lists import create_list, delete_list, edit_list
from portal.actions.picturing import Illustration, draw, illustrate
from portal.actions.publishing import publish_list
from portal.actions.scheduling import (
    cancel_publication,
    cancel_withdrawal,
    schedule_publication,
    schedule_withdrawal,
)
from portal.actions.submitting import send_back, submit_list
from portal.actions.withdrawing import withdraw_edition

__all__ = [
    "Illustration",
    "Pick",
    "arrange_entries",
    "cancel_publication",
    "cancel_withdrawal",
    "check_sources",
    "correct_edition",
    "create_list",
    "delete_list",
    "draw",
    "edit_list",
    "illustrate",
    "let_go_of_article",
    "publish_list",
    "schedule_publication",
    "schedule_withdrawal",
    "send_back",
    "submit_list",
    "withdraw_edition",
]
