"""Seeded imports, and what must become of each thing in them."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.actions.originals import Upload
from articles.finding import find
from articles.models import ImportItem
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import read
from tests.articles.bundled import zipped
from tests.articles.reading.pdffiles import Sheet, pdf
from tests.articles.reading.wordfiles import docx, paragraph
from tests.articles.reading.words import P1, P2, P3, P4, P5
from tests.articles.texts import page, secret_page
from tests.benchmarks.pages import Text, newspaper_page

Problem = ImportItem.Problem
PARAGRAPHS = [P1, P2, P3, P4, P5]
LONG = 330_000
"""Characters of a poison item: so much that it can be caught while it is being read."""

LARGE = 2_000
ARTICLES = 20
"""In a large bundle; the rest of it is refused."""


@dataclass(frozen=True)
class Thing:
    name: str
    data: bytes
    problem: str = ""
    members: tuple["Thing", ...] = ()
    poison: bool = False

    def upload(self) -> Upload:
        return Upload(self.name, "", len(self.data), lambda: self.data)


@dataclass(frozen=True)
class Made:
    """What reading and finding make of a thing, without the desk."""

    sha256: str
    mentions: int
    citations: int
    tasks: int


def order(chance: random.Random, tag: str, count: int, *, poison: bool) -> list[Thing]:
    """About `count` things of every kind, no text of which was ever imported before."""
    things = list(_singles(chance, tag, max(4, count * 2 // 3)))
    left = count - len(things) - 2
    while left > 3:
        size = min(left, chance.randint(4, 16))
        things.append(_bundle(chance, f"{tag}-goi{len(things)}", size, things))
        left -= size + 1
    things.append(Thing("hong.txt", bytes(range(256)) * 20, Problem.NOT_TEXT))
    things.append(Thing("mat.txt", f"{secret_page()}\nBản {tag}.\n".encode(), Problem.SECRET))
    if poison:
        things.append(_poison(tag))
    chance.shuffle(things)
    return [_numbered(thing, place) for place, thing in enumerate(things)]


def large_bundle(chance: random.Random, tag: str) -> Thing:
    """A few articles among many files that are refused as they come out."""
    members = [
        _article(chance, f"{tag}-{place}", "txt")
        if place % (LARGE // ARTICLES) == 0
        else Thing("cu.doc", b"x", Problem.SAVE_AS_DOCX)
        for place in range(LARGE)
    ]
    return _zipped(f"{tag}.zip", members)


def made_of(thing: Thing) -> Made:
    draft = read(thing.data, name=thing.name, media_type="")
    found = find(
        draft.body,
        desk_vocabulary().vocabulary,
        headings=draft.headings,
        published_on=draft.published_on,
    )
    digest = hashlib.sha256(draft.body.encode()).hexdigest()
    return Made(digest, len(found.mentions), len(found.citations), len(found.tasks))


def count(things: Sequence[Thing]) -> int:
    return sum(1 + len(thing.members) for thing in things)


def _singles(chance: random.Random, tag: str, number: int) -> Iterator[Thing]:
    made: list[Thing] = []
    for place in range(number):
        if made and chance.random() < 0.12:
            same = chance.choice(made)
            yield Thing(f"lai-{place}-{same.name}", same.data)
            continue
        kind = chance.choices(["txt", "html", "docx", "pdf"], [60, 25, 10, 5])[0]
        made.append(_article(chance, f"{tag}-{place}", kind))
        yield made[-1]


def _article(chance: random.Random, tag: str, kind: str) -> Thing:
    title = f"Chi bộ {tag} giữ nếp sinh hoạt"
    said = chance.sample(PARAGRAPHS, chance.randint(1, 4))
    own = f"Chi bộ thôn {tag} có {chance.randint(9, 999)} đảng viên, họp đều hằng tháng."
    name = f"bai-{tag}.{kind}"
    if kind == "html":
        text = Text(title, "\n".join([own, *said]))
        others = [Text(f"Tin {n} của {tag}", f"{P5} {n}") for n in range(6)]
        return Thing(name, newspaper_page(text, others))
    if kind == "docx":
        return Thing(name, docx("".join(map(paragraph, [title, own, *said]))))
    if kind == "pdf":
        sheet = Sheet()
        bottom = sheet.lines([title], size=16, bold=True) - 12
        for words in [own, *said]:
            bottom = sheet.paragraph(words, top=bottom, indent=20) - 8
        return Thing(name, pdf(sheet))
    return Thing(name, page(title, body="\n\n".join([own, *said])).encode())


def _bundle(chance: random.Random, tag: str, size: int, outside: Sequence[Thing]) -> Thing:
    members = []
    for place in range(size):
        what = chance.random()
        if what < 0.1:
            members.append(Thing("cu.doc", b"x", Problem.SAVE_AS_DOCX))
        elif what < 0.2:
            same = chance.choice([thing for thing in outside if not thing.members])
            members.append(Thing(same.name, same.data))
        else:
            members.append(_article(chance, f"{tag}-{place}", chance.choice(["txt", "html"])))
    return _zipped(f"{tag}.zip", members)


def _zipped(name: str, things: Sequence[Thing]) -> Thing:
    members = tuple(_numbered(thing, place) for place, thing in enumerate(things))
    data = zipped({member.name: member.data for member in members})
    return Thing(name, data, members=members)


def _poison(tag: str) -> Thing:
    lines = [f"Ngày {n} của {tag}. {PARAGRAPHS[n % 5]}" for n in range(LONG // 230)]
    text = page(f"Bài rất dài {tag}", body="\n\n".join(lines))
    return Thing("doc.txt", text.encode(), poison=True)


def _numbered(thing: Thing, place: int) -> Thing:
    name = f"{place:03}-{thing.name}"
    return Thing(name, thing.data, thing.problem, thing.members, thing.poison)
