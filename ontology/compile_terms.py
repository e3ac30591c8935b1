"""Compiles ontology/data/terms.json from ontology/terms/*.yaml (development only).

python -m ontology.compile_terms
"""

from __future__ import annotations

import json
from pathlib import Path

from ontology.regions import load_regions
from ontology.vocabulary_file import Row, read_vocabulary_file
from ontology.vocabulary_rows import read_rows

HERE = Path(__file__).parent
COMPILED = HERE / "data" / "terms.json"


def compiled() -> str:
    """The text of the compiled file: [name, kind, type, owner, aliases, note] a line.

    Raises:
        ValueError: a line of the sources is bad.
    """
    found: list[Row] = []
    for path in sorted((HERE / "terms").glob("*.yaml")):
        found += read_vocabulary_file(path)
    read = read_rows(found, load_regions(), ())
    if read.bad_lines:
        raise ValueError("\n".join(line.en for line in read.bad_lines))
    terms = sorted(read.terms, key=lambda term: (term.kind, term.name))
    lines = (
        json.dumps([term.name, term.kind, term.type, term.owner, term.aliases, term.note], ensure_ascii=False)
        for term in terms
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    COMPILED.write_text(compiled(), encoding="utf-8", newline="\n")
