"""Words in quotation marks, and which of them stand in one list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

#: a mark that is never closed opens nothing, and speech over many clauses is no name
_QUOTED = re.compile(r"“([^“”\n]{1,40})”|‘([^‘’“”\n]{1,40})’|\"([^\"“”\n]{1,40})\"")
#: what may stand between two members of a list
_JOINT = re.compile(r"[、和与及或]?\Z")


class Quotation(NamedTuple):
    """Quoted words: clean span with the marks, and the words without them."""

    start: int
    end: int
    words: str


def find_quotations(text: str) -> list[Quotation]:
    """Everything between “ and ” (or ‘ and ’, or two straight marks, which some pages have instead) on one
    line, up to 40 code points, left to right."""
    return [Quotation(*found.span(), found[found.lastindex or 1].strip()) for found in _QUOTED.finditer(text)]


def in_lists(text: str, quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """The same in lists: “甲”“乙”、“丙” is one list of three, a quotation alone a list of one."""
    lists: list[list[Quotation]] = []
    for quotation in quotations:
        if lists and _JOINT.match(text[lists[-1][-1].end : quotation.start]):
            lists[-1].append(quotation)
        else:
            lists.append([quotation])
    return lists


class Quoted:
    """Answers whether an offset stands inside quotation marks.

    Args:
        quotations: left to right.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = quotations
        self._starts = [quotation.start for quotation in quotations]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds a clean offset, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._quotations[index].end:
            return self._quotations[index]
        return None
