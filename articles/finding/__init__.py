"""Finding: the themes, citations and tasks in the text of an article.

Text in, findings out; pure, no I/O. Offsets are code points into the body that was given, and
`body[start:end]` is the words themselves. Every finding names its rule and a confidence.
"""

from collections.abc import Sequence
from datetime import date

from articles.finding.citations import find_citations
from articles.finding.results import Citation, Findings, Mention, Task
from articles.finding.squeezed import Squeezed
from articles.finding.tasks import find_tasks, tasks_and_headings
from articles.finding.themes import Spelling, Vocabulary, find_mentions
from articles.vietnamese import same_word

__all__ = [
    "Citation",
    "Findings",
    "Mention",
    "Spelling",
    "Task",
    "Vocabulary",
    "find",
    "find_citations",
    "find_mentions",
    "find_tasks",
]


def find(
    body: str,
    vocabulary: Vocabulary,
    *,
    headings: Sequence[tuple[int, int]] = (),
    published_on: date | None = None,
) -> Findings:
    """Find everything in a body that has been through `articles.vietnamese.normalise`.

    `headings` are spans that reading knows to be headings; others are recognised by their
    form. `published_on` supplies the years that deadlines leave out.
    """
    squeezed = Squeezed(same_word(body))
    tasks, headings_found = tasks_and_headings(body, headings, published_on, squeezed=squeezed)
    return Findings(
        vocabulary.find(body, squeezed=squeezed),
        find_citations(body, squeezed=squeezed),
        tasks,
        headings_found,
    )
