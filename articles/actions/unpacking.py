"""Unpacking a bundle: what is in it becomes items of the same import, each with its own bytes.

This goes chunk by chunk, each in a transaction of its own, and each remembered by the places of
its members; whoever goes on after an interruption goes on behind the last one. The bytes of the
bundle are needed no longer than that, so they are not kept: each member is an original of its own,
and what is refused or erased later stands nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from time import monotonic

from django.db import transaction
from django.db.models import F, Max

from articles.actions.claims import UNPACKED_AT_ONCE, end, hand_over, renew
from articles.actions.imports import door_problem, ring_waiting_items, save_items
from articles.actions.leases import LeaseLostError
from articles.actions.originals import Upload, discard, forget, forget_names
from articles.models import ImportItem, ImportJob
from articles.queries.imports import gone_members
from articles.reading import Unreadable
from articles.reading.bundles import Bundle, Member, NoTextColumn
from articles.vietnamese import normalise

BYTES_AT_ONCE = 16_000_000
SECONDS_AT_ONCE = 60.0

State, Problem = ImportItem.State, ImportItem.Problem


def unpack(item: ImportItem, bundle: Bundle) -> None:
    """Take all members out; after some time let others have the worker, and go on later."""
    if item.unpacked_from_id is not None:
        _end(item, Problem.NESTED)
        return
    if item.members is None:
        renew(item, members=0)
        item.members = 0
    until = monotonic() + SECONDS_AT_ONCE
    try:
        for chunk in _chunks(bundle.members(after=_last_place(item))):
            _take_out(item, chunk)
            if monotonic() > until:
                hand_over(item)
                return
    except Unreadable as unreadable:
        refuse(item, unreadable, left_out=bundle.left_out)
        return
    _end(
        item,
        None if item.members else Problem.NOTHING_INSIDE,
        left_out=bundle.left_out,
        columns=bundle.unused_columns(),
    )


def refuse(item: ImportItem, unreadable: Unreadable, *, left_out: int = 0) -> None:
    """Say why a bundle cannot be unpacked, or no further."""
    columns = unreadable.columns if isinstance(unreadable, NoTextColumn) else []
    _end(item, Problem(unreadable.code.value), left_out=left_out, columns=columns)


def _chunks(members: Iterable[Member]) -> Iterator[list[Member]]:
    chunk: list[Member] = []
    size = 0
    for member in members:
        chunk.append(member)
        size += len(member.data)
        if len(chunk) >= UNPACKED_AT_ONCE or size >= BYTES_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _last_place(item: ImportItem) -> int:
    found: int | None = item.unpacked.aggregate(last=Max("member"))["last"]
    return -1 if found is None else found


def _take_out(item: ImportItem, members: Sequence[Member]) -> None:
    with transaction.atomic():
        renew(item, members=F("members") + len(members))
        # Two bundles of one import are unpacked at once: each place is given to one of them.
        job = ImportJob.objects.select_for_update(no_key=True).get(pk=item.job_id)
        if job.cancelled_at is not None:
            raise LeaseLostError
        places = ImportItem.objects.filter(job=item.job_id).aggregate(last=Max("position"))
        uploads = [_upload(member) for member in members]
        save_items(
            [
                ImportItem(
                    job_id=item.job_id,
                    position=position,
                    name=_name(member, upload),
                    unpacked_from=item,
                    member=member.place,
                    row=member.row,
                    problem=_problem(member, upload) or "",
                )
                for position, (member, upload) in enumerate(
                    zip(members, uploads, strict=True), places["last"] + 1
                )
            ],
            uploads,
        )
        transaction.on_commit(ring_waiting_items, robust=True)
    item.members = (item.members or 0) + len(members)


def _upload(member: Member) -> Upload:
    name = member.name if member.row is None else f"{member.row}.json"
    return Upload(name, member.media_type, len(member.data), lambda: member.data)


def _name(member: Member, upload: Upload) -> str:
    return upload.kept_name() if member.row is None else normalise(member.name)[:255]


def _problem(member: Member, upload: Upload) -> ImportItem.Problem | None:
    if member.fault:
        return Problem(member.fault.value)
    return door_problem(upload) if member.row is None else None


def _end(
    item: ImportItem,
    problem: ImportItem.Problem | None,
    *,
    left_out: int = 0,
    columns: Sequence[str] = (),
) -> None:
    with transaction.atomic():
        end(
            item,
            State.FAILED if problem else State.UNPACKED,
            problem=problem or "",
            members=item.members or 0,
            left_out=left_out,
            columns=[normalise(name)[:100] for name in columns],
        )
        if gone_members(item).exists():
            forget_names(ImportItem.objects.filter(pk=item.pk))
        if item.original_id is not None:
            remove = forget if problem == Problem.SECRET else discard
            transaction.on_commit(partial(remove, item.original_id))
