"""Regions of China: codes of GB/T 2260, names, parents, former names, functional zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

#: Levels, from the widest; a zone is a development zone or new area without a code of its own kind.
LEVELS = ("country", "province", "prefecture", "county", "township", "zone")


@dataclass(frozen=True, slots=True)
class Region:
    """A place with its code.

    Attributes:
        code: GB/T 2260 code of six digits (nine for townships); 100000 is China; a user's own regions may
            have any code.
        name: the current full name: 即墨区, 青岛市, 山东省.
        level: one of LEVELS.
        parent: the code of the region above, None for the country.
        short: usual short forms: 青岛 for 青岛市, 恩施州 for 恩施土家族苗族自治州.
        former: earlier full names: 即墨市.
        marks: what stands for it in a document number: 鲁, 青, 即.
    """

    code: str
    name: str
    level: str
    parent: str | None
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


class Regions:
    """A table of regions that can be asked by code and by name, and extended by a user's own."""

    def __init__(self, regions: Iterable[Region]) -> None:
        raise NotImplementedError

    def get(self, code: str) -> Region | None:
        """The region with this code, also a former code."""
        raise NotImplementedError

    def named(self, name: str, within: str | None = None) -> list[Region]:
        """Regions with this full, short or former name, inside the region `within` (a code) if given;
        widest first."""
        raise NotImplementedError

    def path(self, code: str) -> list[Region]:
        """The region and all above it, the country first."""
        raise NotImplementedError

    def above(self, code: str, level: str) -> Region | None:
        """The region of a level that holds this one (itself counts)."""
        raise NotImplementedError

    def find(self, text: str) -> Iterator[tuple[int, int, Region]]:
        """Places named in a text, longest names first, left to right: (start, end, region).

        A chain such as 青岛市即墨区 is given as its parts; an ambiguous name (鼓楼区) is resolved by the
        region named just before it, else left out.
        """
        raise NotImplementedError

    def marked(self, mark: str) -> list[Region]:
        """Regions for which a document number begins with this mark (鲁政发 → 鲁), most likely first."""
        raise NotImplementedError

    def extended(self, more: Iterable[Region]) -> Regions:
        """A new table with a user's regions added."""
        raise NotImplementedError


@lru_cache(maxsize=1)
def load_regions() -> Regions:
    """The shipped table (compiled JSON, about 0.02 s)."""
    raise NotImplementedError
