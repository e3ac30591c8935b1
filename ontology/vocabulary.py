"""Names that the project knows: platforms, initiatives, bodies and their short forms, and names that are
none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ontology.bilingual import Bilingual
from ontology.regions import Regions


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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All known names and the regions, as one build uses them.

    Attributes:
        terms: the names, sorted by kind and name.
        regions: the shipped regions and the user's own.
        fingerprint: a digest of all that can change a reading; kept by a graph directory.
    """

    terms: tuple[Term, ...]
    regions: Regions
    fingerprint: str

    def of_kind(self, kind: str) -> tuple[Term, ...]:
        """The terms of one kind."""
        return tuple(term for term in self.terms if term.kind == kind)


def load_vocabulary(path: Path | str | None = None) -> tuple[Vocabulary, list[Bilingual]]:
    """The shipped vocabulary, extended by a user's file.

    Args:
        path: a YAML file or an Excel sheet with Chinese heads; None: the shipped names alone;
            "none": no names of platforms, initiatives and bodies (the listed themes of the specification
                and the regions stay).

    Returns:
        the vocabulary and, for each bad line of the user's file, one line that names it; the rest is used.

    Raises:
        VocabularyError: the file can't be read at all.
    """
    raise NotImplementedError
