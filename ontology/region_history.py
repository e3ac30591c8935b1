"""Follows codes of places through the yearly revisions of GB/T 2260 (development only).

A code that disappears in a year while another appears with the same stem (即墨市 370282 → 即墨区 370215) has
moved there; what can't be followed so stands in ontology/places/changes.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ontology.place_names import NameRules

#: one state: code → name
Revision = Mapping[str, str]


class History(NamedTuple):
    """Where codes went, and what places were called.

    Attributes:
        moved: old code → the code that took its place, already the last one.
        names: code → former full names, the latest first.
    """

    moved: dict[str, str]
    names: dict[str, tuple[str, ...]]


def rank(code: str) -> str:
    """province, prefecture or county, by the zeros of a code."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _successor(code: str, name: str, added: Iterable[str], state: Revision, rules: NameRules) -> str | None:
    """The one new code of the same rank, province and stem; another province only where none is in the own
    (四川 → 重庆)."""
    stem = rules.stem(name)
    alike = [new for new in added if rank(new) == rank(code) and rules.stem(state[new]) == stem]
    own = [new for new in alike if new[:2] == code[:2]]
    near = [new for new in own if new[:4] == code[:4]]
    if len(stem) == 1:
        # 蓟县 → 蓟州区: a name of one sign is lengthened when its county becomes a city or a district
        alike_near = [new for new in added if new[:4] == code[:4] and state[new].startswith(stem)]
        near = near or [new for new in alike_near if rank(new) == rank(code)]
    for group in (near, own, alike):
        if len(group) == 1:
            return group[0]
        if group:
            return None
    return None


class _Place:
    """One place on its way through the years. A code may be given to another place later: that is another
    object."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.names: list[str] = []

    def was(self, code: str, name: str) -> None:
        """Notes a code and a name of one year."""
        if not self.codes or self.codes[-1] != code:
            self.codes.append(code)
        if not self.names or self.names[-1] != name:
            self.names.append(name)


def follow(
    revisions: list[Revision], gone: Mapping[str, str], reused: Sequence[str], rules: NameRules
) -> History:
    """Walks through the revisions, oldest first.

    Args:
        revisions: states in order of time; the last one is the present.
        gone: old code → new code, told by hand; wins over what is found.
        reused: codes that were given to another place without a pause.
        rules: of names, for the stems.
    """
    living: dict[str, list[_Place]] = defaultdict(list)
    for before, after in zip([{}, *revisions], revisions, strict=False):
        handed_on = _handed_on(before, after, rules) | {
            code for code in reused if code in after and before.get(code, after[code]) != after[code]
        }
        added = [code for code in after if code not in before or code in handed_on]
        joining: list[tuple[str, list[_Place]]] = []
        for code, name in before.items():
            if code not in after or code in handed_on:
                told = gone.get(code) if code not in after else None
                target = told or _successor(code, name, added, after, rules)
                leaving = living.pop(code, [])
                if target is not None:
                    joining.append((target, leaving))
        for target, places in joining:
            living[target].extend(places)
        for code in added:
            living[code].append(_Place())
        for code, name in after.items():
            for place in living[code]:
                place.was(code, name)
    history = _settled(living, revisions[-1])
    history.moved.update({old: new for old, new in gone.items() if new in revisions[-1]})
    return history


def _handed_on(before: Revision, after: Revision, rules: NameRules) -> set[str]:
    """Codes that were given to another place: the old place's stem is found under another code now."""
    now = defaultdict(set)
    for code, name in after.items():
        now[rank(code), code[:2], rules.stem(name)].add(code)
    found = set()
    for code, name in before.items():
        if code in after and rules.stem(after[code]) != rules.stem(name):
            others = now.get((rank(code), code[:2], rules.stem(name)), set())
            if any(before.get(other) != after[other] for other in others):
                found.add(code)
    return found


def _settled(living: Mapping[str, list[_Place]], present: Revision) -> History:
    """What the places that are still there were called; of two that had one code, the later one keeps it."""
    moved: dict[str, str] = {}
    names: dict[str, tuple[str, ...]] = {}
    for code, places in sorted(living.items()):
        if code not in present:
            continue
        called = [name for place in places for name in reversed(place.names) if name != present[code]]
        if called:
            names[code] = tuple(dict.fromkeys(called))
        for place in places:
            moved.update({old: code for old in place.codes if old != code and old not in present})
    return History(moved, names)
