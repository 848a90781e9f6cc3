"""The seeds are whole: a vocabulary without doubles, readable articles, lists that find them."""

import hashlib
import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from articles.reading import read
from articles.reading.bundles import open_bundle
from articles.vietnamese import normalise, same_word, same_word_key

SEEDS: Final = Path(__file__).parents[1] / "seeds"
ARTICLES: Final = sorted((SEEDS / "articles").iterdir())
THEME_KEYS: Final = {"name", "slug", "spellings", "excludes", "note", "parent"}
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FILES_OF_PROGRAMS: Final = {".docx", ".pdf"}
TWIN: Final = "neu-guong-tu-viec-nho-nhat"


def load(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((SEEDS / name).read_text(encoding="utf-8"))
    return loaded


THEMES: Final = load("themes.yaml")
LISTS: Final = load("lists.yaml")


def phrases(theme: dict[str, Any]) -> list[str]:
    return [theme["name"], *theme.get("spellings", [])]


def text_of(path: Path) -> str:
    """Its bytes as text; of files that are none, what is read of them."""
    if path.suffix in FILES_OF_PROGRAMS:
        draft = read(path.read_bytes(), name=path.name)
        return f"{draft.title}\n{draft.body}"
    return path.read_bytes().decode("utf-8")


def folded(path: Path) -> str:
    return " ".join(same_word(normalise(text_of(path))).split())


def test_the_vocabulary_has_the_themes_the_desk_was_made_for() -> None:
    names = {same_word_key(theme["name"]) for theme in THEMES}
    assert {same_word_key(n) for n in ("nêu gương", "tự diễn biến", "tự chuyển hóa")} <= names
    assert len(names) >= 28


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme["slug"])
def test_a_theme_is_complete(theme: dict[str, Any]) -> None:
    assert set(theme) <= THEME_KEYS
    assert SLUG.fullmatch(theme["slug"])
    assert theme["note"].endswith(".")
    assert all(isinstance(phrase, str) for phrase in phrases(theme) + theme.get("excludes", []))
    assert all(phrase == normalise(phrase).strip() for phrase in phrases(theme))
    # One syllable alone would be found everywhere.
    assert all(len(phrase.split()) > 1 for phrase in phrases(theme))


def test_no_spelling_is_given_twice() -> None:
    owners: dict[str, list[str]] = {}
    for theme in THEMES:
        for phrase in phrases(theme):
            owners.setdefault(same_word_key(phrase), []).append(theme["name"])
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_slugs_are_unique() -> None:
    for rows in (THEMES, LISTS):
        assert len({row["slug"] for row in rows}) == len(rows)
    assert all(SLUG.fullmatch(row["slug"]) for row in LISTS)


def test_themes_stand_in_a_tree_of_two_levels() -> None:
    parents = {theme["name"]: theme.get("parent") for theme in THEMES}
    for parent in filter(None, parents.values()):
        assert parent in parents
        assert parents[parent] is None


def test_what_a_theme_excludes_holds_one_of_its_spellings() -> None:
    for theme in THEMES:
        for phrase in theme.get("excludes", []):
            words = f" {same_word(phrase)} "
            inside = [p for p in phrases(theme) if f" {same_word(p)} " in words]
            assert inside, phrase
            assert same_word_key(phrase) not in map(same_word_key, phrases(theme))


