"""What a section speaks of, by the words of its title."""

from __future__ import annotations

import re
from functools import cache

from loaders.rules import load_rules
from loaders.run_in_titles import begins_like_a_sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_rules("section_kinds")
    return tuple((row["kind"], re.compile("|".join(map(re.escape, row["words"])))) for row in rows)


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for _, pattern in _patterns()))


def _own_kind(title: str) -> str | None:
    if not _any_word().search(title):  # most titles tell nothing: one look is enough
        return None
    return next((kind for kind, pattern in _patterns() if pattern.search(title)), None)


_SHORTEST_TASK = 6  # 组织体系, 发展环境 begin with a verb and are no tasks

#: What a section of each kind may hold besides its own kind: a principle 强化保障 is no safeguard, and a task
#: 加强支撑保障 is a task.
_STATING = frozenset({"basis", "status_quo", "problems", "situation", "goals", "glossary"})


def section_kind(title: str, above: str | None) -> str:
    """The kind of a section.

    Args:
        title: without its number.
        above: the kind of the section above, inherited where its own title does not tell; None at the top.
    """
    own = _own_kind(title[:40])
    if above is None or above == "other":
        return (
            own
            or above
            or ("tasks" if len(title) >= _SHORTEST_TASK and begins_like_a_sentence(title) else "other")
        )
    if own is None or (
        own not in _STATING and (above in _STATING or (above == "tasks" and own == "safeguards"))
    ):
        return above
    return own
