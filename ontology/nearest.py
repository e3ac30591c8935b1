"""The names that come nearest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Known names like this one, best first.

    A name that holds the other (青岛 in 青岛市) is nearer than one that only looks alike.

    Args:
        name: what was asked for.
        known: the names there are.
        count: how many at most.
    """
    from difflib import get_close_matches

    names = sorted(set(known))
    holding = [other for other in names if name and (name in other or other in name)]
    holding.sort(key=lambda other: (abs(len(other) - len(name)), other))
    alike = get_close_matches(name, names, n=count, cutoff=0.5)
    return list(dict.fromkeys([*holding, *alike]))[:count]
