"""Tasks, wordings and decisions from a file, back into the review.

A sealed line comes in whole, as the record that it is: who worded what, who decided how, what they
said to each other and of the article's themes, and when.
Without a seal nobody can be shown to have said anything, so the last wording comes in as a proposal
of whoever brings it, and others decide. Either way nobody approves alone, and the state of a task
is what the desk's own rules make of its record.

What people have worked on here is never touched.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from articles.history import by
from articles.models import Article, ArticleText, OfficialDocument
from articles.queries.articles import why_not_at_the_desk
from articles.queries.imports import content_sha256
from articles.refusal import Refused, require
from review.actions.articles import BY_A_PERSON
from review.actions.bringing_words import (
    Known,
    bring_comments,
    bring_themes,
    nobody_called,
)
from review.actions.holding import restate
from review.actions.organisations import find_or_make
from review.actions.placing import make_room
from review.actions.pointing import heading_above
from review.actions.versions import Wording, bodies_of, wording_of, write_version
from review.exchange.brought import Brought, SaidThen, Unreadable, WordedThen
from review.models import (
    BroughtIn,
    Decision,
    ExtractedTask,
    TaskVersion,
    VersionDocument,
    VersionOrganisation,
    Withdrawal,
)
from review.places import Place, places_of
from review.queries import documents_for, standing_at, touched
from review.queries.record import record_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PERMISSION: Final = "review.bring_in_extractedtask"
BESIDE: Final = 20
Kind = Literal["new", "same", "refused"]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a row, or would become of it."""

    row: int
    kind: Kind
    message: str
    task: int | None = None
    article: int | None = None


def bring_in(
    person: "AbstractUser", rows: Iterable[tuple[int, Brought | Unreadable]], *, dry_run: bool
) -> list[Told]:
    """Bring in what can be, each row whole or not at all; tell what became of each.

    A dry run does the same and undoes it, so that what it tells cannot differ.
    """
    require(person, PERMISSION)
    known = Known()
    with transaction.atomic(), by(person):
        told = [_row(person, known, number, row) for number, row in rows]
        if dry_run:
            transaction.set_rollback(True)
    return told


def _row(person: "AbstractUser", known: Known, number: int, row: Brought | Unreadable) -> Told:
    if isinstance(row, Unreadable):
        return Told(number, "refused", str(row))
    try:
        with transaction.atomic():
            told = _bring(person, known, number, row)
            connection.check_constraints()  # what the rules refuse, they refuse here
    except Refused as refusal:
        return Told(number, "refused", str(refusal))
    except DatabaseError as error:
        rule = str(error.__cause__ or error).splitlines()[0]
        return Told(
            number, "refused", _("A rule of the desk refuses it: %(rule)s") % {"rule": rule}
        )
    return told


def _bring(person: "AbstractUser", known: Known, number: int, row: Brought) -> Told:
    article, text = _held(row.article_sha256)
    place = _place(text, row)
    standing = standing_at(text, place.start, place.end).first()
    if standing and _says_the_same(standing, text, row):
        return Told(number, "same", _("It is here already."), standing.pk, article.pk)
    if standing and _is_worked_on(standing):
        raise Refused(_("People have worked on this task here: it stays as it is."))
    make_room(text, place)
    if row.sealed:
        task = _task(text, place, created_at=row.found_at, **row.found)
        message = _recorded_as(task, _as_recorded(known, article, task, row))
    else:
        task = _as_proposed(person, text, place, row)
        message = _("Comes in as your proposal: others decide on it.")
    BroughtIn.objects.create(
        task=task, sealed=row.sealed, line_sha256=row.line_sha256, brought_by_id=person.pk
    )
    return Told(number, "new", message, task.pk, article.pk)


def _is_worked_on(task: ExtractedTask) -> bool:
    return touched(ExtractedTask.objects.filter(pk=task.pk)).exists() or task.comments.exists()


