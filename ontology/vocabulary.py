"""Names that the project knows: platforms, initiatives, bodies and their short forms, and names that are
none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ontology.bilingual import Bilingual
from ontology.regions import Regions, load_regions
from ontology.term import KINDS, THEME, Term
from ontology.vocabulary_file import read_vocabulary_file
from ontology.vocabulary_rows import read_rows

__all__ = ["KINDS", "Term", "Vocabulary", "load_vocabulary"]

_DATA = Path(__file__).parent / "data" / "terms.json"

#: what a user gives instead of a file, to read without any names
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


def load_vocabulary(path: Path | str | None = None) -> tuple[Vocabulary, list[Bilingual]]:
    """The shipped vocabulary, extended by a user's file.

    Args:
        path: a YAML file or an Excel sheet with Chinese heads (docs/vocabulary.md); None: the shipped names
            alone; "none": no names of platforms, initiatives and bodies (the listed themes of the
            specification and the regions stay).

    Returns:
        the vocabulary and, for each bad line of the user's file, one line that names it; the rest is used.

    Raises:
        VocabularyError: the file can't be read at all.
    """
    if path is None:
        return _shipped_vocabulary(), []
    if str(path) == NONE:
        themes = [term for term in shipped_terms() if term.type == THEME]
        return _vocabulary(themes, load_regions()), []
    rows = read_vocabulary_file(Path(path))
    read = read_rows(rows, load_regions(), shipped_terms())
    return _vocabulary(overlaid(shipped_terms(), read.terms), read.regions), read.bad_lines


@lru_cache(maxsize=1)
def shipped_terms() -> tuple[Term, ...]:
    """The terms of the shipped vocabulary (compiled JSON)."""
    rows = json.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(
        Term(name, kind, type_, owner, tuple(aliases), note)
        for name, kind, type_, owner, aliases, note in rows
    )


@lru_cache(maxsize=1)
def _shipped_vocabulary() -> Vocabulary:
    return _vocabulary(shipped_terms(), load_regions())


def overlaid(shipped: Iterable[Term], user: Iterable[Term]) -> list[Term]:
    """Shipped terms with a user's over them: a wording that the user gives is the user's alone.

    A shipped term whose name the user gives goes out; one whose alias the user gives loses the alias.
    """
    mine = list(user)
    taken = {(term.realm, wording) for term in mine for wording in term.wordings}
    for term in shipped:
        if (term.realm, term.name) in taken:
            continue
        left = tuple(alias for alias in term.aliases if (term.realm, alias) not in taken)
        mine.append(
            term
            if left == term.aliases
            else Term(term.name, term.kind, term.type, term.owner, left, term.note)
        )
    return mine


def _vocabulary(terms: Iterable[Term], regions: Regions) -> Vocabulary:
    ordered = tuple(sorted(terms, key=lambda term: (term.kind, term.name, term.owner or "")))
    # a note changes no reading
    told = [[term.name, term.kind, term.type, term.owner, sorted(term.aliases)] for term in ordered]
    text = json.dumps(told, ensure_ascii=False) + regions.fingerprint
    return Vocabulary(ordered, regions, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
