"""Compiles the shipped names, ontology/terms/*.yaml, to JSON that loads at once (a development script).

python -m ontology.compile_terms
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
COMPILED = HOME / "data" / "terms.json"


def rows() -> list[list[Any]]:
    """[name, kind, type, owner, aliases, note] of every shipped name, sorted by kind and name.

    Raises:
        ValueError: two names of one kind share a wording.
    """
    import yaml

    found: dict[tuple[str, str], list[Any]] = {}
    wordings: dict[tuple[str, str], str] = {}
    for path in sorted((HOME / "terms").glob("*.yaml")):
        for told in yaml.safe_load(path.read_text(encoding="utf-8"))["terms"]:
            name, kind, aliases = told["name"], told["kind"], told.get("aliases", [])
            row = [name, kind, told.get("type"), told.get("owner"), aliases, told.get("note")]
            for wording in (name, *aliases):
                other = wordings.setdefault((kind, wording), name)
                if other != name or (kind, name) in found:
                    raise ValueError(f"{path.name}: {wording} names {other} and {name}")
            found[kind, name] = row
    return [found[key] for key in sorted(found)]


def compiled() -> str:
    """The text of the compiled file."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows())
    return f"[\n{lines}\n]\n"


if __name__ == "__main__":
    COMPILED.write_text(compiled(), encoding="utf-8", newline="\n")
