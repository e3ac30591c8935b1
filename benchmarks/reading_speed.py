"""Text → facts beside `jieba.cut` on the same text, in one run on one core.

    python benchmarks/reading_speed.py [FILE …]      (the examples unless files are given)

Printed for each document: characters, seconds for jieba.cut (its words used up), seconds for text → facts
(decoded text to list of facts: cleaning, outline, all extractors; warm, vocabularies loaded), and the ratio.
The best of several rounds counts: a machine shared with others is noisy, and noise only ever adds.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from statistics import median

import jieba

from loaders.extraction import extract
from loaders.reader import load_bytes
from ontology.vocabulary import load_vocabulary

ROUNDS = 7
EXAMPLES = Path(__file__).parent.parent / "examples"


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of ROUNDS runs."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main(paths: list[Path]) -> None:
    """Measures each file and prints a table."""
    own = EXAMPLES / "vocabulary.yaml"
    vocabulary, _ = load_vocabulary(own if own.exists() else None)
    jieba.setLogLevel(60)
    jieba.initialize()
    rows = []
    print(f"{'document':28}{'chars':>8}{'jieba.cut s':>13}{'reading s':>11}{'ratio':>8}{'µs/char':>9}")
    for path in paths:
        data = path.read_bytes()
        raw = load_bytes(data, path.name).raw
        words = best(lambda raw=raw: deque(jieba.cut(raw), maxlen=0))
        facts = best(lambda data=data, name=path.name: extract(load_bytes(data, name), vocabulary))
        rows.append((path.name, len(raw), words, facts))
        print(
            f"{path.name:28}{len(raw):8}{words:13.4f}{facts:11.4f}{facts / words:8.3f}"
            f"{facts / len(raw) * 1e6:9.2f}"
        )
    words, facts = sum(row[2] for row in rows), sum(row[3] for row in rows)
    each = [row[3] / row[1] for row in rows]
    slowest = max(each) / median(each)
    print(f"all: ratio {facts / words:.3f}; slowest document {slowest:.2f} × the median per character")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]]
    main(given or sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".html"}))
