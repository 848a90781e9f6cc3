"""The same task once more: another row at the same words, since what was retired never changes."""

from typing import Any

from django.db.models import Model

from review.models import ExtractedTask, TaskVersion, VersionDocument, VersionOrganisation

Role = VersionOrganisation.Role
OF_THE_PLACE = ("article_id", "text_id", "start", "end", "quote", "heading", "marker")
OF_THE_FINDING = ("rule", "confidence", "created_at")
OF_A_BODY = ("organisation_id", "role", "printed", "position")
OF_THE_WORDING = ("wording", "due", "due_from", "due_to", "written_by_id", "written_at")


def twin_of(task: ExtractedTask, **other: Any) -> ExtractedTask:
    """Make the row, without a version. It was found when the other was, to whoever looks."""
    twin = ExtractedTask(**_fields(task, OF_THE_PLACE + OF_THE_FINDING) | other)
    twin.save_base(raw=True, force_insert=True)  # plain saving would write the time of now
    return twin


def word_alike(
    task: ExtractedTask,
    version: TaskVersion,
    *,
    number: int = 1,
    responsible: list[VersionOrganisation] | None = None,
    **other: Any,
) -> TaskVersion:
    """Give the task a wording like this one, but for what is said otherwise."""
    bodies = list(version.bodies.all())
    if responsible is not None:
        bodies = responsible + [body for body in bodies if body.role != Role.RESPONSIBLE]
    twin = TaskVersion(task=task, number=number, **_fields(version, OF_THE_WORDING) | other)
    twin.save_base(raw=True, force_insert=True)
    VersionOrganisation.objects.bulk_create(
        VersionOrganisation(version=twin, **_fields(body, OF_A_BODY)) for body in bodies
    )
    VersionDocument.objects.bulk_create(
        VersionDocument(version=twin, document=document) for document in version.documents.all()
    )
    return _say(task, twin)


def word_plainly(task: ExtractedTask, like: TaskVersion) -> TaskVersion:
    """Give the task its own words as the finder does, at the time of the other wording."""
    version = TaskVersion(task=task, number=1, wording=task.quote, written_at=like.written_at)
    version.save_base(raw=True, force_insert=True)
    return _say(task, version)


def _say(task: ExtractedTask, version: TaskVersion) -> TaskVersion:
    task.version = version
    task.save(update_fields=["version"])
    return version


def _fields(row: Model, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
