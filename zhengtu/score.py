"""Facts against gold: precision, recall and F1, strict and relaxed, by kind and document.

strict: the names are equal (quotation marks, brackets of titles and blanks aside) and the evidence overlaps
the sentence that the gold cites. relaxed: names may differ a little. A gold file is named after its document:
`jimo.jsonl` scores the facts whose `doc` contains `jimo`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology.errors import InputError
from zhengtu.matching import RULES, Entry, Row, alike, distinct, plain, same_place

#: fields judged on the facts that matched strictly
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "citation": ("relation", "number"),
    "platform": ("action",),
    "target": ("comparator", "deadline", "status"),
    "organization": ("type",),
}
WAYS = ("strict", "relaxed")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many facts the gold holds, how many were found (repeats aside), how many are right."""

    gold: int
    found: int
    hit: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.hit / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 when the gold is empty."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both: twice the hits by all facts of both sides."""
        return 2 * self.hit / (self.gold + self.found) if self.gold + self.found else 0.0


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind in one document.

    Attributes:
        gold, found: distinct facts.
        strict, relaxed: the figures.
        attributes: share of strictly matched facts whose further field is right.
        missed, wrong: facts without a partner, relaxed.
    """

    gold: int
    found: int
    strict: Figures
    relaxed: Figures
    attributes: Mapping[str, float] = field(default_factory=dict)
    missed: tuple[Row, ...] = ()
    wrong: tuple[Row, ...] = ()


@dataclass(slots=True)
class _Pairing:
    """Gold entries with their partners, and the entries that nobody took."""

    pairs: list[tuple[Entry, Entry | None]]
    extra: list[Entry]

    def figures(self) -> Figures:
        hit = sum(partner is not None for _, partner in self.pairs)
        return Figures(len(self.pairs), hit + len(self.extra), hit)


def _pair(gold: Sequence[Entry], found: Sequence[Entry], relaxed: bool) -> _Pairing:
    free = set(range(len(found)))
    by_exact: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, entry in enumerate(found):
        by_exact[entry.key.exact].append(index)

    def take(wanted: Entry, loosely: bool) -> Entry | None:
        for index in by_exact[wanted.key.exact]:
            if index not in free or not same_place(wanted, found[index]):
                continue
            names = zip(wanted.key.names, found[index].key.names, strict=True)
            if all(alike(a, b) if loosely else a == b for a, b in names):
                free.discard(index)
                return found[index]
        return None

    pairs = [(entry, take(entry, False)) for entry in gold]
    if relaxed:
        pairs = [(entry, partner or take(entry, True)) for entry, partner in pairs]
    extra = [found[index] for index in free if not _repeats(found[index], pairs)]
    return _Pairing(pairs, extra)


def _repeats(entry: Entry, pairs: Sequence[tuple[Entry, Entry | None]]) -> bool:
    """A second fact about the same thing in the same sentence is a repeat, not an error."""
    return any(
        partner is not None and gold.key == entry.key and same_place(gold, entry) for gold, partner in pairs
    )


def score_kind(gold: Iterable[Row], facts: Iterable[Row], kind: str) -> KindScore | None:
    """Scores one kind of one document; None where neither side has any."""
    wanted, found = distinct(gold, kind), distinct(facts, kind)
    if not wanted and not found:
        return None
    strict, relaxed = _pair(wanted, found, False), _pair(wanted, found, True)
    both = [(g.row, f.row) for g, f in strict.pairs if f is not None]
    attributes = {
        name: sum(plain(g.get(name)) == plain(f.get(name)) for g, f in both) / len(both)
        for name in ATTRIBUTES.get(kind, ())
        if both
    }
    return KindScore(
        gold=len(wanted),
        found=len(found),
        strict=strict.figures(),
        relaxed=relaxed.figures(),
        attributes=attributes,
        missed=tuple(g.row for g, f in relaxed.pairs if f is None),
        wrong=tuple(entry.row for entry in relaxed.extra),
    )


def score_document(gold: Sequence[Row], facts: Sequence[Row]) -> dict[str, KindScore]:
    """Scores one document: {kind: score}, kinds in the order of the specification."""
    scores = {kind: score_kind(gold, facts, kind) for kind in RULES}
    return {kind: score for kind, score in scores.items() if score is not None}


def pooled(documents: Iterable[Mapping[str, KindScore]]) -> dict[tuple[str, str], Figures]:
    """All documents as one: {(kind or "total", way): figures}."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for document in documents:
        for kind, one in document.items():
            for way in WAYS:
                figures: Figures = getattr(one, way)
                # a kind of which nothing is right counts all that was found, repeats too
                found = figures.found if figures.hit else one.found
                for name in (kind, "total"):
                    for index, number in enumerate((one.gold, found, figures.hit)):
                        sums[name, way][index] += number
    order = [(name, way) for name in (*RULES, "total") for way in WAYS]
    return {place: Figures(*sums[place]) for place in order if place in sums}


def read_rows(path: Path | str) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file.

    Raises:
        InputError: a line is no JSON object with a kind.
    """
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            row["kind"]
        except (ValueError, TypeError, KeyError):
            raise InputError(
                f"{path} 第 {number} 行不是一条事实(JSON Lines,要有 kind):请核对文件",
                f"{path}, line {number} is no fact (JSON Lines with a kind): check the file",
            ) from None
        rows.append(row)
    return rows


def score_files(predicted: Path | str, gold: Sequence[Path | str]) -> dict[str, dict[str, KindScore]]:
    """Scores an export against gold files: {document: {kind: score}}.

    Args:
        predicted: facts as `export facts` or `facts` write them.
        gold: files named after their documents.

    Raises:
        InputError: a file is no JSON Lines of facts.
        OSError: a file can't be read.
    """
    facts = [row for row in read_rows(predicted) if row["kind"] in RULES]
    scores: dict[str, dict[str, KindScore]] = {}
    for path in map(Path, gold):
        mine = [row for row in facts if path.stem in str(row["doc"])]
        scores[path.stem] = score_document(read_rows(path), mine)
    return scores
