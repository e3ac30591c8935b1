"""The listed themes of the specification, wherever their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.known_names import KnownNames
from loaders.rules import load_rules
from ontology.vocabulary import Vocabulary

THEME = "theme"


class FoundTheme(NamedTuple):
    """A theme at a clean span, by its listed name."""

    start: int
    end: int
    name: str


#: one matcher a vocabulary, by fingerprint
_matchers: dict[str, KnownNames] = {}


@cache
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_rules("initiative")["theme_wordings"]
    return tuple((row["name"], re.compile(row["pattern"])) for row in rows)


@cache
def _in_system() -> re.Pattern[str]:
    return re.compile(load_rules("initiative")["theme_in_system"])


def find_themes(text: str, vocabulary: Vocabulary) -> Iterator[FoundTheme]:
    """Every mention of a listed theme, in no order; a longer name of the vocabulary hides none.

    Args:
        text: clean text; offsets are its code points.
        vocabulary: whose terms of type theme are listed.
    """
    matcher = _matchers.get(vocabulary.fingerprint)
    if matcher is None:
        themes = tuple(term for term in vocabulary.terms if term.type == THEME)
        matcher = _matchers[vocabulary.fingerprint] = KnownNames(themes)
    in_system = _in_system()
    for known in matcher.find(text):
        if in_system.match(text, known.end):
            continue
        yield FoundTheme(known.start, known.end, known.term.name)
    for name, pattern in _wordings():
        for found in pattern.finditer(text):
            yield FoundTheme(*found.span(), name)
