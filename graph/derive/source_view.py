"""One source as the derivation sees it: its facts by kind, its own region, the names that are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from graph.read_source import About
from loaders.facts import Fact
from ontology.identifiers import Identifiers
from ontology.regions import Region
from ontology.vocabulary import Term, Vocabulary


class SourceView:
    """All that a contribution may depend on.

    Args:
        sha256: of the source's bytes.
        about: what the document says of itself.
        facts: in order.
        text: the decoded text, in which offsets count.
        vocabulary: known names and regions.
        base: IRI that identifiers begin with.
    """

    def __init__(
        self,
        sha256: str,
        about: About,
        facts: Sequence[Fact],
        text: str,
        vocabulary: Vocabulary,
        base: str,
    ) -> None:
        self.sha256 = sha256
        self.about = about
        self.facts = facts
        self.text = text
        self.vocabulary = vocabulary
        self.base = base
        self.ids = Identifiers(base)

    def of_kind(self, *kinds: str) -> Iterator[Fact]:
        """The facts of some kinds, in order."""
        return (fact for fact in self.facts if fact.kind in kinds)

    @cached_property
    def region(self) -> Region | None:
        """The document's own region."""
        return self.vocabulary.regions.get(self.about.region) if self.about.region else None

    @cached_property
    def known(self) -> Mapping[tuple[str, str], Term]:
        """The vocabulary by kind and wording (names before aliases)."""
        terms: dict[tuple[str, str], Term] = {}
        for term in self.vocabulary.terms:
            terms[term.kind, term.name] = term
        for term in self.vocabulary.terms:
            for alias in term.aliases:
                terms.setdefault((term.kind, alias), term)
        return terms

    def leading_region(self, name: str) -> tuple[Region | None, str]:
        """The region that a name begins with, by full names, and the rest of the name.

        青岛市即墨区大数据发展管理局 → 即墨区, 大数据发展管理局. A short form (青岛港集团) stays.
        """
        region, at = None, 0
        for start, end, place in self.vocabulary.regions.find(name):
            if start != at or name[start:end] not in (place.name, *place.former) or len(name) - end < 2:
                break
            region, at = place, end
        return region, name[at:]

    @cached_property
    def _headings(self) -> tuple[list[int], list[Fact]]:
        found = list(self.of_kind("heading"))
        return [fact.start for fact in found], found

    def heading_path(self, offset: int, path: str | None = None) -> tuple[str, tuple[str, ...]]:
        """Path of a heading, and the titles along it.

        Args:
            offset: raw; headings that begin there or before count.
            path: of the heading; that of the last one unless given.
        """
        starts, headings = self._headings
        index = bisect_right(starts, offset)
        if path is None:
            path = str(headings[index - 1].fields["path"]) if index else ""
        wanted = [step for step in accumulate(path.split("/"), "{}/{}".format) if step]
        titles: dict[str, str] = {}
        for heading in reversed(headings[:index]):
            above = str(heading.fields["path"])
            if above in wanted:
                titles.setdefault(above, str(heading.fields["title"]))
            if not wanted or above == wanted[0]:
                break
        return path, tuple(titles[step] for step in wanted if step in titles)