def _held(sha256: str) -> tuple[Article, ArticleText]:
    article = Article.objects.select_for_update(of=("self",)).filter(content_sha256=sha256).first()
    if article is None or article.text_id is None:
        raise Refused(_("No article here has this text."))
    if why_not := why_not_at_the_desk(article):
        raise Refused(why_not)
    return article, ArticleText.objects.get(pk=article.text_id)


def _place(text: ArticleText, row: Brought) -> Place:
    """Find the words: where the row says, in the text that it is of; else wherever they stand."""
    if content_sha256(text.body) == row.text_sha256 and text.body[row.start : row.end] == row.quote:
        return Place(row.start, row.end, "", "")
    places = places_of(text.body, row.quote)
    if not places:
        raise Refused(_("These words do not stand in the article's text any more."))
    likely = [place for place in places if _stands_beside(place, row)]
    if len(places) > 1 and len(likely) != 1:
        raise Refused(_("These words stand in the article's text more than once."))
    return likely[0] if len(places) > 1 else places[0]


def _stands_beside(place: Place, row: Brought) -> bool:
    """Say whether what stands before or after the place is what the row says."""
    before, after = row.before.strip()[-BESIDE:], row.after.strip()[:BESIDE]
    return bool(
        (before and place.before.rstrip().endswith(before))
        or (after and place.after.lstrip().startswith(after))
    )


# -- As whoever brings it says ---------------------------------------------------------------------


def _as_proposed(
    person: "AbstractUser", text: ArticleText, place: Place, row: Brought
) -> ExtractedTask:
    """Make a task with one wording, of whoever brings it: others have to approve it."""
    task = _task(text, place, heading=heading_above(text, place.start), rule=BY_A_PERSON)
    write_version(task, 1, _wording(text, row.wordings[-1]), writer_id=person.pk)
    return task


def _wording(text: ArticleText, then: WordedThen) -> Wording:
    cited = {document.key: document.pk for document in documents_for(text.pk)}
    return Wording(
        wording=then.wording,
        responsible=then.responsible,
        participating=then.taking_part,
        due=then.due,
        due_from=then.due_from,
        due_to=then.due_to,
        documents=frozenset(cited[key] for key in then.documents or () if key in cited),
    )


# -- As it is on the record ------------------------------------------------------------------------


LeftOut = dict[Literal["decisions", "comments", "themes"], list[str]]
"""Why something of a record did not come in with it."""


def _as_recorded(known: Known, article: Article, task: ExtractedTask, row: Brought) -> LeftOut:
    """Write the record anew, wording by wording; give what had to be left out."""
    decisions = []
    for number, then in enumerate(row.wordings, start=1):
        version = _version(known, task, number, then)
        answers = [_decision(known, version, said) for said in then.decisions]
        decisions += [why_not for why_not in answers if why_not]
    restate(task)
    return {
        "decisions": decisions,
        "comments": list(bring_comments(known, task, row.comments)),
        "themes": list(bring_themes(known, article, row.themes)),
    }


def _task(text: ArticleText, place: Place, **more: object) -> ExtractedTask:
    task = ExtractedTask(
        article_id=text.article_id,
        text=text,
        start=place.start,
        end=place.end,
        quote=text.body[place.start : place.end],
        **({"confidence": 1} | {name: value for name, value in more.items() if value is not None}),
    )
    _write(task, "created_at")
    return task


def _version(known: Known, task: ExtractedTask, number: int, then: WordedThen) -> TaskVersion:
    writer = known.called(then.written_by) if then.written_by else None
    if then.written_by and writer is None:
        raise Refused(
            _("Nobody here is called “%(name)s”, who wrote a wording.") % {"name": then.written_by}
        )
    version = TaskVersion(
        task=task,
        number=number,
        wording=then.wording,
        due=then.due,
        due_from=then.due_from,
        due_to=then.due_to,
        written_by_id=writer.pk if writer else None,
    )
    if then.written_at:
        version.written_at = then.written_at
    _write(version, "written_at")
    names = Wording(then.wording, then.responsible, then.taking_part)
    bodies = find_or_make([*then.responsible, *then.taking_part])
    VersionOrganisation.objects.bulk_create(bodies_of(version, names, bodies))
    VersionDocument.objects.bulk_create(
        VersionDocument(version=version, document_id=pk) for pk in _documents(then)
    )
    task.version = version
    task.save(update_fields=["version"])
    return version


