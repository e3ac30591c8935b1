"""One known name: a platform, an initiative, a body, or a name that is none."""

from __future__ import annotations

from dataclasses import dataclass

#: what a term can be
KINDS = ("platform", "initiative", "body", "none")

#: type of the initiatives that are read whatever the vocabulary
THEME = "theme"


@dataclass(frozen=True, slots=True)
class Term:
    """A known name.

    Attributes:
        name: the usual name: 爱山东.
        kind: platform, initiative, body or none (a name that looks like one and is none).
        type: its finer kind: a platform kind (城市大脑), a type of organization (party), a listed theme
            ("theme").
        owner: code of the region whose it is (a province's app used by its cities), or None where each
            region has its own.
        aliases: other wordings of the same thing.
        note: where it is used.
    """

    name: str
    kind: str
    type: str | None = None
    owner: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def realm(self) -> str:
        """Terms of one realm share no wording: bodies are read apart from all others."""
        return "body" if self.kind == "body" else "named"
