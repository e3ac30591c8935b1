"""Which numbers are headings: the nested sequences that count, found by dynamic programming.

Numbers alone do not tell: 一、 stands before a chapter, in 统一、 and in 一、二、三产业. What tells is that
headings count: 一、 is followed by 二、, and inside it (一) by (二). So each stretch of text is asked for the
best chain of its outermost style, and the stretches between the members of that chain for theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.numbering import (
    ARTICLE,
    CIRCLE,
    DIGIT,
    DOTTED,
    HAN,
    INSIDE,
    LINE,
    LISTED,
    PAREN_DIGIT,
    PAREN_HAN,
    Number,
)

# How much a number speaks for a heading by where it stands. A line start outweighs any number of
# enumerations inside sentences; inside a sentence only a count that goes on is believed.
_WEIGHT = {LINE: 12.0, 2: 3.0, LISTED: 2.0, INSIDE: 1.0}
_MISSING = 2.0  # for each number that is skipped
_UNTRUE = 8.0  # a line start that does not count: repeated, mistyped or begun anew
_LONGEST_GAP = 3
_GOING_ON = 1.0  # for a count that goes on from the section before
_LEAST = 2.5  # two numbers inside sentences do not make a chain, one of them behind a full stop does
_LEAST_RUN_IN = 1.5  # below a heading that is itself run in they do

_DIGITS = frozenset({DIGIT, *range(DOTTED + 1, CIRCLE + 1)})


@dataclass(slots=True)
class Placed:
    """A number that is a heading.

    Attributes:
        number: where and what it is.
        level: 1 for the outermost.
        parent: index of the heading above in the same list, or None.
        outline: counts up with each new beginning of the outermost sequence.
    """

    number: Number
    level: int
    parent: int | None
    outline: int = 0


def place_headings(numbers: Sequence[Number]) -> list[Placed]:
    """The headings among the numbers of one document, in reading order."""
    placed: list[Placed] = []
    _Nesting(placed).nest(list(numbers), None, 1)
    return placed


class _Nesting:
    """One descent through the numbers of a document."""

    def __init__(self, placed: list[Placed]) -> None:
        self.placed = placed
        self.last: dict[int, int] = {}  # style -> last value, for counts that run through all chapters
        self.outline = 0

    def nest(self, numbers: list[Number], parent: int | None, level: int) -> None:
        above = self.placed[parent].number if parent is not None else None
        chain = _outermost(numbers, above, self.last)
        if not chain:
            return
        style = chain[0].style
        inner = [number for number in numbers if number.style != style]
        cursor = self._before(inner, chain[0].start, parent, level)
        for index, number in enumerate(chain):
            if parent is None and index and number.value == 1:
                self.outline += 1
                self.last.clear()
            self.last[style] = number.value
            self.placed.append(Placed(number, level, parent, self.outline))
            here = len(self.placed) - 1
            until = chain[index + 1].start if index + 1 < len(chain) else None
            first = cursor
            while cursor < len(inner) and (until is None or inner[cursor].start < until):
                cursor += 1
            if cursor > first:
                self.nest([each for each in inner[first:cursor] if each.start >= number.end], here, level + 1)

    def _before(self, inner: list[Number], start: int, parent: int | None, level: int) -> int:
        """Reads what stands before a chain: at the top the covering notice's own numbers."""
        cursor = 0
        while cursor < len(inner) and inner[cursor].start < start:
            cursor += 1
        if cursor:
            count = len(self.placed)
            self.nest(inner[:cursor], parent, level)
            if parent is None and len(self.placed) > count:
                self.outline += 1
                self.last.clear()
        return cursor


def _outermost(numbers: list[Number], above: Number | None, last: dict[int, int]) -> list[Number]:
    """The chain of the outermost style that counts in a stretch of text."""
    by_style: dict[int, list[Number]] = {}
    for number in numbers:
        if not number.prefix or _continues(number, above):
            by_style.setdefault(number.style, []).append(number)
    chains: dict[int, list[Number]] = {}
    for style in sorted(by_style):
        chain = _chain(by_style[style], last.get(style, 0), above)
        if chain:
            chains[style] = chain
            if len(chains) == 1 and len(by_style) == 1:
                return chain
            if len(chains) == 2:
                break
    if not chains:
        return []
    outer, *others = chains.values()
    if others and _encloses(others[0], by_style[outer[0].style]):
        return others[0]
    if (
        others
        and {outer[0].style, others[0][0].style} == {ARTICLE, HAN}
        and others[0][0].start < outer[0].start
    ):
        return others[0]
    return outer


def _continues(number: Number, above: Number | None) -> bool:
    """Whether 2.3 stands below 2, and 2.3.1 below 2.3."""
    if above is None:
        return True
    if above.prefix:
        return number.prefix == (*above.prefix, above.value)
    return number.prefix == (above.value,)