def _documents(then: WordedThen) -> list[int]:
    keys = set(then.documents or ())
    found = dict(OfficialDocument.objects.filter(key__in=keys).values_list("key", "pk"))
    if missing := sorted(keys - found.keys()):
        raise Refused(
            _("The document “%(name)s”, which a wording cites, is not known here.")
            % {"name": missing[0]}
        )
    return sorted(found.values())


def _decision(known: Known, version: TaskVersion, said: SaidThen) -> str | None:
    """Put a decision on the record, and its withdrawal; or say why it is left out."""
    person = known.called(said.person)
    if person is None:
        return nobody_called(said.person)
    needed = "settle" if said.settles else "decide"
    if not person.has_perm(f"review.{needed}_extractedtask"):
        return _("“%(name)s” may not decide here") % {"name": said.person}
    decision = Decision(
        version=version,
        person_id=person.pk,
        verdict=said.verdict,
        reason=said.reason,
        settles=said.settles,
        made_at=said.made_at,
    )
    _write(decision, "made_at")
    if said.withdrawn_at:
        withdrawal = Withdrawal(
            decision=decision, withdrawn_by_id=person.pk, withdrawn_at=said.withdrawn_at
        )
        _write(withdrawal, "withdrawn_at")
    return None


def _write(row: ExtractedTask | TaskVersion | Decision | Withdrawal, moment: str) -> None:
    """Insert a row with the moment that it has; else Django writes the present one."""
    row.save_base(raw=getattr(row, moment) is not None, force_insert=True)


# -- What is here already --------------------------------------------------------------------------


def _says_the_same(task: ExtractedTask, text: ArticleText, row: Brought) -> bool:
    """Say whether the record here is the one that came in; or the wording, where that is all."""
    if row.sealed:
        here = set(task.comments.values_list("person__username", "words", "made_at"))
        said = {(each.person, each.words, each.made_at) for each in row.comments}
        return said <= here and list(_recorded(task)) == [_essence(each) for each in row.wordings]
    return task.version is not None and wording_of(task.version) == _wording(text, row.wordings[-1])


def _recorded(task: ExtractedTask) -> Iterator[tuple[object, ...]]:
    for version in record_of(task.pk):
        here, decisions = wording_of(version), version.decisions.all()
        said = [(each.person.get_username(), each.verdict, each.made_at) for each in decisions]
        names = here.responsible, here.participating
        yield version.wording, names, version.due, version.due_from, version.due_to, said


def _essence(then: WordedThen) -> tuple[object, ...]:
    said = [(each.person, each.verdict, each.made_at) for each in then.decisions]
    names = then.responsible, then.taking_part
    return then.wording, names, then.due, then.due_from, then.due_to, said


_LEFT_OUT: Final = {
    "decisions": ngettext_lazy(
        "%(count)s decision is left out: %(why)s.",
        "%(count)s decisions are left out: %(why)s.",
        "count",
    ),
    "comments": ngettext_lazy(
        "%(count)s comment is left out: %(why)s.",
        "%(count)s comments are left out: %(why)s.",
        "count",
    ),
    "themes": ngettext_lazy(
        "%(count)s word on a theme is left out: %(why)s.",
        "%(count)s words on themes are left out: %(why)s.",
        "count",
    ),
}


def _recorded_as(task: ExtractedTask, left_out: LeftOut) -> str:
    words = [_("Comes in with its record: %(state)s.") % {"state": task.get_state_display()}]
    words += [
        _LEFT_OUT[what] % {"count": len(why_not), "why": "; ".join(sorted(set(why_not)))}
        for what, why_not in left_out.items()
        if why_not
    ]
    return " ".join(words)
