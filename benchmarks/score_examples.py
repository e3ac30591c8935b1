"""Reads the documents that have gold facts, and shows strict F1 beside the pinned floor.

    python benchmarks/score_examples.py            a table: set, kind, gold, found, F1, floor, difference
    python benchmarks/score_examples.py --raise    lifts floors to what is reached now; a floor never falls

Sets: the examples; more documents by which rules were made; a blind set, by whose errors none may be made;
and the reference documents beside the project when they are there.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from loaders.extraction import extract
from loaders.reader import load
from ontology.vocabulary import load_vocabulary
from zhengtu.score import Figures, pooled, score_files

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"


class GoldSet(NamedTuple):
    """Documents that are scored together."""

    name: str
    documents: Path
    gold: Path
    vocabulary: Path | None


def _own(name: str, folder: Path) -> GoldSet:
    return GoldSet(name, folder, folder / "gold", folder / "vocabulary.yaml")


SETS = (
    _own("examples", ROOT / "examples"),
    _own("more", ROOT / "benchmarks" / "documents" / "more"),
    _own("blind", ROOT / "benchmarks" / "documents" / "blind"),
    GoldSet("reference", ROOT.parent / "shared" / "corpus", ROOT.parent / "shared" / "gold", None),
)


def score_set(gold_set: GoldSet) -> dict[str, Figures]:
    """Strict figures pooled over the documents of a set: {kind or "total": figures}."""
    vocabulary, _ = load_vocabulary(gold_set.vocabulary)
    gold = sorted(gold_set.gold.glob("*.jsonl"))
    stems = {path.stem for path in gold}
    texts = [path for path in sorted(gold_set.documents.iterdir()) if path.is_file() and path.stem in stems]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "facts.jsonl"
        facts = (fact for path in texts for fact in extract(load(path), vocabulary))
        predicted.write_text("".join(f"{fact.as_json()}\n" for fact in facts), encoding="utf-8")
        scores = score_files(predicted, gold)
    return {kind: figures for (kind, way), figures in pooled(scores.values()).items() if way == "strict"}


def floors() -> dict[str, dict[str, float]]:
    """The pinned floors: {set: {kind: F1}}."""
    pinned: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def rows() -> Iterator[tuple[str, str, Figures, float]]:
    """(set, kind, figures, floor) for the sets that are here."""
    pinned = floors()
    for gold_set in SETS:
        if gold_set.gold.is_dir():
            for kind, figures in score_set(gold_set).items():
                yield gold_set.name, kind, figures, pinned.get(gold_set.name, {}).get(kind, 0.0)


def main(lift: bool) -> None:
    """Prints the table; lifts the floors when asked."""
    pinned = floors()
    print(f"{'set':10}{'kind':16}{'gold':>6}{'found':>7}{'F1':>8}{'floor':>8}{'':3}")
    for name, kind, figures, floor in rows():
        reached = int(figures.f1 * 1000) / 1000
        sign = "=" if reached == floor else f"{reached - floor:+.3f}"
        print(f"{name:10}{kind:16}{figures.gold:6}{figures.found:7}{figures.f1:8.3f}{floor:8.3f}   {sign}")
        pinned.setdefault(name, {})[kind] = max(reached, floor)
    if lift:
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main("--raise" in sys.argv)
