"""One shape for what stands on a page, whether it is published already or still a proof."""

from dataclasses import dataclass, field

from portal.models import EditionEntry, EditionEntryTheme


@dataclass
class PrintedEntry:
    entry: EditionEntry
    themes: list[EditionEntryTheme] = field(default_factory=list)

    @property
    def is_task(self) -> bool:
        return self.entry.kind == EditionEntry.Kind.TASK
