"""Faults of the network between two hosts of workers and the servers they share."""

import time
from functools import partial

from django.conf import settings

from tests.faults.desk import Desk
from tests.faults.hosts import NUMBER, Hosts
from tests.faults.of_workers import (
    MOMENTS,
    STARTS_WITHIN,
    has_an_item,
    meet,
    stands_while_writing,
)
from tests.faults.processes import Process
from tests.faults.rounds import Round

LONGEST = 15.0


def host_cut_off(its: Round) -> None:
    """A cable is pulled in the middle of the import, and plugged in again."""
    hosts, workers = _on_hosts(its)
    _cut_in_the_middle(its, hosts, workers, 0)
    time.sleep(settings.IMPORT_LEASE_SECONDS + its.chance.uniform(0, LONGEST))
    hosts.join(0)


def host_lost(its: Round) -> None:
    """A host loses its power in the middle of a save: nobody hears that it is gone."""
    hosts, (lost, *_others) = _on_hosts(its)
    its.start()
    meet(partial(has_an_item, lost), STARTS_WITHIN)
    its.in_the_middle()
    meet(partial(stands_while_writing, lost))
    hosts.cut(0)
    its.afterwards.callback(hosts.join, 0)
    lost.kill()


def why_no_hosts(desk: Desk) -> str:
    if desk.hosts:
        return ""
    return "the machine lets us make no network namespaces (be root, with iproute2)"


def _on_hosts(its: Round) -> tuple[Hosts, list[Process]]:
    """Let all work be done on the hosts, by one worker each."""
    desk = its.desk
    assert desk.hosts is not None
    for worker in desk.workers:
        worker.kill()
    usual = desk.workers[:]
    desk.workers.clear()
    its.afterwards.callback(desk.workers.extend, usual)
    for host in range(NUMBER):
        command = desk.hosts.command(host)
        desk.guests.append(desk.worker(f"host{host}", *command, host=desk.hosts.gateway))
        desk.guests[-1].start()
    return desk.hosts, desk.guests


def _cut_in_the_middle(its: Round, hosts: Hosts, workers: list[Process], host: int) -> None:
    its.start()
    meet(partial(has_an_item, workers[host]), STARTS_WITHIN)
    its.in_the_middle()
    meet(partial(its.chance.choice(MOMENTS), workers[host]))
    hosts.cut(host)
