"""What is done to a platform: the action that the words around its name tell."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.rules import load_rules

#: where a clause ends; a list (、) stays in one clause, so that its verb reaches every name
_BORDER = re.compile(r"[,;。:!?\n]")

ACTIONS = ("build", "upgrade", "use", "connect", "promote", "exist")


class _Verbs(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    meaning: dict[tuple[str, str], str]
    weak_means: str


@cache
def _verbs() -> _Verbs:
    rules = load_rules("platform_actions")
    meaning = {
        (side, verb): action
        for action in ACTIONS
        for side in ("before", "after")
        for verb in rules[action][side]
    }
    meaning.update({("before", verb): "weak" for verb in rules["weak"]})

    def one_of(side: str) -> str:
        # longest first, so that 建设完善 is not read as 建设
        return "|".join(sorted((verb for at, verb in meaning if at == side), key=lambda v: (-len(v), v)))

    return _Verbs(
        re.compile(one_of("before")), re.compile(f"(?:{one_of('after')})"), meaning, rules["weak_means"]
    )


def clause_around(text: str, start: int, end: int, sentence: Span) -> Span:
    """The part of a sentence between two borders (,;。:) that holds a name.

    Args:
        text: clean text; start, end, sentence: clean offsets.
    """
    left = sentence.start
    for border in _BORDER.finditer(text, sentence.start, start):
        left = border.end()
    right = _BORDER.search(text, end, sentence.end)
    return Span(left, right.start() if right else sentence.end)


def action_on(text: str, start: int, end: int, sentence: Span) -> str:
    """The action on the name at a clean span, one of ACTIONS.

    The nearest verb before the name in its clause tells, unless a noun of action directly behind the name
    does (推进城市大脑建设: build). Without either, the name is only said to exist.
    """
    verbs = _verbs()
    clause = clause_around(text, start, end, sentence)
    behind = verbs.after.match(text, _after_quote(text, end), clause.end)
    before = None
    for match in verbs.before.finditer(text, clause.start, start):
        before = match
    nearest = verbs.meaning["before", before[0]] if before else None
    if behind and nearest in (None, "weak", "build", "upgrade"):
        told = verbs.meaning["after", behind[0]]
        # 深化X建设, 完善X建设: what is built further stands already
        return "upgrade" if nearest == "upgrade" and told == "build" else told
    if nearest == "weak":
        return verbs.weak_means
    return nearest or "exist"


def _after_quote(text: str, end: int) -> int:
    """Steps over a closing quotation mark."""
    return end + 1 if text[end : end + 1] in ("”", "’") else end
