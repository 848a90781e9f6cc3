"""`make bench`: what reading and finding cost, beside a peer or a floor in the same run.

Accuracy comes first. What must hold ends a line with "within" or "BEYOND"; one that is beyond
makes the command fail. The texts are those of LOAD_DIR; MEMORY_TEXTS says how many the last
part reads (the whole proof is 100,000).
"""

import os
import resource
from collections import Counter
from collections.abc import Iterator, Sequence

import trafilatura
import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding import Findings, Spelling, Vocabulary, find
from articles.reading import Draft, read
from tests.benchmarks.measuring import side_by_side, tell, tell_all
from tests.benchmarks.pages import (
    ROOT,
    Text,
    bare_page,
    changed_texts,
    newspaper_page,
    texts,
)

TEXTS = 100
SPELLINGS = 5_000
COMMONER = 20_000  # phrases that are met too often to be themes
MOST_ADDED = 0.5  # of trafilatura's time; the goal is .15
FEWEST_A_SECOND = 100  # the goal is 300
MOST_TIMES_AUTOMATON = 2.0
MOST_GROWTH = 16  # megabytes, from the first tenth of the texts to the last


def main() -> None:
    articles = texts(TEXTS)
    vocabulary = Vocabulary(spellings())
    print(f"{TEXTS} texts, {sum(len(text.body) for text in articles):,} characters, one core")
    web("newspaper's pages", pages(articles), vocabulary, must=True)
    web("pages with nothing but the article", [bare_page(text) for text in articles], vocabulary)
    plain_text(articles, vocabulary)
    themes(articles)
    memory(int(os.environ.get("MEMORY_TEXTS", "5000")), vocabulary)
    tell_all()


def web(name: str, made: Sequence[bytes], vocabulary: Vocabulary, *, must: bool = False) -> None:
    size = sum(map(len, made)) / len(made) / 1000
    theirs, reading, both = side_by_side(
        made,
        trafilatura.extract,
        lambda page: read(page, name="a.html"),
        lambda page: found(read(page, name="a.html"), vocabulary),
    )
    print(
        f"{name} ({size:.0f} kB): trafilatura {1000 * theirs:.1f} ms, "
        f"reading adds {reading / theirs - 1:.0%}, finding {(both - reading) / theirs:.0%}"
    )
    if must:
        tell(f"added to trafilatura on {name}", both / theirs - 1, MOST_ADDED)


def plain_text(articles: Sequence[Text], vocabulary: Vocabulary) -> None:
    reading, both = side_by_side(
        [text.body.encode() for text in articles],
        lambda data: read(data, name="a.txt"),
        lambda data: found(read(data, name="a.txt"), vocabulary),
    )
    print(
        f"plain text: read in {1000 * reading:.2f} ms, searched in {1000 * (both - reading):.2f} "
        f"ms, {1 / both:.0f} a second"
    )
    tell("seconds for a hundred plain texts", 100 * both, 100 / FEWEST_A_SECOND)


def themes(articles: Sequence[Text]) -> None:
    """All of theme matching, folding included, beside the bare automaton over the same text."""
    phrases = phrases_of(texts(10 * TEXTS)[TEXTS:])
    vocabulary = Vocabulary(Spelling(phrase, phrase) for phrase in phrases)
    automaton = AhoCorasick(phrases, matchkind=MatchKind.Standard)
    ours, theirs = side_by_side(
        [text.body for text in articles],
        vocabulary.find,
        lambda body: automaton.find_matches_as_indexes(body.lower(), overlapping=True),
    )
    hits = sum(len(vocabulary.find(text.body)) for text in articles)
    print(
        f"themes, {len(phrases):,} spellings, {hits / len(articles):.0f} mentions a text: "
        f"{1000 * ours:.2f} ms a text"
    )
    tell("times the bare automaton", ours / theirs, MOST_TIMES_AUTOMATON)


def memory(count: int, vocabulary: Vocabulary) -> None:
    early = 0.0
    for number, text in enumerate(changed_texts(count)):
        found(read(text.body.encode(), name="a.txt"), vocabulary)
        if number == count // 10:
            early = peak()
    print(f"memory over {count:,} texts: {early:.0f} MB after a tenth, {peak():.0f} MB at the end")
    tell("megabytes grown", peak() - early, MOST_GROWTH)


def found(draft: Draft, vocabulary: Vocabulary) -> Findings:
    return find(draft.body, vocabulary, headings=draft.headings, published_on=draft.published_on)


def pages(articles: Sequence[Text]) -> list[bytes]:
    others = [*articles, *articles]
    return [
        newspaper_page(text, others[place + 1 : place + 25]) for place, text in enumerate(articles)
    ]


def spellings() -> Iterator[Spelling]:
    rows = yaml.safe_load((ROOT / "seeds" / "themes.yaml").read_text(encoding="utf-8"))
    for row in rows:
        for text in [row["name"], *row.get("spellings", [])]:
            yield Spelling(row["name"], text)


def phrases_of(articles: Sequence[Text]) -> list[str]:
    """Three or four words that stand together in other texts, as often as themes are met."""
    counted: Counter[str] = Counter()
    for text in articles:
        words = [word for word in text.body.lower().split() if word.isalpha()]
        for length in (3, 4):
            counted.update(
                " ".join(words[at : at + length]) for at in range(0, len(words), length + 1)
            )
    return [phrase for phrase, _ in counted.most_common(SPELLINGS + COMMONER)[COMMONER:]]


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
