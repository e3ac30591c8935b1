"""Initiatives: named programmes, goal-states and listed themes, found by the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.facts import Fact
from loaders.known_names import KnownName
from loaders.reading import Reading

#: Sections that tell what is lacking or what the world is like, not what the region commits to.
NOT_OWN = frozenset({"problems", "situation", "glossary"})

_QUOTES = re.compile("[“”‘’]")


def _wanted(reading: Reading, known: KnownName) -> bool:
    if known.term.kind != "initiative" or reading.in_title(known.start):
        return False
    sentence = reading.sentence_at(known.start)
    if sentence.start == sentence.end:
        return False
    section = reading.outline.section_at(known.start)
    return section is None or section.kind not in NOT_OWN


def read_initiatives(reading: Reading) -> Iterator[Fact]:
    """Facts of kind initiative: each name once a document, at the first sentence in which the region does it.

    Fields: name (as written, without quotation marks; a listed theme by its listed name), known (the
    vocabulary's name), theme (whether it is a listed theme).
    """
    seen: set[str] = set()
    for known in reading.known:
        theme = known.term.type == "theme"
        name = known.term.name if theme else _QUOTES.sub("", reading.text[known.start : known.end])
        if name in seen or not _wanted(reading, known):
            continue
        seen.add(name)
        yield reading.fact(
            "initiative",
            known.start,
            known.end,
            rule="listed_theme" if theme else "known_initiative",
            name=name,
            known=known.term.name,
            theme=theme,
        )
