"""Short names and marks of places, by rule: 恩施土家族苗族自治州 is called 恩施州 and 恩施."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: what a zone's long title is cut to in daily use
_ZONE_SHORT = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)

#: signs of kinds of document numbers (政办发, 府字, 国发): at the start of one they tell no county
_NUMBER_SIGNS = frozenset("政府办发党委国中行字")


@dataclass(frozen=True, slots=True)
class NameRules:
    """The rules of ontology/places/names.yaml that are needed at run time.

    Attributes:
        endings: final words of names (省, 自治州), longest first.
        nationalities: 壮族, 回族 …, taken out of names of autonomous places.
        ordinary: short forms that are ordinary words: never a short name.
        bare: full names that count only behind the place they lie in.
        phrases: wordings that hold a place's name and don't mean it.
        splits: final sign of a name → signs that take it to the next word (市 + 场).
        joins: first sign of a name → signs before that take it to the word before (城 + 市).
    """

    endings: tuple[str, ...]
    nationalities: tuple[str, ...]
    ordinary: frozenset[str]
    bare: frozenset[str]
    phrases: tuple[str, ...]
    splits: Mapping[str, str]
    joins: Mapping[str, str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> NameRules:
        """The rules from parsed YAML or JSON."""
        return cls(
            endings=tuple(data["endings"]),
            nationalities=tuple(sorted(data["nationalities"], key=lambda word: (-len(word), word))),
            ordinary=frozenset(data["ordinary"]),
            bare=frozenset(data["bare"]),
            phrases=tuple(data["phrases"]),
            splits={sign: "".join(after) for sign, after in data["splits"].items()},
            joins={sign: "".join(before) for sign, before in data["joins"].items()},
        )

    def stem(self, name: str) -> str:
        """A name without its ending and without nationalities: 即墨, 恩施; never empty."""
        for ending in self.endings:
            if name.endswith(ending) and len(name) > len(ending):
                stem = name[: -len(ending)]
                if ending.startswith("自治"):
                    stem = self._without_nationalities(stem)
                return stem
        return name

    def short_names(self, name: str, level: str) -> tuple[str, ...]:
        """Usual short forms of a place, the usual one first; never of a single character.

        Args:
            name: the full name.
            level: one of ontology.regions.LEVELS.
        """
        found = []
        if level == "zone":
            found = [name.replace(long, short) for long, short in _ZONE_SHORT if name.endswith(long)][:1]
        else:
            stem = self.stem(name)
            for autonomous, plain in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")):
                if name.endswith(autonomous):
                    found.append(stem + plain)
            if level == "prefecture" and name.endswith("地区"):
                found.append(name)
            found.append(stem)
        good = [form for form in found if len(form) > 1 and form != name and form not in self.ordinary]
        return tuple(dict.fromkeys(good))

    def _without_nationalities(self, stem: str) -> str:
        """Strips nationalities from the end of a stem, but leaves at least one character."""
        again = True
        while again:
            again = False
            for nation in self.nationalities:
                if stem.endswith(nation) and len(stem) > len(nation):
                    stem, again = stem[: -len(nation)], True
                    break
        return stem


def marks_of(stem: str, more: Sequence[str] = ()) -> tuple[str, ...]:
    """What may stand for a place in a document number: 鲁 (told), 山东 (its stem), 山 (its first sign).

    Args:
        stem: the name without its ending.
        more: marks that no rule gives; they come first.
    """
    first = stem[:1] if re.match(r"[一-鿿]", stem) and stem[0] not in _NUMBER_SIGNS else ""
    return tuple(dict.fromkeys(mark for mark in (*more, stem, first) if mark))