def test_the_articles_are_many_and_plainly_named() -> None:
    assert len(ARTICLES) >= 14
    for path in ARTICLES:
        assert SLUG.fullmatch(path.stem)
        assert path.suffix in {".txt", ".html", ".csv", ".md", *FILES_OF_PROGRAMS}
    assert sum(path.suffix == ".html" for path in ARTICLES) >= 2


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_article_is_utf_8_of_a_natural_length(path: Path) -> None:
    text = text_of(path)
    assert "\ufffd" not in text
    visible = re.sub(r"<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL)
    assert 350 <= len(visible.split()) <= 1000


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_article_bears_a_year_of_its_world(path: Path) -> None:
    assert re.search(r"\b20(?:19|2[0-4])\b", text_of(path))


def test_every_host_is_reserved() -> None:
    for path in ARTICLES:
        if path.suffix == ".html":
            hosts = re.findall(r"https?://([^/\"\s]+)", path.read_text(encoding="utf-8"))
            outside = {host for host in hosts if not host.endswith(".example")}
            assert outside <= {"schema.org", "www.w3.org"}


def test_the_duplicate_differs_in_bytes_only() -> None:
    first, second = (SEEDS / "articles" / f"{TWIN}{end}.txt" for end in ("", "-crlf"))
    assert b"\r\n" in second.read_bytes()
    assert b"\r" not in first.read_bytes()
    assert normalise(first.read_bytes().decode()) == normalise(second.read_bytes().decode())


def test_no_other_article_is_there_twice() -> None:
    digests = [hashlib.sha256(folded(path).encode()).digest() for path in ARTICLES]
    assert len(set(digests)) == len(ARTICLES) - 1


@pytest.mark.parametrize(
    "theme", ["nêu gương", "tự diễn biến", "tự chuyển hóa", "sinh hoạt chi bộ"]
)
def test_the_articles_speak_of_the_themes(theme: str) -> None:
    assert sum(same_word(theme) in folded(path) for path in ARTICLES) >= 3


def test_files_of_programs_give_all_that_the_readme_says_of_them() -> None:
    drafts = {
        path.suffix: read(path.read_bytes(), name=path.name)
        for path in ARTICLES
        if path.suffix in {".docx", ".pdf", ".md"}
    }
    plan, paper, essay = drafts[".docx"], drafts[".pdf"], drafts[".md"]
    assert plan.publisher == "HUYỆN ỦY LAM GIANG"
    assert "\nb) Chủ trì, phối hợp với Ủy ban Kiểm tra Huyện ủy" in plan.body
    assert "| Ủy ban Kiểm tra Huyện ủy | Văn phòng Huyện ủy | Quý IV/2022\n" in plan.body
    assert paper.author == "NGUYỄN HẢI ĐƯỜNG"
    assert paper.body.index("Viết ra để khỏi quên") < paper.body.index("4. Lấy kết quả")
    assert "BẢN TIN SINH HOẠT CHI BỘ" not in paper.body
    assert (essay.author, essay.publisher) == ("Hà Thu Ngân", "Trang tin Đảng bộ huyện Thạch Lĩnh")
    assert "\n- việc chậm quá hai quý phải kiểm điểm người đứng đầu.\n" in essay.body


def test_a_table_of_articles_states_what_it_knows_of_each() -> None:
    (path,) = (path for path in ARTICLES if path.suffix == ".csv")
    table = open_bundle(path.read_bytes(), name=path.name)
    assert table is not None
    rows = [read(row.data, media_type=row.media_type) for row in table.members()]
    assert len(rows) == 3
    for row in rows:
        assert row.title
        assert row.published_on
        assert row.author
        assert row.publisher
        assert (row.source_url or "").split("/")[2].endswith(".example")
    assert table.unused_columns() == ["STT", "Người điểm báo"]


def test_lists_find_their_articles() -> None:
    assert sorted(row["state"] for row in LISTS) == ["draft", "published"]
    for row in LISTS:
        assert set(row) == {"title", "slug", "state", "introduction", "entries"}
        assert len(row["introduction"].strip().split("\n\n")) == 2
        places = [(entry["article"], entry.get("task")) for entry in row["entries"]]
        assert len(set(places)) == len(places) >= 4
        for entry in row["entries"]:
            file = SEEDS / entry["article"]
            assert file.is_file()
            assert entry["note"].endswith(".")
            assert entry.get("task", "") in text_of(file)


def test_the_readme_names_every_article_and_no_other() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)`", readme, flags=re.MULTILINE)
    assert sorted(named) == [path.name for path in ARTICLES]
