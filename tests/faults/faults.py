"""All faults, by name."""

from tests.faults import of_hosts, of_servers, of_storage, of_web, of_workers
from tests.faults.desk import Desk
from tests.faults.rounds import Fault

FAULTS: dict[str, Fault] = {
    "worker-before-save": of_workers.worker_before_save,
    "broker-loses-everything": of_servers.broker_loses_everything,
    "database-killed": of_servers.database_killed,
    "worker-during-save": of_workers.worker_during_save,
    "worker-unpacking": of_workers.worker_unpacking,
    "worker-child": of_workers.worker_child,
    "broker-killed": of_servers.broker_killed,
    "database-restarted": of_servers.database_restarted,
    "web-killed": of_web.web_killed,
    "full-disk": of_storage.full_disk,
    "worker-after-save": of_workers.worker_after_save,
    "all-workers": of_workers.all_workers,
    "host-cut-off": of_hosts.host_cut_off,
    "beat": of_workers.beat,
    "frozen-worker": of_workers.frozen_worker,
    "two-sweepers": of_workers.two_sweepers,
    "read-only-storage": of_storage.read_only_storage,
    "host-lost": of_hosts.host_lost,
    "wrong-clock": of_workers.wrong_clock,
}


def why_not(name: str, desk: Desk) -> str:
    """Why this machine cannot have this fault; nothing where it can."""
    if name in ("host-cut-off", "host-lost"):
        return of_hosts.why_no_hosts(desk)
    if name in ("full-disk", "read-only-storage"):
        return of_storage.why_no_disk(desk)
    return of_workers.why_no_wrong_clock() if name == "wrong-clock" else ""
