"""Finds the names of the vocabulary in a text: one pass, the longest name that begins first."""

from __future__ import annotations

from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ontology.vocabulary import Term, Vocabulary

#: kinds of terms that are looked for; names of bodies have a reader of their own
NAMED = frozenset({"platform", "initiative", "none"})
#: up to so many wordings the fastest form of the matcher is used; it takes the most room
_FEW = 2000


class KnownName(NamedTuple):
    """A name of the vocabulary at a clean span."""

    start: int
    end: int
    term: Term


class KnownNames:
    """A matcher for the names and aliases of a vocabulary.

    Args:
        terms: of platforms, initiatives and names that are none; a longer name hides a shorter one inside it,
            so that a name that is none (政务服务中心) keeps its part from being read.
    """

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms: dict[str, Term] = {}
        for term in terms:
            for wording in (term.name, *term.aliases):
                self._terms.setdefault(wording, term)
        wordings = sorted(self._terms)
        self._wordings = wordings
        form = Implementation.DFA if len(wordings) <= _FEW else None
        self._automaton = AhoCorasick(wordings, matchkind=MatchKind.LeftmostLongest, implementation=form)

    def find(self, text: str) -> list[KnownName]:
        """All names in a text, left to right, without overlap."""
        terms, wordings = self._terms, self._wordings
        return [
            KnownName(start, end, terms[wordings[index]])
            for index, start, end in self._automaton.find_matches_as_indexes(text)
        ]


#: one matcher a vocabulary, by fingerprint: building it costs more than reading a page
_matchers: dict[str, KnownNames] = {}


def known_names(vocabulary: Vocabulary, text: str) -> list[KnownName]:
    """The platforms, initiatives and names that are none in a text.

    Args:
        vocabulary: whose names are sought.
        text: clean text; offsets are its code points.
    """
    matcher = _matchers.get(vocabulary.fingerprint)
    if matcher is None:
        names = tuple(term for term in vocabulary.terms if term.kind in NAMED)
        matcher = _matchers[vocabulary.fingerprint] = KnownNames(names)
    return matcher.find(text)
