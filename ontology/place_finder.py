"""Finds the names of places in running text: one pass, the longest name that is meant as a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from ahocorasick_rs import AhoCorasick

from ontology.place_names import NameRules
from ontology.region import Region

#: what may stand between two places of one list, so that the first tells where the second lies
_JOINERS = frozenset({"", "、", ",", "，", "和", "及", "与", "·", " ", "(", "（"})
_BOUNDARY = frozenset("\n\t \u3000,，.。;；:：、!！?？“”‘’\"'《》〈〉()（）[]【】〔〕—-·|/")

#: length of the codes from which zones within a county are told
_TOWNSHIP_CODE = 8
#: rank from which a short form of two signs is too often a part of other words
_COUNTY = 3


class Table(Protocol):
    """What is asked of a table of regions (ontology.regions.Regions)."""

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name → codes, widest level first."""
        ...

    def get(self, code: str) -> Region | None:
        """The region with a code."""
        ...

    def rank_of(self, code: str) -> int:
        """0 for the country up to 5 for a zone."""
        ...

    def path(self, code: str) -> list[Region]:
        """The region and all above it, the country first."""
        ...

    def holds(self, outer: str, inner: str) -> bool:
        """Whether one region lies in another."""
        ...


class _Known(NamedTuple):
    """A name in the automaton: whose it may be, and how freely it counts."""

    codes: tuple[str, ...]
    free: bool
    alone: bool


class PlaceFinder:
    """An automaton over all names of a table.

    Args:
        regions: the table.
        rules: which names count only behind the place they lie in, and which wordings mean no place.
    """

    def __init__(self, regions: Table, rules: NameRules) -> None:
        self._regions, self._rules = regions, rules
        self._words: list[str] = []
        self._known: list[_Known | None] = []
        names = regions.names
        for name, codes in names.items():
            known = self._judge(name, codes)
            if known is not None:
                self._words.append(name)
                self._known.append(known)
        for phrase in rules.phrases:
            self._words.append(phrase)
            self._known.append(None)
        self._automaton = AhoCorasick(self._words)

    def _judge(self, name: str, codes: tuple[str, ...]) -> _Known | None:
        """How a name counts: everywhere, alone between punctuation, or only behind a place."""
        if len(name) < 2:
            return None
        ranks = [self._regions.rank_of(code) for code in codes]
        if not ranks[0]:
            # the country is named everywhere and tells nothing
            codes, ranks = codes[1:], ranks[1:]
        if not codes:
            return None
        if name in self._rules.bare or all(len(code) > _TOWNSHIP_CODE for code in codes):
            return _Known(codes, free=False, alone=False)
        return _Known(codes, free=len(name) > 2 or ranks[0] < _COUNTY, alone=True)

    def find(self, text: str) -> Iterator[tuple[int, int, Region]]:
        """The places of a text, left to right, without overlap; linear in its length."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        matches.sort(key=lambda match: (match[1], -match[2]))
        done, last_end, last = 0, -1, None
        for index, start, end in matches:
            if start < done:
                continue
            known = self._known[index]
            if known is None:
                done = end
                continue
            if self._belongs_elsewhere(text, start, end):
                continue
            near = last if last is not None and text[last_end:start] in _JOINERS else None
            region = self._meant(known, text, start, end, near)
            if region is not None:
                done = last_end = end
                last = region
                yield start, end, region

    def _belongs_elsewhere(self, text: str, start: int, end: int) -> bool:
        """Whether the first or the last sign makes a word with its neighbour: 青岛市场, 城市南区."""
        after = self._rules.splits.get(text[end - 1])
        if after is not None and end < len(text) and text[end] in after:
            return True
        before = self._rules.joins.get(text[start])
        return before is not None and start > 0 and text[start - 1] in before

    def _meant(self, known: _Known, text: str, start: int, end: int, near: Region | None) -> Region | None:
        """The region that a name stands for here, or None."""
        word = text[start:end]
        if near is not None:
            for place in reversed(self._regions.path(near.code)[1:]):
                inside = [code for code in known.codes if code != place.code]
                inside = [code for code in inside if self._regions.holds(place.code, code)]
                if len(inside) == 1:
                    return self._regions.get(inside[0])
                if inside:
                    return self._widest(word, inside)
        if not (known.free or (known.alone and _stands_alone(text, start, end))):
            return None
        return self._widest(word, list(known.codes))

    def _widest(self, word: str, codes: list[str]) -> Region | None:
        """The only one; else the only one that bears the name now; else a province or prefecture beside
        narrower places of that name (吉林, 海南)."""
        regions = [region for code in codes if (region := self._regions.get(code))]
        present = [region for region in regions if word not in region.former] or regions
        named = [region for region in present if word == region.name] or present
        if len(named) == 1:
            return named[0]
        top = min(region.rank for region in named)
        widest = [region for region in named if region.rank == top]
        return widest[0] if len(widest) == 1 and top < _COUNTY else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name fills the room between two marks of punctuation or ends of text."""
    return (start == 0 or text[start - 1] in _BOUNDARY) and (end == len(text) or text[end] in _BOUNDARY)
