"""Where a title ends whose body follows without a mark (基础形势“十三五”以来,…): by the words on either side.

Titles of official documents end with a noun, their text begins anew with a verb, a preposition or a time. A
place that looks like both scores highest; the words and their weights are data (rules/title_words.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.rules import load_rules

_SHORT = 24
_LEAST_REST = 5  # a body is at least a short sentence
_LONGEST = 60  # no title is longer
_VERB = 1.0  # openers below this are nouns as often


class _Words(NamedTuple):
    fixed: re.Pattern[str]
    joining: tuple[str, ...]
    openers: re.Pattern[str]
    openings: re.Pattern[str]
    weights: tuple[float, ...]
    endings: dict[str, float]
    dangling: tuple[str, ...]


@cache
def _words() -> _Words:
    rules = load_rules("title_words")
    openers = sorted(rules["openers"], key=lambda row: -float(row["weight"]))
    pattern = "|".join(f"({row['pattern']})" for row in openers)  # the heaviest matches first
    return _Words(
        fixed=re.compile("|".join(sorted(rules["fixed"], key=len, reverse=True))),
        joining=tuple(rules["joining"]),
        openers=re.compile(pattern),
        openings=re.compile(f"(?={pattern})"),
        weights=tuple(float(row["weight"]) for row in openers),
        endings={word: float(row["weight"]) for row in rules["endings"] for word in row["words"]},
        dangling=tuple(rules["dangling"]),
    )


def begins_like_a_sentence(words: str) -> bool:
    """Whether words begin with a verb, an adverb or a phrase of time, as tasks do (加快…, 围绕…)."""
    return _opens(words, 0) > 0


def known_title(words: str, run_in: bool) -> int:
    """The length of a title that is usual in documents (指导思想), with its body behind it, or 0."""
    rules = _words()
    match = rules.fixed.match(words)
    if match is None or words.startswith(rules.joining, match.end()):
        return 0
    known, rest = match[0], words[match.end() :]
    glued = len(rest) >= _LEAST_REST if run_in else len(rest) > _SHORT and _opens(words, len(known)) >= 2
    return len(known) if glued else 0


def best_cut(words: str) -> tuple[float, int]:
    """How likely a title ends inside words that no mark parts, and where; (0, 0) if nowhere."""
    best, place = 0.0, 0
    openings = dict(_openings(words))
    again = words.find(words[:4], 4)  # title and body begin with the same words
    if again > 0 and _closes(words[:again]):
        openings[again] = max(openings.get(again, 0.0), 3.0)
    last = min(len(words) - _LEAST_REST, _LONGEST - 1)
    for cut, opening in openings.items():
        head = words[:cut]
        if not 4 <= cut <= last or head.endswith(_words().dangling) or _inside_marks(head):
            continue
        closing = _closes(head)
        score = opening + closing - 0.06 * cut
        if closing and opening >= _VERB and words[cut : cut + 4] in head:
            score += 2.0  # the body takes up the words of its title
        if cut < 6 and not _opens(words, 0):  # 数字社会|构建加快推进: a subject with its predicate
            score -= 1.5
        if "的" in head[-8:-2]:  # …的数字经济: the noun that the title leads to
            score += 0.8
        if score > best or (score == best and cut < place):
            best, place = score, cut
    return best, place


def _openings(words: str) -> Iterator[tuple[int, float]]:
    """The places where a body may begin, each with its weight."""
    rules = _words()
    for match in rules.openings.finditer(words[: _LONGEST + 20]):
        if match.lastindex and not words.startswith("的", match.end(match.lastindex)):
            yield match.start(), rules.weights[match.lastindex - 1]


def _opens(words: str, cut: int) -> float:
    """The weight of what begins at a place; 战略实施的…: a verb before 的 belongs to the title."""
    rules = _words()
    match = rules.openers.match(words, cut)
    if match is None or match.lastindex is None or words.startswith("的", match.end()):
        return 0.0
    return rules.weights[match.lastindex - 1]


def _closes(head: str) -> float:
    endings = _words().endings
    return max(endings.get(head[-length:], 0.0) for length in (1, 2, 3))


def _inside_marks(head: str) -> bool:
    return any(head.count(left) > head.count(right) for left, right in ("“”", "《》", "()", "〔〕"))
