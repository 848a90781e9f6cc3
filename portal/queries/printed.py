"""One shape for what stands on a page, whether it is published already or still a proof."""

from dataclasses import dataclass, field

from portal.models import (
    EditionCorrection,
    EditionEntry,
    EditionEntryDocument,
    EditionEntryText,
    EditionEntryTheme,
)


@dataclass
class PrintedEntry:
    entry: EditionEntry
    themes: list[EditionEntryTheme] = field(default_factory=list)
    known: list[EditionEntryDocument] = field(default_factory=list)
    """The documents it cites that have a page of their own."""
    text: EditionEntryText | None = None
    """Its whole text, on a proof; what is published has it in a table of its own."""

    @property
    def is_task(self) -> bool:
        return self.entry.kind == EditionEntry.Kind.TASK

    @property
    def corrections(self) -> list[EditionCorrection]:
        """What was corrected of it since it was published, the oldest first."""
        return list(self.entry.corrections.all()) if self.entry.pk else []

    @property
    def beside(self) -> list[EditionEntryTheme | EditionEntryDocument | EditionEntryText]:
        """All rows that are frozen with the entry."""
        return [*self.themes, *self.known, *([self.text] if self.text else [])]

    @property
    def unknown(self) -> list[str]:
        """The documents it cites that are known by these words only."""
        known = {document.name for document in self.known}
        return [name for name in self.entry.documents if name not in known]
