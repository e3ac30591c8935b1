"""Regions of China: codes of GB/T 2260, names, parents, former names, functional zones."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ontology.place_finder import PlaceFinder
from ontology.place_names import NameRules, marks_of
from ontology.region import LEVELS, Region

__all__ = ["LEVELS", "Region", "Regions", "load_regions"]

_DATA = Path(__file__).parent / "data" / "regions.json"
_COUNTRY = "100000"


class Regions:
    """A table of regions that can be asked by code and by name, and extended by a user's own.

    Args:
        regions: the regions; a later one replaces an earlier one of the same code.
        rules: of names; the shipped ones unless given.
    """

    def __init__(self, regions: Iterable[Region], rules: NameRules | None = None) -> None:
        self._made: dict[str, Region] = {region.code: region for region in regions}
        self._rows: dict[str, list[Any]] = {}
        self._rules = rules or NameRules.of(_shipped()["rules"])

    @classmethod
    def _of_rows(cls, rows: Iterable[list[Any]], made: Iterable[Region] = ()) -> Regions:
        """A table over compiled rows; Region objects are made when they are asked for."""
        table = cls(made)
        table._rows = {row[0]: row for row in rows}
        return table

    def __iter__(self) -> Iterator[Region]:
        """All regions by code."""
        return (self._region(code) for code in sorted({*self._rows, *self._made}))

    def __len__(self) -> int:
        return len({*self._rows, *self._made})

    @property
    def rules(self) -> NameRules:
        """The rules that short names and finding go by."""
        return self._rules

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all that the table says, rules included."""
        user = sorted(astuple(self._made[code]) for code in self._user_codes)
        shipped = _shipped()["sha256"] if self._rows else ""
        return hashlib.sha256(f"{shipped}{json.dumps(user, ensure_ascii=False)}".encode()).hexdigest()

    def _region(self, code: str) -> Region:
        region = self._made.get(code)
        if region is None:
            region = self._made[code] = self._read(self._rows[code])
        return region

    def _read(self, row: list[Any]) -> Region:
        code, name, level, parent = row[:4]
        filled: list[Any] = row[4:] + [()] * (8 - len(row))
        short, former, marks, codes = filled
        if level < LEVELS.index("township"):
            marks = marks_of(self._rules.stem(name), marks)
        return Region(
            code, name, LEVELS[level], parent, tuple(short), tuple(former), tuple(marks), tuple(codes)
        )

    @cached_property
    def _former_codes(self) -> dict[str, str]:
        codes = {old: row[0] for row in self._rows.values() if len(row) > 7 for old in row[7]}
        codes.update((old, region.code) for region in self._made.values() for old in region.former_codes)
        return codes

    def get(self, code: str) -> Region | None:
        """The region with this code, also a former code."""
        if code in self._made or code in self._rows:
            return self._region(code)
        now = self._former_codes.get(code)
        return self._region(now) if now is not None else None

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Every full, short and former name → codes, widest level first, then by code."""
        index: dict[str, list[tuple[int, str]]] = {}
        for code, row in self._rows.items():
            if code not in self._user_codes:
                key = (row[2], code)
                for name in (row[1], *(row[4] if len(row) > 4 else ()), *(row[5] if len(row) > 5 else ())):
                    index.setdefault(name, []).append(key)
        for code in self._user_codes:
            region = self._made[code]
            for name in (region.name, *region.short, *region.former):
                index.setdefault(name, []).append((region.rank, code))
        return {name: tuple(code for _, code in sorted(set(keys))) for name, keys in index.items()}

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of all names by their first two code points, the longest first."""
        lengths: dict[str, set[int]] = {}
        for name in self.names:
            lengths.setdefault(name[:2], set()).add(len(name))
        return {start: tuple(sorted(of_start, reverse=True)) for start, of_start in lengths.items()}

    def names_at_start(self, text: str) -> list[str]:
        """The names of regions that a text begins with, the longest first; of at least two code points."""
        lengths = self._lengths.get(text[:2], ())
        return [
            text[:length] for length in lengths if 1 < length <= len(text) and text[:length] in self.names
        ]

    @cached_property
    def _user_codes(self) -> frozenset[str]:
        """Codes of regions that don't come from the compiled rows, or replace one of them."""
        return frozenset(
            code
            for code, region in self._made.items()
            if code not in self._rows or self._read(self._rows[code]) != region
        )

    def named(self, name: str, within: str | None = None) -> list[Region]:
        """Regions with this full, short or former name, inside the region `within` (a code) if given;
        widest first, those that bear the name now before those that once did."""
        codes = self.names.get(name)
        if codes is None:  # most words that are asked for are no place
            return []
        found = [self._region(code) for code in codes]
        if within is not None:
            found = [region for region in found if self.holds(within, region.code)]
        return sorted(found, key=lambda region: (name in region.former, region.rank, region.code))

    def rank_of(self, code: str) -> int:
        """The rank of a region that is in the table (see Region.rank), without making its object."""
        row = self._rows.get(code)
        return self._made[code].rank if row is None or code in self._made else int(row[2])

    def path(self, code: str) -> list[Region]:
        """The region and all above it, the country first; empty for an unknown code."""
        found: list[Region] = []
        region = self.get(code)
        while region is not None and region not in found:
            found.append(region)
            region = self.get(region.parent) if region.parent is not None else None
        return found[::-1]

    def above(self, code: str, level: str) -> Region | None:
        """The region of a level that holds this one (itself counts)."""
        return next((region for region in self.path(code) if region.level == level), None)

    def holds(self, outer: str, inner: str) -> bool:
        """Whether the region `inner` lies in `outer` (itself counts); both are codes."""
        return any(region.code == outer for region in self.path(inner))

    @cached_property
    def _finder(self) -> PlaceFinder:
        return PlaceFinder(self, self._rules)

    def find(self, text: str) -> Iterator[tuple[int, int, Region]]:
        """Places named in a text, longest names first, left to right: (start, end, region).

        A chain such as 青岛市即墨区 is given as its parts; an ambiguous name (鼓楼区) is resolved by the
        region named just before it, else left out. A county's short form of two signs counts only behind a
        place that holds it, or alone between punctuation; the country is not a find.
        """
        return self._finder.find(text)

    @cached_property
    def _by_mark(self) -> dict[str, list[str]]:
        index: dict[str, list[tuple[int, int, str]]] = {}
        for region in self:
            for place, mark in enumerate(region.marks):
                index.setdefault(mark, []).append((region.rank, place, region.code))
        return {mark: [code for _, _, code in sorted(keys)] for mark, keys in index.items()}

    def marked(self, mark: str) -> list[Region]:
        """Regions for which a document number begins with this mark (鲁政发 → 鲁), most likely first: the
        widest, and among these the one whose usual mark it is."""
        return [self._region(code) for code in self._by_mark.get(mark, ())]

    def extended(self, more: Iterable[Region]) -> Regions:
        """A new table with a user's regions added; one with a known code replaces the shipped region."""
        user = [self._made[code] for code in self._user_codes]
        table = Regions([*user, *more], self._rules)
        table._rows = self._rows
        return table


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    text = _DATA.read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    content["sha256"] = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return content


@lru_cache(maxsize=1)
def load_regions() -> Regions:
    """The shipped table (compiled JSON, about 0.02 s)."""
    return Regions._of_rows(_shipped()["regions"])
