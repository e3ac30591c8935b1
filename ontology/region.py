"""One place with its code and names."""

from __future__ import annotations

from dataclasses import dataclass

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
        former_codes: codes that it had before.
    """

    code: str
    name: str
    level: str
    parent: str | None
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    former_codes: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """0 for the country up to 5 for a zone."""
        return LEVELS.index(self.level)