def _encloses(inner: list[Number], outer: list[Number]) -> bool:
    """Whether the seemingly inner chain is the outer one: 1. … (一) (二) … 2. … (一) (二)."""
    ones = [number.start for number in outer if number.value == 1 and number.standing != INSIDE]
    if len(ones) < 2 or inner[0].start > ones[0]:
        return False
    counts = all(left.value < right.value for left, right in pairwise(inner))
    return counts and any(ones[0] < number.start < ones[1] for number in inner)


def _chain(numbers: list[Number], last: int, above: Number | None) -> list[Number]:
    """The best chain of numbers of one style.

    Args:
        numbers: of one style, in reading order.
        last: the last value of this style before, which the chain may go on from.
        above: the heading above.
    """
    has_lines = any(number.standing == LINE for number in numbers)
    if has_lines and numbers[0].style in _DIGITS:
        numbers = [number for number in numbers if number.standing not in (LISTED, INSIDE)]
    best: dict[int, tuple[float, int]] = {}  # value -> (score, index) of the best chain that ends with it
    top: tuple[float, int, int] | None = None  # score, index, value of the best chain so far
    before: list[int] = []
    for index, number in enumerate(numbers):
        weight = _WEIGHT[number.standing]
        score, previous = _begin(number, last)
        for value, penalty in _predecessors(number, has_lines):
            if value in best and best[value][0] - penalty > score:
                score, previous = best[value][0] - penalty, best[value][1]
        value = number.value
        if top is not None and number.standing == LINE and top[0] - _UNTRUE > score:
            # A line that begins with 三、 is a heading although 二、 was due; either may go on.
            if value == 1:
                score, previous = top[0] - _UNTRUE, top[1]
            elif number.style in (HAN, PAREN_HAN):
                score, previous, value = top[0] - _UNTRUE, top[1], top[2] + 1
        before.append(previous)
        score += weight
        if score > best.get(value, (0.0, 0))[0]:
            best[value] = (score, index)
        if top is None or score > top[0]:
            top = (score, index, value)
    return _believed(numbers, before, top, last, above)


def _begin(number: Number, last: int) -> tuple[float, int]:
    """What a chain is worth before its first number."""
    if number.value == last + 1 and last:
        return _GOING_ON, -1
    if number.value == 1:
        return 0.0, -1
    if number.standing == INSIDE or number.standing == LISTED:
        return -100.0, -1
    return -min(_MISSING * (number.value - 1), _UNTRUE), -1


def _predecessors(number: Number, has_lines: bool) -> list[tuple[int, float]]:
    """The values that a number may follow, each with its penalty."""
    found = [(number.value - 1, 0.0)]
    if number.standing == INSIDE:
        return found
    if number.standing == LINE or not has_lines:
        found += [(number.value - 1 - gap, _MISSING * gap) for gap in range(1, _LONGEST_GAP + 1)]
    if number.standing == LINE:
        found.append((number.value, _UNTRUE))
    return found


def _believed(
    numbers: list[Number],
    before: list[int],
    top: tuple[float, int, int] | None,
    last: int,
    above: Number | None,
) -> list[Number]:
    """The chain that ends at the top, if it is worth enough."""
    least = _LEAST_RUN_IN if above is not None and above.standing != LINE else _LEAST
    if top is None or (top[0] < least and not numbers[0].prefix):
        return []
    chain: list[Number] = []
    index = top[1]
    while index >= 0:
        chain.append(numbers[index])
        index = before[index]
    chain.reverse()
    return [] if _is_enumeration(chain, above) or _is_stray(chain, last, above) else chain


def _is_enumeration(chain: list[Number], above: Number | None) -> bool:
    """Whether figures only enumerate inside a sentence: 包括:1.甲;2.乙。"""
    if chain[0].style not in _DIGITS or any(number.standing == LINE for number in chain):
        return False
    if len(chain) == 1 and chain[0].standing == LISTED:
        return True
    opened = chain[0].standing == LISTED and above is not None
    listed = sum(number.standing == LISTED for number in chain[1:])
    return opened or listed * 2 > len(chain) - 1 or chain[0].style > PAREN_DIGIT


def _is_stray(chain: list[Number], last: int, above: Number | None) -> bool:
    """Whether a lone number is no heading: a wrapped line, a cell, a figure in a sentence."""
    lone = chain[0]
    if len(chain) > 1:
        return False
    counts = lone.value == 1 or lone.value == last + 1
    if lone.prefix and above is not None and above.standing != LINE:
        return not counts  # 3.1 below 3, both run in
    if lone.style in _DIGITS:
        return lone.standing != LINE or not counts
    return lone.standing != LINE and (not counts or lone.standing == LISTED)
