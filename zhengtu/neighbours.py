"""The import packages stand at the root under plain names: says so when someone else's stands in front."""

# ruff: noqa: PTH118, PTH119, PTH120
from __future__ import annotations

import os.path  # not pathlib: every start of the command pays for what is imported here
import sys
from importlib.machinery import PathFinder

#: the packages that belong to us
OURS = ("ontology", "loaders", "graph", "queries")

#: the names under which the command is started
COMMAND = ("zhengtu", "zhengtu.exe", "zhengtu-script.py")


def foreign(name: str) -> str | None:
    """Where a package of our name comes from, if it is not ours.

    Args:
        name: one of OURS.

    Returns:
        the foreign folder or file, or None when our own is found (or none at all: the import itself will
        say so).
    """
    home = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    loaded = sys.modules.get(name)
    spec = loaded.__spec__ if loaded is not None else PathFinder.find_spec(name)
    if spec is None:
        return None
    places = list(spec.submodule_search_locations or ())
    place = places[0] if places else str(spec.origin)
    ours = os.path.join(home, name)
    return None if os.path.normcase(os.path.realpath(place)) == os.path.normcase(ours) else place


def refuse_foreign() -> None:
    """Ends the import with one line when a foreign package hides one of ours.

    Raises:
        ImportError: which says what to rename; run as a command, the line alone is shown.
    """
    for name in OURS:
        place = foreign(name)
        if place is None:
            continue
        line = (
            f"政图找到的 {name} 不是自己的:请把 {place} 改名或移开 / "
            f"zhengtu: {place} hides our own package '{name}': rename it or move it away"
        )
        if sys.argv[:1] and (sys.argv[0] == "-m" or os.path.basename(sys.argv[0]) in COMMAND):
            raise SystemExit(line)
        raise ImportError(line, name=name, path=str(place))
