"""All hostile files, each with what is to be said of it."""

from typing import Final

from tests.articles.hostile.archives import ARCHIVES
from tests.articles.hostile.papers import PAPERS
from tests.articles.hostile.texts import DISGUISED, TEXTS
from tests.articles.hostile.words import WORDS

HOSTILE: Final = (*ARCHIVES, *WORDS, *PAPERS, *TEXTS, *DISGUISED)
