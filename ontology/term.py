"""A name that the project knows."""

from __future__ import annotations

from dataclasses import dataclass

#: what a name may be the name of; `none`: it looks like a name and is none
KINDS = ("platform", "initiative", "body", "none")


@dataclass(frozen=True, slots=True)
class Term:
    """A known name.

    Attributes:
        name: the usual name: 爱山东.
        kind: one of KINDS.
        type: its finer kind: a platform kind (城市大脑), a type of organization (party), a listed theme
            ("theme").
        owner: code of the region whose it is (a province's app used by its cities), or None where each region
            has its own.
        aliases: other wordings of the same thing.
        note: where it is used.
    """

    name: str
    kind: str
    type: str | None = None
    owner: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
