"""Names that the project knows: platforms, initiatives, bodies and their short forms, and names that are
none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from ontology.bilingual import Bilingual
from ontology.regions import Region, Regions, load_regions
from ontology.term import KINDS, Term
from ontology.vocabulary_file import read_vocabulary_file

__all__ = ["KINDS", "Term", "Vocabulary", "load_vocabulary"]

_TERMS = Path(__file__).parent / "data" / "terms.json"
_REGIONS = Path(__file__).parent / "data" / "regions.json"

#: the word that stands for no names of platforms, initiatives and bodies
NONE = "none"


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


@cache
def _shipped() -> tuple[Term, ...]:
    rows = json.loads(_TERMS.read_text(encoding="utf-8"))
    return tuple(
        Term(name, kind, kind_type, owner, tuple(aliases), note)
        for name, kind, kind_type, owner, aliases, note in rows
    )


@cache
def _regions_digest() -> str:
    return hashlib.sha256(_REGIONS.read_bytes()).hexdigest()


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
    if path is None:
        return _vocabulary(_shipped(), ()), []
    if str(path) == NONE:
        return _vocabulary((term for term in _shipped() if term.type == "theme"), ()), []
    content = read_vocabulary_file(Path(path), load_regions(), _shipped())
    own = {(term.kind, term.name) for term in content.terms}
    kept = (term for term in _shipped() if (term.kind, term.name) not in own)
    return _vocabulary((*kept, *content.terms), content.regions), content.problems


def _vocabulary(terms: Iterable[Term], more: Iterable[Region]) -> Vocabulary:
    ordered = tuple(sorted(terms, key=lambda term: (term.kind, term.name)))
    own = tuple(sorted(more, key=lambda region: region.code))
    regions = load_regions().extended(own) if own else load_regions()
    told = json.dumps(
        [_regions_digest(), [astuple(term) for term in ordered], [astuple(region) for region in own]],
        ensure_ascii=False,
    )
    return Vocabulary(ordered, regions, hashlib.sha256(told.encode()).hexdigest())
