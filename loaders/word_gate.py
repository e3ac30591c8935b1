"""Where a pattern of many words is worth trying: one pass over a text for the words that it begins with.

A search with a hundred alternatives tries them all wherever the first sign of one stands; the automaton of
Aho and Corasick (Efficient string matching, 1975) looks at each sign once, however many words there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation


class GatedPattern:
    """A pattern of which each match begins with one of some words.

    Args:
        pattern: regular expression; never matches the empty word.
        words: what its matches begin with; a word may be cut short.
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern = pattern
        self.words = frozenset(words)
        shortest: list[str] = []
        for word in sorted(self.words):
            # a word that begins with another one begins at the same place
            if not shortest or not word.startswith(shortest[-1]):
                shortest.append(word)
        self._automaton = AhoCorasick(shortest, implementation=Implementation.DFA)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches between two offsets, as the pattern alone would find them.

        Args:
            text: any text.
            start, end: offsets in code points.
        """
        return self.tried(self.places(text, start, end), text, start, end)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where one of the words begins between two offsets, in order (all of them in code points)."""
        piece = text if start == 0 and end == len(text) else text[start:end]
        found = self._automaton.find_matches_as_indexes(piece, overlapping=True)
        return sorted({start + place for _, place, _ in found})

    def tried(self, places: Iterable[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that begin at some places.

        Args:
            places: offsets in code points, sorted; every place where a match may begin is among them.
            text: any text.
            start, end: offsets in code points.
        """
        match_at, cursor = self.pattern.match, start
        for place in places:
            if place >= cursor and (match := match_at(text, place, end)):
                yield match
                cursor = match.end()
