"""Faults of the servers: the broker loses everything, the database falls."""

import time

from tests.faults.rounds import Round


def broker_loses_everything(its: Round) -> None:
    its.start()
    for _ in range(2):
        its.in_the_middle()
        its.desk.broker.lose_everything()
        time.sleep(its.chance.uniform(0, 1))


def broker_killed(its: Round) -> None:
    """It is down for a while; whoever starts an import meanwhile is not told off for it."""
    its.start(share=0.7)
    its.in_the_middle()
    its.desk.broker.kill()
    its.start("b", share=0.3)
    time.sleep(its.chance.uniform(0, 5))
    its.desk.heal()


def database_restarted(its: Round) -> None:
    its.start()
    for _ in range(2):
        its.in_the_middle()
        its.desk.database.restart()
        time.sleep(its.chance.uniform(0, 2))


def database_killed(its: Round) -> None:
    """It is down for a while, and then recovers what was committed."""
    its.start()
    its.in_the_middle()
    its.desk.database.kill()
    time.sleep(its.chance.uniform(0, 5))
    its.desk.heal()
