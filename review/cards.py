"""A task as the review page shows it: what is said of it, and what this person may do about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from review.changes import Change
from review.forms import PlaceForm, WordingForm
from review.likeness import Likeness
from review.models import Decision, ExtractedTask, TaskVersion, VersionOrganisation
from review.places import Place
from review.queries.blindness import has_said, sees_all
from review.talk import Talk
from review.verdicts import Said, in_favour

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.utils.functional import _StrPromise

State = ExtractedTask.State
Verdict = Decision.Verdict

RULES = {
    "list item": _("an item of a list"),
    "imperative": _("a call to act"),
    "imperative after the turn": _("a call to act, in the part about what comes next"),
    "subject and verb": _("says who does what"),
    "subject and verb after the turn": _("says who does what, in the part about what comes next"),
    "after the turn": _("stands in the part about what comes next"),
    "order": _("an order or a request"),
    "urging": _("an urging"),
    "duty": _("a duty"),
    "plan": _("a plan"),
    "deadline": _("a deadline"),
    "named task": _("says what the task is"),
    "carrying out": _("says who carries out the document"),
    "person": _("added by a person"),
}


@dataclass(frozen=True, slots=True)
class Powers:
    """What a person may do on the page at all."""

    decide: bool
    settle: bool
    sign_off: bool
    sees_all: bool

    @classmethod
    def of(cls, person: "AbstractUser") -> "Powers":
        return cls(
            decide=person.has_perm("review.decide_extractedtask"),
            settle=person.has_perm("review.settle_extractedtask"),
            sign_off=person.has_perm("review.sign_off_article"),
            sees_all=sees_all(person),
        )

    @classmethod
    def only_to_look(cls, person: "AbstractUser") -> "Powers":
        return cls(decide=False, settle=False, sign_off=False, sees_all=sees_all(person))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the text that may be those of a task that has lost its place."""

    alike: Likeness
    words: str
    is_found: bool
    """The finder has made a task of them, which nobody has touched."""

    @property
    def value(self) -> str:
        return f"{self.alike.start}-{self.alike.end}"

    @property
    def percent(self) -> int:
        return round(self.alike.ratio * 100)


@dataclass(slots=True)
class Search:
    """The form by which a task gets its place, with what was chosen and typed."""

    form: PlaceForm
    candidates: list[Candidate]
    places: list[Place] = field(default_factory=list)

    @property
    def chosen(self) -> str:
        return self.form["place"].value() or ""


@dataclass(frozen=True, slots=True)
class Step:
    """A way to other words: an edge or a cut moved by one step, as an address of the panel."""

    label: "str | _StrPromise"
    name: str
    asked: str
    """Empty where there is no further to go."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The panel in which a task is given other words, split, or merged with a neighbour."""

    start: int
    end: int
    before: str
    words: str
    after: str
    is_moved: bool
    begins: list[Step]
    ends: list[Step]
    at: int | None
    first: str
    second: str
    cuts: list[Step]
    neighbours: list[ExtractedTask]


@dataclass(slots=True)
class Card:
    """A task with its record. `text_id` is the text that its article has now.

    `form` is there while it is edited, `search` while its place is looked for, `cut` while it is
    given other words, and `refusal` after a refusal. What the person had chosen and typed stays in
    `verdict` and `reason`; `changes` are what others wrote meanwhile.
    """

    task: ExtractedTask
    text_id: int
    person_id: int
    powers: Powers
    form: WordingForm | None = None
    search: Search | None = None
    cut: Cut | None = None
    talk: Talk | None = None
    changes: list[Change] = field(default_factory=list)
    refusal: str = ""
    note: str = ""
    verdict: str = ""
    reason: str = ""

    @property
    def version(self) -> TaskVersion:
        version = self.task.version
        assert version is not None  # noqa: S101  (every task is made with its first version)
        return version

    @property
    def is_unplaced(self) -> bool:
        """Its words are not in the text any more."""
        return self.task.text_id != self.text_id

    @property
    def said(self) -> list[Decision]:
        """Decisions on the current version that were not taken back."""
        return list(self.version.decisions.all())

    @property
    def is_seen(self) -> bool:
        """What others said shows: nobody is swayed by it before their own word stands."""
        return self.powers.sees_all or has_said(self.person_id, self.version, self.said)

    @property
    def said_seen(self) -> list[Decision]:
        return self.said if self.is_seen else []

    @property
    def mine(self) -> Decision | None:
        return next((said for said in self.said if said.person_id == self.person_id), None)

    @property
    def is_my_wording(self) -> bool:
        return self.version.written_by_id == self.person_id

    @property
    def in_favour(self) -> int:
        said = [Said(each.person_id, each.verdict, each.settles) for each in self.said]
        return len(in_favour(self.version.written_by_id, said))

    @property
    def responsible(self) -> list[VersionOrganisation]:
        return self._bodies(VersionOrganisation.Role.RESPONSIBLE)

    @property
    def participating(self) -> list[VersionOrganisation]:
        return self._bodies(VersionOrganisation.Role.TAKES_PART)

    def _bodies(self, role: str) -> list[VersionOrganisation]:
        return [body for body in self.version.bodies.all() if body.role == role]

    @property
    def is_reworded(self) -> bool:
        return self.version.wording != self.task.quote

    @property
    def rule(self) -> "str | _StrPromise":
        return RULES.get(self.task.rule, self.task.rule)

    @property
    def percent(self) -> int:
        return round(self.task.confidence * 100)

    # -- What this person may do now ----------------------------------------------------------

    @property
    def is_decided(self) -> bool:
        return self.task.state in (State.APPROVED, State.REJECTED)

    @property
    def may_decide(self) -> bool:
        settled = any(said.settles and said.verdict == Verdict.REJECT for said in self.said)
        return self.powers.decide and self.mine is None and not settled and not self.may_settle

    @property
    def may_approve(self) -> bool:
        return self.may_decide and not self.is_my_wording and self.task.state != State.APPROVED

    @property
    def may_settle(self) -> bool:
        return self.powers.settle and self.task.state == State.WITH_LEAD

    @property
    def may_settle_in_favour(self) -> bool:
        return self.may_settle and not self.is_my_wording

    @property
    def may_undo(self) -> bool:
        return self.powers.decide and self.mine is not None

    @property
    def may_be_placed(self) -> bool:
        return self.is_unplaced and self.powers.decide

    @property
    def may_be_cut(self) -> bool:
        return self.powers.decide and not self.is_unplaced

    @property
    def waits_for_me(self) -> bool:
        return self.task.state == State.OPEN and self.may_approve


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the tasks of one text are. Those that have no place in it are counted apart."""

    total: int
    decided: int
    with_lead: int
    waiting_for_me: int
    next_for_me: int | None
    unplaced: int

    @property
    def is_done(self) -> bool:
        return self.decided == self.total and not self.unplaced

    @classmethod
    def of(cls, everything: Iterable[Card]) -> "Progress":
        everything = list(everything)
        cards = [card for card in everything if not card.is_unplaced]
        mine = [card.task.pk for card in cards if card.waits_for_me]
        return cls(
            total=len(cards),
            decided=sum(card.is_decided for card in cards),
            with_lead=sum(card.task.state == State.WITH_LEAD for card in cards),
            waiting_for_me=len(mine),
            next_for_me=mine[0] if mine else None,
            unplaced=len(everything) - len(cards),
        )
