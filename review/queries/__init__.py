"""Every read of the review that is worth a name."""

from review.queries.articles import (
    articles_in_review,
    chosen_articles,
    is_signed_off,
    ready_to_sign_off,
    signed_off,
    standing_sign_off,
    to_review,
    with_places_lost,
)
from review.queries.decisions import (
    approved_without_enough_people,
    effective_decisions,
    said_of,
    with_people_in_favour,
)
from review.queries.naming import (
    documents_for,
    known_bodies,
    tasks_of,
    with_tasks_counted,
)
from review.queries.record import (
    placings_of,
    record_of,
    retirement_of,
    tasks_to_show,
    with_record,
)
from review.queries.standing import (
    DECIDED,
    current_tasks,
    not_retired,
    placed,
    standing_at,
    standing_tasks,
    touched,
    undecided,
    unplaced,
    unplaced_in,
    untouched_in,
)
from review.queries.waiting import (
    Counts,
    counts_for,
)

__all__ = [
    "DECIDED",
    "Counts",
    "approved_without_enough_people",
    "articles_in_review",
    "chosen_articles",
    "counts_for",
    "current_tasks",
    "documents_for",
    "effective_decisions",
    "is_signed_off",
    "known_bodies",
    "not_retired",
    "placed",
    "placings_of",
    "ready_to_sign_off",
    "record_of",
    "retirement_of",
    "said_of",
    "signed_off",
    "standing_at",
    "standing_sign_off",
    "standing_tasks",
    "tasks_of",
    "tasks_to_show",
    "to_review",
    "touched",
    "undecided",
    "unplaced",
    "unplaced_in",
    "untouched_in",
    "with_people_in_favour",
    "with_places_lost",
    "with_record",
    "with_tasks_counted",
]
