"""Finds entities and sentences by words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from graph.api import Graph, Sentence
from graph.entities import Entity


class Found(NamedTuple):
    """What a search found, the best first."""

    entities: tuple[Entity, ...]
    sentences: tuple[Sentence, ...]


def search(graph: Graph, words: str, limit: int = 50) -> Found:
    """Entities and sentences that hold all words.

    Entities come first whose name is the words, then those that begin with them, then the shorter ones.
    Sentences are ranked by how often the words occur in them.

    Args:
        graph: open.
        words: separated by blanks; width and case do not matter.
        limit: how many of each at most.
    """
    wanted = _folded(words).split()
    if not wanted:
        return Found((), ())
    return Found(tuple(_entities(graph, wanted)[:limit]), tuple(_sentences(graph, wanted)[:limit]))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _entities(graph: Graph, wanted: Sequence[str]) -> list[Entity]:
    ranked = []
    for entity in graph.table.all:
        best = min(
            (_rank(name, wanted) for name in (entity.name, *entity.aliases) if _holds(_folded(name), wanted)),
            default=None,
        )
        if best is not None:
            ranked.append((best, entity.id, entity))
    return [entity for *_, entity in sorted(ranked, key=lambda row: row[:2])]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)


def _rank(name: str, wanted: Sequence[str]) -> tuple[bool, bool, int]:
    folded = _folded(name)
    whole = " ".join(wanted)
    return folded != whole, not folded.startswith(wanted[0]), len(name)


def _sentences(graph: Graph, wanted: Sequence[str]) -> list[Sentence]:
    """Sentences of all documents, read again from the kept bytes: a sentence without a fact is found too.

    A document is only cut into sentences where its whole text holds the words (cleaning costs a tenth of
    reading); the same bytes under several names are searched once.
    """
    found = []
    for names in graph.names.values():
        if _holds(_folded(graph.document(names[0]).clean), wanted):
            found += [one for one in graph.sentences(names[0]) if _holds(_folded(one.text), wanted)]

    def rank(sentence: Sentence) -> tuple[int, int, str, int]:
        folded = _folded(sentence.text)
        return -sum(map(folded.count, wanted)), len(folded), sentence.doc, sentence.start

    return sorted(found, key=rank)
